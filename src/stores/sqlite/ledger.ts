import type { DatabaseSync } from 'node:sqlite';
import type { Entry, EntryQuery, Ledger, ToldArticle, ToldOf } from '../../delivery/ledger.ts';
import type { TellingArticle } from '../../delivery/outbox.ts';
import { transact } from './database.ts';
import { columns, deliveryOf, postedOf, unpack } from './deliveries.ts';
import type { PackedDelivery } from './deliveries.ts';
import type { Threads } from './index.ts';
import { numberOf, optionalNumberOf, optionalTextOf, textOf } from './rows.ts';
import type { Row } from './rows.ts';

interface PackedEntry extends Omit<Entry, 'delivery'> {
  readonly delivery: PackedDelivery;
}

/** Reads what was delivered. */
export interface LedgerReader {
  findDeliveries(query: EntryQuery): readonly PackedEntry[];
  toldOf(question: { readonly channels: readonly string[]; readonly articles: readonly string[] }): ToldOf;
  outdated(question: { readonly since: Date; readonly limit: number }): readonly ToldArticle[];
}

/** Writes what is known of what was delivered. */
export interface LedgerWriter {
  settleTold(question: { readonly delivery: string; readonly articles: readonly TellingArticle[] }): void;
  pruneDeliveries(before: Date): number;
}

/** The port of the ledger on the threads of a database. */
export function createLedger({ reader, writer }: Threads): Ledger {
  return {
    async find(query) {
      const found = await reader().call('findDeliveries', query);
      return found.map((entry) => ({ ...entry, delivery: unpack(entry.delivery) }));
    },
    told: (channels, articles) => reader().call('toldOf', { channels, articles }),
    outdated: (since, limit) => reader().call('outdated', { since, limit }),
    settle: (delivery, articles) => writer.call('settleTold', { delivery, articles }),
    prune: (before) => writer.call('pruneDeliveries', before),
  };
}

const toldColumns =
  'told.delivery, told.article, told.channel, told.story, told.revision, told.withdrawn, deliveries.put_at';

/** The read side of what was delivered. */
export function createLedgerReader(database: DatabaseSync): LedgerReader {
  const find = database.prepare(`
    SELECT ${columns}, coalesce(edited, parts) AS parts, state, settled_at, failure FROM deliveries
    WHERE (?1 IS NULL OR key IN (SELECT value FROM json_each(?1))) AND (?2 IS NULL OR channel = ?2)
      AND (?3 IS NULL OR plan = ?3) AND (?4 IS NULL OR kind IN (SELECT value FROM json_each(?4)))
      AND (?5 IS NULL OR state = ?5) AND put_at >= ?6
    ORDER BY number DESC LIMIT ?7`);
  const byKey = database.prepare(`
    SELECT ${columns}, coalesce(edited, parts) AS parts, state, settled_at, failure FROM deliveries WHERE key = ?`);
  const numbers = database.prepare(`
    SELECT value AS channel, (
      SELECT number FROM deliveries WHERE channel = value AND tells = 1 ORDER BY number DESC LIMIT 1) AS number
    FROM json_each(?)`);
  const told = database.prepare(`
    SELECT ${toldColumns} FROM json_each(?1) AS wanted
    JOIN told ON told.article = wanted.value
    JOIN deliveries ON deliveries.key = told.delivery
    WHERE told.channel IN (SELECT value FROM json_each(?2))
    ORDER BY deliveries.number, told.article`);
  const outdated = database.prepare(`
    SELECT ${toldColumns} FROM (
      SELECT id, revision, withdrawn_at FROM articles WHERE revised_at >= ?1 AND revision > 1
      UNION
      SELECT id, revision, withdrawn_at FROM articles WHERE withdrawn_at >= ?1) AS changed
    JOIN told ON told.article = changed.id
      AND (told.revision < changed.revision OR told.withdrawn <> (changed.withdrawn_at IS NOT NULL))
    JOIN deliveries ON deliveries.key = told.delivery
    ORDER BY deliveries.number, told.article LIMIT ?2`);

  return {
    findDeliveries({ keys, channel, plan, kinds, state, since, limit }) {
      const rows =
        keys?.length === 1
          ? byKey.all(keys[0] ?? '')
          : find.all(
              listed(keys),
              channel ?? null,
              plan ?? null,
              listed(kinds),
              state ?? null,
              since?.getTime() ?? 0,
              limit,
            );
      return rows.map(entryOf);
    },
    toldOf: ({ channels, articles }) => ({
      numbers: new Map(
        numbers
          .all(JSON.stringify(channels))
          .map((row) => [textOf(row, 'channel'), optionalNumberOf(row, 'number') ?? 0]),
      ),
      articles: told.all(JSON.stringify(articles), JSON.stringify(channels)).map(toldArticleOf),
    }),
    outdated: ({ since, limit }) => outdated.all(since.getTime(), limit).map(toldArticleOf),
  };
}

/** The write side of what was delivered. */
export function createLedgerWriter(database: DatabaseSync): LedgerWriter {
  const settle = database.prepare(
    'UPDATE told SET revision = ?, withdrawn = ? WHERE delivery = ? AND article = ?',
  );
  const prune = database.prepare(`
    DELETE FROM deliveries WHERE number IN (SELECT number FROM deliveries WHERE settled_at < ? LIMIT 1000)`);
  return {
    settleTold: ({ delivery, articles }) =>
      transact(database, () => {
        for (const { id, revision, withdrawn } of articles)
          settle.run(revision, Number(withdrawn), delivery, id);
      }),
    pruneDeliveries: (before) => Number(prune.run(before.getTime()).changes),
  };
}

function entryOf(row: Row): PackedEntry {
  const posted = postedOf(row);
  const settledAt = optionalNumberOf(row, 'settled_at');
  const failure = optionalTextOf(row, 'failure');
  return {
    delivery: deliveryOf(row),
    state: stateOf(row),
    attempts: numberOf(row, 'attempts'),
    ...(posted !== undefined && { posted }),
    ...(settledAt !== undefined && { settledAt: new Date(settledAt) }),
    ...(failure !== undefined && { failure }),
  };
}

function stateOf(row: Row): Entry['state'] {
  const state = textOf(row, 'state');
  if (state === 'waiting' || state === 'delivered' || state === 'failed') return state;
  throw new TypeError(`no state of a delivery: ${state}`);
}

function toldArticleOf(row: Row): ToldArticle {
  return {
    id: textOf(row, 'article'),
    revision: numberOf(row, 'revision'),
    withdrawn: numberOf(row, 'withdrawn') === 1,
    channel: textOf(row, 'channel'),
    delivery: textOf(row, 'delivery'),
    story: textOf(row, 'story'),
    at: new Date(numberOf(row, 'put_at')),
  };
}

function listed(values: readonly string[] | undefined): string | null {
  return values === undefined ? null : JSON.stringify(values);
}
