/** What channels get without asking: plans are kept whole as JSON, beside what they are chosen by. */
export const newsroom = `
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
`;
