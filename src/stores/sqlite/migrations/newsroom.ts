/**
 * What channels get without asking: plans are kept whole as JSON, beside what they are chosen by; deliveries, their messages apart, until
 * and after they were posted; what channels were told of; and who changed what.
 */
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
CREATE INDEX plans_by_time ON plans (due_at, id) WHERE active = 1 AND due_at IS NOT NULL;
CREATE INDEX plans_with_alerts ON plans (id) WHERE active = 1 AND alerts = 1;

CREATE TABLE deliveries (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  platform TEXT NOT NULL,
  channel TEXT NOT NULL,
  plan TEXT,
  language TEXT NOT NULL,
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
  ready_at INTEGER NOT NULL AS (max(not_before, again_at, claimed_until)),
  posted_channel TEXT,
  posted_id TEXT,
  settled_at INTEGER,
  failure TEXT
) STRICT;
CREATE INDEX deliveries_ready ON deliveries (platform, ready_at, number) WHERE state = 'waiting';
CREATE INDEX deliveries_waiting ON deliveries (channel, not_before, number) WHERE state = 'waiting';
CREATE INDEX deliveries_claimed ON deliveries (channel, claimed_until, owner) WHERE owner IS NOT NULL;
CREATE INDEX deliveries_by_owner ON deliveries (owner) WHERE owner IS NOT NULL;
CREATE INDEX deliveries_undelivered ON deliveries (put_at, number) WHERE state <> 'delivered';
CREATE INDEX deliveries_telling ON deliveries (channel, number) WHERE tells = 1;
CREATE INDEX deliveries_by_putting ON deliveries (put_at, number);
CREATE INDEX deliveries_by_channel ON deliveries (channel, put_at, number);
CREATE INDEX deliveries_by_plan ON deliveries (plan, put_at, number) WHERE plan IS NOT NULL;
CREATE INDEX deliveries_by_settling ON deliveries (settled_at) WHERE settled_at IS NOT NULL;

CREATE TABLE messages (
  delivery INTEGER PRIMARY KEY REFERENCES deliveries (number) ON DELETE CASCADE,
  parts TEXT NOT NULL,
  edited TEXT
) STRICT;

CREATE TABLE told (
  delivery INTEGER NOT NULL REFERENCES deliveries (number) ON DELETE CASCADE,
  article TEXT NOT NULL,
  channel TEXT NOT NULL,
  story TEXT NOT NULL,
  revision INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL,
  PRIMARY KEY (delivery, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_by_article ON told (article, channel, revision, withdrawn);

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
