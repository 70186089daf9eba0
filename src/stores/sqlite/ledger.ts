import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Entry, EntryQuery, Ledger, Settled, ToldArticle, ToldOf } from '../../delivery/ledger.ts';
import { transact } from './database.ts';
import { columns, deliveryOf, postedOf, unpack } from './deliveries.ts';
import type { PackedDelivery } from './deliveries.ts';
import type { Threads } from './index.ts';
import { snapshot } from './reading.ts';
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
  settleTold(settled: readonly Settled[]): void;
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
    settle: (settled) => writer.call('settleTold', settled),
    async prune(before) {
      let pruned = 0;
      let count: number;
      do {
        count = await writer.call('pruneDeliveries', before);
        pruned += count;
      } while (count > 0);
      return pruned;
    },
  };
}

/** Deliveries removed in one transaction, so that other writing gets its turn. */
const prunedAtOnce = 200;

const toldColumns =
  'deliveries.key AS delivery, told.article, told.channel, told.story, told.revision, told.withdrawn, deliveries.put_at';

/** The read side of what was delivered. */
export function createLedgerReader(database: DatabaseSync): LedgerReader {
  const numbers = database.prepare(`
    SELECT value AS channel, (
      SELECT number FROM deliveries WHERE channel = value AND tells = 1 ORDER BY number DESC LIMIT 1) AS number
    FROM json_each(?)`);
  const told = database.prepare(`
    SELECT ${toldColumns} FROM (SELECT DISTINCT value FROM json_each(?1)) AS wanted
    JOIN told ON told.article = wanted.value AND told.channel IN (SELECT value FROM json_each(?2))
    JOIN deliveries ON deliveries.number = told.delivery AND deliveries.state <> 'failed'
    ORDER BY deliveries.number, told.article`);
  // Joined in this order: few articles change.
  const outdated = database.prepare(`
    SELECT ${toldColumns} FROM articles
    CROSS JOIN told ON told.article = articles.id
      AND (told.revision < articles.revision OR told.withdrawn <> (articles.withdrawn_at IS NOT NULL))
    CROSS JOIN deliveries ON deliveries.number = told.delivery AND deliveries.state <> 'failed'
    WHERE (articles.revised_at >= ?1 AND articles.revision > 1) OR articles.withdrawn_at >= ?1
    ORDER BY deliveries.number, told.article LIMIT ?2`);
  const finds = new Map<string, StatementSync>();

  /** A statement for each choice of conditions: one for them all would read every delivery. */
  function find(conditions: readonly Condition[]): StatementSync {
    const where = conditions.map(({ sql }) => sql).join(' AND ');
    const known =
      finds.get(where) ??
      database.prepare(`
        SELECT ${columns}, coalesce(edited, parts) AS parts FROM deliveries JOIN messages ON delivery = number
        WHERE ${where || 'true'} ORDER BY put_at DESC, number DESC LIMIT ?`);
    finds.set(where, known);
    return known;
  }

  return {
    findDeliveries(query) {
      const conditions = conditionsOf(query);
      const values = conditions.flatMap(({ value }) => value ?? []);
      return find(conditions)
        .all(...values, query.limit)
        .map(entryOf);
    },
    toldOf: ({ channels, articles }) =>
      snapshot(database, () => ({
        numbers: new Map(
          numbers
            .all(JSON.stringify(channels))
            .map((row) => [textOf(row, 'channel'), optionalNumberOf(row, 'number') ?? 0]),
        ),
        articles: told.all(JSON.stringify(articles), JSON.stringify(channels)).map(toldArticleOf),
      })),
    outdated: ({ since, limit }) => outdated.all(since.getTime(), limit).map(toldArticleOf),
  };
}

interface Condition {
  readonly sql: string;
  readonly value?: string | number;
}

/** Written out, so that SQLite sees which index fits. */
const stateConditions: Readonly<Record<Entry['state'], Condition>> = {
  waiting: { sql: "state = 'waiting' AND state <> 'delivered'" },
  delivered: { sql: "state = 'delivered'" },
  failed: { sql: "state = 'failed' AND state <> 'delivered'" },
};

function conditionsOf({ keys, channel, plan, kinds, state, since }: EntryQuery): readonly Condition[] {
  // With the plus a column isn't looked up: nothing is found faster than by the keys.
  const plus = keys === undefined ? '' : '+';
  return [
    keys && { sql: 'key IN (SELECT value FROM json_each(?))', value: JSON.stringify(keys) },
    channel !== undefined && { sql: `${plus}channel = ?`, value: channel },
    plan !== undefined && { sql: `${plus}plan = ?`, value: plan },
    kinds && { sql: 'kind IN (SELECT value FROM json_each(?))', value: JSON.stringify(kinds) },
    state && stateConditions[state],
    since && { sql: `${plus}put_at >= ?`, value: since.getTime() },
  ].filter((condition) => typeof condition === 'object');
}

/** The write side of what was delivered. */
export function createLedgerWriter(database: DatabaseSync): LedgerWriter {
  const settle = database.prepare(`
    UPDATE told SET revision = ?, withdrawn = ?
    WHERE delivery = (SELECT number FROM deliveries WHERE key = ?) AND article = ?`);
  const prune = database.prepare(`
    DELETE FROM deliveries WHERE number IN (SELECT number FROM deliveries WHERE settled_at < ? LIMIT ${prunedAtOnce})`);
  return {
    settleTold: (settled) =>
      transact(database, () => {
        for (const { delivery, articles } of settled)
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
