import type { DatabaseSync } from 'node:sqlite';
import type { Lease, LeaseStore } from '../../sources/websub/leases.ts';
import type { Threads } from './index.ts';
import { numberOf, optionalNumberOf, textOf } from './rows.ts';
import type { Row } from './rows.ts';

/** Reads the leases of hubs. */
export interface LeaseReader {
  findLease(name: string): Lease | undefined;
  leaseOf(source: string): Lease | undefined;
  dueLeases(question: { readonly now: Date; readonly limit: number }): readonly Lease[];
}

/** Writes the leases of hubs. */
export interface LeaseWriter {
  putLease(lease: Lease): void;
  removeLease(source: string): boolean;
}

const columns = 'name, source, hub, topic, secret, until, due_at, failures';

/** The port of leases on the threads of a database. */
export function createLeaseStore({ reader, writer }: Threads): LeaseStore {
  return {
    find: (name) => reader().call('findLease', name),
    of: (source) => reader().call('leaseOf', source),
    put: (lease) => writer.call('putLease', lease),
    due: (now, limit) => reader().call('dueLeases', { now, limit }),
    remove: (source) => writer.call('removeLease', source),
  };
}

/** The read side of leases. */
export function createLeaseReader(database: DatabaseSync): LeaseReader {
  const byName = database.prepare(`SELECT ${columns} FROM leases WHERE name = ?`);
  const bySource = database.prepare(`SELECT ${columns} FROM leases WHERE source = ?`);
  const due = database.prepare(`
    SELECT ${columns} FROM leases WHERE due_at <= ? ORDER BY due_at, source LIMIT ?`);
  return {
    findLease: (name) => leaseOf(byName.get(name)),
    leaseOf: (source) => leaseOf(bySource.get(source)),
    dueLeases: ({ now, limit }) => due.all(now.getTime(), limit).flatMap((row) => leaseOf(row) ?? []),
  };
}

/** The write side of leases. */
export function createLeaseWriter(database: DatabaseSync): LeaseWriter {
  const put = database.prepare(`
    INSERT OR REPLACE INTO leases (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  const remove = database.prepare('DELETE FROM leases WHERE source = ?');
  return {
    putLease({ name, source, hub, topic, secret, until, dueAt, failures }) {
      put.run(name, source, hub, topic, secret, until?.getTime() ?? null, dueAt.getTime(), failures);
    },
    removeLease: (source) => Number(remove.run(source).changes) > 0,
  };
}

function leaseOf(row: Row | undefined): Lease | undefined {
  if (row === undefined) return undefined;
  const until = optionalNumberOf(row, 'until');
  return {
    name: textOf(row, 'name'),
    source: textOf(row, 'source'),
    hub: textOf(row, 'hub'),
    topic: textOf(row, 'topic'),
    secret: textOf(row, 'secret'),
    ...(until !== undefined && { until: new Date(until) }),
    dueAt: new Date(numberOf(row, 'due_at')),
    failures: numberOf(row, 'failures'),
  };
}
