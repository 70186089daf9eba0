import type { DatabaseSync } from 'node:sqlite';
import type { Act, Audit } from '../../chat/audit.ts';
import type { Threads } from './index.ts';
import { numberOf, optionalTextOf, textOf } from './rows.ts';
import type { Row } from './rows.ts';

/** Reads who changed what. */
export interface AuditReader {
  acts(query: { readonly channel?: string; readonly limit: number }): readonly Act[];
}

/** Writes who changed what. */
export interface AuditWriter {
  noteAct(act: Act): void;
}

/** The port of the audit trail on the threads of a database. */
export function createAudit({ reader, writer }: Threads): Audit {
  return {
    note: (act) => writer.call('noteAct', act),
    list: (query) => reader().call('acts', query),
  };
}

/** The read side of the audit trail. */
export function createAuditReader(database: DatabaseSync): AuditReader {
  const all = database.prepare('SELECT * FROM acts ORDER BY number DESC LIMIT ?');
  const ofChannel = database.prepare('SELECT * FROM acts WHERE channel = ? ORDER BY number DESC LIMIT ?');
  return {
    acts: ({ channel, limit }) =>
      (channel === undefined ? all.all(limit) : ofChannel.all(channel, limit)).map(actOf),
  };
}

/** The write side of the audit trail. */
export function createAuditWriter(database: DatabaseSync): AuditWriter {
  const note = database.prepare(
    'INSERT INTO acts (at, by, channel, action, subject, details) VALUES (?, ?, ?, ?, ?, ?)',
  );
  return {
    noteAct({ at, by, channel, action, subject, details }) {
      note.run(at.getTime(), by, channel, action, subject, details ?? null);
    },
  };
}

function actOf(row: Row): Act {
  const details = optionalTextOf(row, 'details');
  return {
    at: new Date(numberOf(row, 'at')),
    by: textOf(row, 'by'),
    channel: textOf(row, 'channel'),
    action: textOf(row, 'action'),
    subject: textOf(row, 'subject'),
    ...(details !== undefined && { details }),
  };
}
