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
  nextDelivery(): Date | undefined;
}

/** Writes the outbox. */
export interface OutboxWriter {
  putDeliveries(question: { readonly puts: readonly PackedPut[]; readonly now: Date }): readonly Putting[];
  claimDeliveries(claim: Claim): readonly PackedClaimed[];
  renewDeliveries(question: { readonly owner: string; readonly until: Date }): void;
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
    renew: (owner, until) => writer.call('renewDeliveries', { owner, until }),
    settle: (key, owner, outcome) => writer.call('settleDelivery', { key, owner, outcome }),
    next: () => reader().call('nextDelivery', undefined),
  };
}

/** Of each channel the delivery that may be posted first; whatever keeps it waiting keeps the others behind it waiting. */
const firsts = `
  SELECT number, not_before, again_at, claimed_until,
    row_number() OVER (PARTITION BY channel ORDER BY not_before, number) AS place
  FROM deliveries WHERE state = 'waiting'`;

/** The read side of the outbox. */
export function createOutboxReader(database: DatabaseSync): OutboxReader {
  const next = database.prepare(`
    SELECT min(max(not_before, again_at, claimed_until)) AS at FROM (${firsts}) WHERE place = 1`);
  return {
    nextDelivery() {
      const at = optionalNumberOf(next.get() ?? {}, 'at');
      return at === undefined ? undefined : new Date(at);
    },
  };
}

/** The write side of the outbox. */
export function createOutboxWriter(database: DatabaseSync): OutboxWriter {
  const isKnown = database.prepare('SELECT 1 FROM deliveries WHERE key = ?');
  const lastTold = database.prepare(`
    SELECT number FROM deliveries WHERE channel = ? AND tells = 1 ORDER BY number DESC LIMIT 1`);
  const insert = database.prepare(`
    INSERT INTO deliveries (key, kind, platform, channel, plan, language, parts, tells, put_at, due_at, not_before, edits, follows)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const edit = database.prepare('UPDATE deliveries SET edited = ? WHERE key = ?');
  const tell = database.prepare(`
    INSERT OR REPLACE INTO told (delivery, article, channel, story, revision, withdrawn) VALUES (?, ?, ?, ?, ?, ?)`);
  const claim = database.prepare(`
    UPDATE deliveries SET owner = ?, claimed_until = ?, attempts = attempts + 1
    WHERE number IN (
      SELECT number FROM (${firsts} AND platform = ? AND not_before <= ?)
      WHERE place = 1 AND again_at <= ? AND claimed_until <= ? ORDER BY not_before, number LIMIT ?)
    RETURNING ${columns}`);
  const target = database.prepare('SELECT posted_channel, posted_id FROM deliveries WHERE key = ?');
  const renew = database.prepare(
    `UPDATE deliveries SET claimed_until = ? WHERE owner = ? AND state = 'waiting'`,
  );
  const settle = database.prepare(`
    UPDATE deliveries
    SET state = ?, owner = NULL, claimed_until = 0, again_at = ?, posted_channel = ?, posted_id = ?, settled_at = ?, failure = ?
    WHERE key = ? AND owner = ? AND state = 'waiting'`);

  function put({ delivery, told }: PackedPut, now: Date): Putting {
    if (isKnown.get(delivery.key) !== undefined) return 'known';
    if (told !== undefined && told !== numberIn(lastTold.get(delivery.channel))) return 'outdated';
    write(delivery, now);
    return 'put';
  }

  function write(delivery: PackedDelivery, now: Date): void {
    const { key, kind, channel, plan, language, parts, told, dueAt, notBefore, edits, follows } = delivery;
    const [platform = ''] = channel.split(':');
    insert.run(
      key,
      kind,
      platform,
      channel,
      plan ?? null,
      language,
      parts,
      Number(told.length > 0 && edits === undefined),
      now.getTime(),
      dueAt.getTime(),
      notBefore.getTime(),
      edits ?? null,
      follows ?? null,
    );
    // Whoever edits a delivery next starts from here; what was put is still posted as it was put.
    if (edits !== undefined) edit.run(parts, edits);
    for (const { story, articles } of told)
      for (const { id, revision, withdrawn } of articles)
        tell.run(edits ?? key, id, channel, story, revision, Number(withdrawn));
  }

  function targetOf({ edits, follows }: PackedDelivery) {
    const name = edits ?? follows;
    const row = name === undefined ? undefined : target.get(name);
    return row === undefined ? undefined : postedOf(row);
  }

  return {
    putDeliveries: ({ puts, now }) => transact(database, () => puts.map((each) => put(each, now))),
    claimDeliveries: ({ platform, owner, now, until, limit }) =>
      transact(database, () => {
        const at = now.getTime();
        const rows = claim.all(owner, until.getTime(), platform, at, at, at, limit);
        return rows.toSorted(inOrder).map((row) => {
          const delivery = deliveryOf(row);
          const posted = targetOf(delivery);
          return {
            delivery,
            attempts: numberOf(row, 'attempts'),
            ...(posted !== undefined && { target: posted }),
          };
        });
      }),
    renewDeliveries({ owner, until }) {
      renew.run(until.getTime(), owner);
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

function inOrder(one: Row, other: Row): number {
  return (
    numberOf(one, 'not_before') - numberOf(other, 'not_before') ||
    numberOf(one, 'number') - numberOf(other, 'number')
  );
}
