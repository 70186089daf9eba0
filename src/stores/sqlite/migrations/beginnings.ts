/** The first schema: articles, their words, sources and settings. */
export const beginnings = `
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
`;
