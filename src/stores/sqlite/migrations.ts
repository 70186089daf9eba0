/**
 * The schema, one step after the other; a database's `user_version` counts the steps it has taken. A step that was
 * released is never changed: later wishes are appended.
 *
 * An article's `key` is ordered by time (see keys.ts), so a period is a range of keys. What is scanned (`articles`) is
 * kept apart from what is long (`texts`), and what is searched lives in one full-text table a language (see
 * full-text.ts).
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE properties (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE articles (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    story TEXT NOT NULL,
    assigned INTEGER NOT NULL DEFAULT 0,
    language TEXT NOT NULL,
    published_at INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    analyser INTEGER NOT NULL,
    digest BLOB NOT NULL,
    url TEXT NOT NULL,
    source TEXT NOT NULL,
    title TEXT NOT NULL,
    authors TEXT NOT NULL,
    image TEXT
  ) STRICT;
  CREATE INDEX articles_by_story ON articles (story, key);

  CREATE TABLE texts (
    key INTEGER PRIMARY KEY REFERENCES articles (key),
    text TEXT NOT NULL,
    analysis TEXT NOT NULL
  ) STRICT;

  CREATE TABLE revisions (
    key INTEGER NOT NULL REFERENCES articles (key),
    revision INTEGER NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (key, revision)
  ) STRICT;

  CREATE TABLE collections (
    language TEXT PRIMARY KEY,
    articles INTEGER NOT NULL,
    length INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE terms (
    language TEXT NOT NULL,
    term TEXT NOT NULL,
    frequency INTEGER NOT NULL,
    PRIMARY KEY (language, term)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE words (
    language TEXT NOT NULL,
    word TEXT NOT NULL,
    reversed TEXT NOT NULL,
    frequency INTEGER NOT NULL,
    PRIMARY KEY (language, word)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX words_by_ending ON words (language, reversed);

  CREATE TABLE sources (
    url TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    language TEXT,
    bookmark TEXT,
    due_at INTEGER NOT NULL,
    read_at INTEGER,
    failures INTEGER NOT NULL,
    failure TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX sources_by_time ON sources (due_at);

  CREATE TABLE key_values (
    namespace TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    expires INTEGER,
    PRIMARY KEY (namespace, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX key_values_by_expiry ON key_values (expires) WHERE expires IS NOT NULL;
  `,
  // Addresses are compared in a form of their own since; what is stored under an older one stays known. `name_of` and
  // `publisher_of` are registered in database.ts.
  `
  ALTER TABLE articles ADD COLUMN arrived_at INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE articles ADD COLUMN revised_at INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE articles ADD COLUMN news INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE articles ADD COLUMN complete INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE articles ADD COLUMN publisher TEXT NOT NULL DEFAULT '';
  ALTER TABLE articles ADD COLUMN signature BLOB;
  ALTER TABLE articles ADD COLUMN correction TEXT;
  ALTER TABLE articles ADD COLUMN withdrawn_at INTEGER;
  UPDATE articles SET arrived_at = unixepoch() * 1000, revised_at = unixepoch() * 1000, publisher = publisher_of(url);
  CREATE INDEX articles_by_publisher ON articles (publisher, key) WHERE signature IS NOT NULL;
  CREATE INDEX articles_by_arrival ON articles (arrived_at);
  CREATE INDEX articles_without_story ON articles (key) WHERE assigned = 0;

  CREATE TABLE names (
    name TEXT PRIMARY KEY,
    key INTEGER NOT NULL REFERENCES articles (key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX names_by_article ON names (key);
  INSERT OR IGNORE INTO names (name, key) SELECT name_of(url), key FROM articles;

  ALTER TABLE revisions ADD COLUMN read_at INTEGER NOT NULL DEFAULT 0;
  UPDATE revisions SET read_at = unixepoch() * 1000;

  ALTER TABLE sources ADD COLUMN channel TEXT;
  ALTER TABLE sources ADD COLUMN status TEXT NOT NULL DEFAULT 'active';
  ALTER TABLE sources ADD COLUMN told TEXT NOT NULL DEFAULT 'active';
  ALTER TABLE sources ADD COLUMN memory TEXT;
  ALTER TABLE sources ADD COLUMN read_interval INTEGER;

  CREATE TABLE pages (
    name TEXT PRIMARY KEY,
    item TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    looks INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    bookmark TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX pages_by_time ON pages (due_at);

  CREATE TABLE leases (
    source TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    hub TEXT NOT NULL,
    topic TEXT NOT NULL,
    secret TEXT NOT NULL,
    until INTEGER,
    due_at INTEGER NOT NULL,
    failures INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX leases_by_time ON leases (due_at);
  `,
  // What channels get without asking: plans are kept whole as JSON, beside what they are chosen by.
  `
  CREATE TABLE plans (
    id TEXT PRIMARY KEY,
    channel TEXT NOT NULL,
    place TEXT NOT NULL,
    active INTEGER NOT NULL,
    alerts INTEGER NOT NULL,
    due_at INTEGER,
    created_at INTEGER NOT NULL,
    plan TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX plans_by_channel ON plans (channel);
  CREATE INDEX plans_by_place ON plans (place);
  CREATE INDEX plans_by_time ON plans (due_at) WHERE active = 1 AND due_at IS NOT NULL;

  CREATE TABLE deliveries (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    platform TEXT NOT NULL,
    channel TEXT NOT NULL,
    plan TEXT,
    language TEXT NOT NULL,
    parts TEXT NOT NULL,
    edited TEXT,
    tells INTEGER NOT NULL,
    put_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    edits TEXT,
    follows TEXT,
    state TEXT NOT NULL DEFAULT 'waiting',
    attempts INTEGER NOT NULL DEFAULT 0,
    again_at INTEGER NOT NULL DEFAULT 0,
    owner TEXT,
    claimed_until INTEGER NOT NULL DEFAULT 0,
    posted_channel TEXT,
    posted_id TEXT,
    settled_at INTEGER,
    failure TEXT
  ) STRICT;
  CREATE INDEX deliveries_waiting ON deliveries (platform, channel, not_before, number) WHERE state = 'waiting';
  CREATE INDEX deliveries_claimed ON deliveries (owner) WHERE state = 'waiting' AND owner IS NOT NULL;
  CREATE INDEX deliveries_by_channel ON deliveries (channel, number);
  CREATE INDEX deliveries_by_plan ON deliveries (plan, number) WHERE plan IS NOT NULL;
  CREATE INDEX deliveries_by_settling ON deliveries (settled_at) WHERE settled_at IS NOT NULL;

  CREATE TABLE told (
    delivery TEXT NOT NULL REFERENCES deliveries (key) ON DELETE CASCADE,
    article TEXT NOT NULL,
    channel TEXT NOT NULL,
    story TEXT NOT NULL,
    revision INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL,
    PRIMARY KEY (delivery, article)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX told_by_article ON told (article, channel);

  CREATE INDEX articles_by_revision ON articles (revised_at) WHERE revision > 1;
  CREATE INDEX articles_by_withdrawal ON articles (withdrawn_at) WHERE withdrawn_at IS NOT NULL;

  CREATE TABLE acts (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    by TEXT NOT NULL,
    channel TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    details TEXT
  ) STRICT;
  CREATE INDEX acts_by_channel ON acts (channel, number);
  `,
];
