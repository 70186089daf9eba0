/**
 * Reading as papers publish: names, versions, withdrawals, pages and hubs. Addresses are compared in a form of their own since; what is
 * stored under an older one stays known. `name_of` and `publisher_of` are registered in database.ts.
 */
export const reading = `
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
`;
