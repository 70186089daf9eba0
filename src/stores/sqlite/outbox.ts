import type { DatabaseSync } from 'node:sqlite';
import type { Claim, Claimed, Outbox, Outcome, Put, Putting } from '../../delivery/outbox.ts';
import { transact } from './database.ts';
import { columns, deliveryOf, pack, postedOf, unpack } from './deliveries.ts';
import type { PackedDelivery } from './deliveries.ts';
import type { Threads } from './index.ts';
import { numberOf, optionalNumberOf } from './rows.ts';
import type { Row } from './rows.ts';

interface PackedClaimed extends Omit<Claimed, 'delivery'> {
  readonly delivery: PackedDelivery;
}

interface PackedPut extends Omit<Put, 'delivery'> {
  readonly delivery: PackedDelivery;
}

/** Reads the outbox. */
export interface OutboxReader {
  nextDelivery(platforms: readonly string[] | undefined): Date | undefined;
}

/** Writes the outbox. */
export interface OutboxWriter {
  putDeliveries(question: { readonly puts: readonly PackedPut[]; readonly now: Date }): readonly Putting[];
  claimDeliveries(claim: Claim): readonly PackedClaimed[];
  renewDeliveries(renewal: Parameters<Outbox['renew']>): void;
  settleDelivery(question: {
    readonly key: string;
    readonly owner: string;
    readonly outcome: Outcome;
  }): boolean;
}

/** The port of the outbox on the threads of a database. */
export function createOutbox({ reader, writer }: Threads): Outbox {
  const putAll: Outbox['putAll'] = (puts, now) =>
    writer.call('putDeliveries', {
      puts: puts.map((each) => ({ ...each, delivery: pack(each.delivery) })),
      now,
    });
  return {
    putAll,
    async put(delivery, now, told) {
      const [outcome = 'known'] = await putAll([{ delivery, ...(told !== undefined && { told }) }], now);
      return outcome;
    },
    async claim(claim) {
      const claimed = await writer.call('claimDeliveries', claim);
      return claimed.map((each) => ({ ...each, delivery: unpack(each.delivery) }));
    },
    renew: (...renewal) => writer.call('renewDeliveries', renewal),
    settle: (key, owner, outcome) => writer.call('settleDelivery', { key, owner, outcome }),
    next: (platforms) => reader().call('nextDelivery', platforms),
  };
}

/** Of a channel, the delivery that may be posted first; whatever keeps it waiting keeps the others behind it waiting. */
const isFirst = `NOT EXISTS (
  SELECT 1 FROM deliveries WHERE state = 'waiting' AND channel = first.channel
    AND (not_before, number) < (first.not_before, first.number))`;
/** What is claimed in a channel. One that was put later may come before it, but not while it is being posted. */
const claimed = `SELECT max(claimed_until) FROM deliveries WHERE owner IS NOT NULL AND channel = first.channel`;

/** The read side of the outbox. */
export function createOutboxReader(database: DatabaseSync): OutboxReader {
  const wanted = '(?1 IS NULL OR platform IN (SELECT value FROM json_each(?1)))';
  // Channels where something is claimed are few; of the others, which may be many, the first that is found is enough.
  const next = database.prepare(`
    SELECT min(at) AS at FROM (
      SELECT (
        SELECT ready_at FROM deliveries AS first
        WHERE state = 'waiting' AND platform = platforms.platform AND ${isFirst} AND (${claimed}) IS NULL
        ORDER BY ready_at, number LIMIT 1) AS at
      FROM (SELECT DISTINCT platform FROM deliveries WHERE state = 'waiting' AND ${wanted}) AS platforms
      UNION ALL
      SELECT max((${claimed}), (
        SELECT ready_at FROM deliveries
        WHERE state = 'waiting' AND channel = first.channel ORDER BY not_before, number LIMIT 1)) AS at
      FROM (SELECT DISTINCT channel FROM deliveries WHERE owner IS NOT NULL AND ${wanted}) AS first)`);
  return {
    nextDelivery(platforms) {
      const given = platforms === undefined ? null : JSON.stringify(platforms);
      const at = optionalNumberOf(next.get(given) ?? {}, 'at');
      return at === undefined ? undefined : new Date(at);
    },
  };
}

/** The write side of the outbox. */
export function createOutboxWriter(database: DatabaseSync): OutboxWriter {
  const find = database.prepare(
    'SELECT number, state, not_before, posted_channel, posted_id FROM deliveries WHERE key = ?',
  );
  const lastTold = database.prepare(`
    SELECT number FROM deliveries WHERE channel = ? AND tells = 1 ORDER BY number DESC LIMIT 1`);
  const insert = database.prepare(`
    INSERT INTO deliveries (key, kind, platform, channel, plan, language, tells, put_at, due_at, not_before, edits, follows)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const write = database.prepare('INSERT INTO messages (delivery, parts) VALUES (?, ?)');
  const edit = database.prepare('UPDATE messages SET edited = ? WHERE delivery = ?');
  const tell = database.prepare(`
    INSERT OR REPLACE INTO told (delivery, article, channel, story, revision, withdrawn) VALUES (?, ?, ?, ?, ?, ?)`);
  const ready = database.prepare(`
    SELECT number FROM deliveries AS first
    WHERE state = 'waiting' AND platform = ?1 AND ready_at <= ?2 AND ${isFirst} AND coalesce((${claimed}), 0) <= ?2
    ORDER BY ready_at, number LIMIT ?3`);
  const take = database.prepare(`
    UPDATE deliveries SET owner = ?, claimed_until = ?, attempts = attempts + 1 WHERE number = ?`);
  const read = database.prepare(`
    SELECT ${columns}, parts FROM deliveries JOIN messages ON delivery = number WHERE number = ?`);
  const renew = database.prepare(`
    UPDATE deliveries SET claimed_until = ? WHERE owner = ? AND key IN (SELECT value FROM json_each(?))`);
  const settle = database.prepare(`
    UPDATE deliveries
    SET state = ?, owner = NULL, claimed_until = 0, again_at = ?, posted_channel = ?, posted_id = ?, settled_at = ?, failure = ?
    WHERE key = ? AND owner = ?`);

  const findNamed = (key: string | undefined) => (key === undefined ? undefined : find.get(key));

  /** What it edits or follows is posted before it. */
  function startOf({ edits, follows, notBefore }: PackedDelivery): number {
    const target = findNamed(edits ?? follows);
    return target?.['state'] === 'waiting'
      ? Math.max(notBefore.getTime(), numberOf(target, 'not_before'))
      : notBefore.getTime();
  }

  function put({ delivery, told }: PackedPut, now: Date): Putting {
    if (find.get(delivery.key) !== undefined) return 'known';
    if (told !== undefined && told !== numberIn(lastTold.get(delivery.channel))) return 'outdated';
    insertWhole(delivery, now);
    return 'put';
  }

  function insertWhole(delivery: PackedDelivery, now: Date): void {
    const { key, kind, channel, plan, language, parts, told, dueAt, edits, follows } = delivery;
    const [platform = ''] = channel.split(':');
    const edited = findNamed(edits);
    const { lastInsertRowid } = insert.run(
      key,
      kind,
      platform,
      channel,
      plan ?? null,
      language,
      Number(told.length > 0 && edits === undefined),
      now.getTime(),
      dueAt.getTime(),
      startOf(delivery),
      edits ?? null,
      follows ?? null,
    );
    write.run(lastInsertRowid, parts);
    // Whoever edits a delivery next starts from here; what was put is still posted as it was put.
    if (edited !== undefined) edit.run(parts, numberOf(edited, 'number'));
    const telling = edited === undefined ? lastInsertRowid : numberOf(edited, 'number');
    for (const { story, articles } of told)
      for (const { id, revision, withdrawn } of articles)
        tell.run(telling, id, channel, story, revision, Number(withdrawn));
  }

  function claimedOf(row: Row): PackedClaimed {
    const delivery = deliveryOf(row);
    const target = findNamed(delivery.edits ?? delivery.follows);
    const posted = target && postedOf(target);
    return { delivery, attempts: numberOf(row, 'attempts'), ...(posted !== undefined && { target: posted }) };
  }

  return {
    putDeliveries: ({ puts, now }) => transact(database, () => puts.map((each) => put(each, now))),
    claimDeliveries({ platform, owner, now, until, limit }) {
      const find = () => ready.all(platform, now.getTime(), limit);
      // Mostly there is nothing, and other processes want to write.
      if (find().length === 0) return [];
      return transact(database, () =>
        find().map((row) => {
          const number = numberOf(row, 'number');
          take.run(owner, until.getTime(), number);
          return claimedOf(read.get(number) ?? {});
        }),
      );
    },
    renewDeliveries([owner, keys, until]) {
      renew.run(until.getTime(), owner, JSON.stringify(keys));
    },
    settleDelivery({ key, owner, outcome }) {
      const again = outcome.state === 'waiting' ? outcome.again.getTime() : 0;
      const at = outcome.state === 'waiting' ? null : outcome.at.getTime();
      const failure = outcome.state === 'delivered' ? null : outcome.failure;
      const { channel = null, id = null } = outcome.state === 'delivered' ? outcome.posted : {};
      return Number(settle.run(outcome.state, again, channel, id, at, failure, key, owner).changes) > 0;
    },
  };
}

function numberIn(row: Row | undefined): number {
  return row === undefined ? 0 : numberOf(row, 'number');
}
