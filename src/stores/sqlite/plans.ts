import type { DatabaseSync } from 'node:sqlite';
import type { Advance } from '../../chat/plan.ts';
import { transact } from './database.ts';
import { textOf } from './rows.ts';
import type { Row } from './rows.ts';

/** What plans are chosen by. */
export interface PlanRow {
  readonly id: string;
  readonly channel: string;
  readonly place: string;
  readonly active: boolean;
  readonly alerts: boolean;
  readonly dueAt: Date | undefined;
  readonly createdAt: Date;
  readonly plan: string;
}

/** Reads plans, as they are kept. */
export interface PlanReader {
  plans(of: { readonly channel?: string; readonly place?: string }): readonly string[];
  findPlan(id: string): string | undefined;
  duePlans(question: { readonly now: Date; readonly limit: number }): readonly string[];
  alertedPlans(): readonly string[];
}

/** Writes plans. */
export interface PlanWriter {
  putPlan(row: PlanRow): void;
  advancePlans(moves: readonly Advance[]): readonly string[];
  removePlan(id: string): boolean;
}

/** The read side of plans. */
export function createPlanReader(database: DatabaseSync): PlanReader {
  const all = database.prepare('SELECT plan FROM plans ORDER BY created_at, id');
  const ofChannel = database.prepare(
    'SELECT plan FROM plans WHERE channel = ?1 AND +place = coalesce(?2, place) ORDER BY created_at, id',
  );
  const ofPlace = database.prepare('SELECT plan FROM plans WHERE place = ? ORDER BY created_at, id');
  const find = database.prepare('SELECT plan FROM plans WHERE id = ?');
  const due = database.prepare(
    'SELECT plan FROM plans WHERE active = 1 AND due_at IS NOT NULL AND due_at <= ? ORDER BY due_at, id LIMIT ?',
  );
  const alerted = database.prepare('SELECT plan FROM plans WHERE active = 1 AND alerts = 1 ORDER BY id');
  return {
    plans({ channel, place }) {
      if (channel !== undefined) return ofChannel.all(channel, place ?? null).map(planIn);
      return (place === undefined ? all.all() : ofPlace.all(place)).map(planIn);
    },
    findPlan(id) {
      const row = find.get(id);
      return row === undefined ? undefined : planIn(row);
    },
    duePlans: ({ now, limit }) => due.all(now.getTime(), limit).map(planIn),
    alertedPlans: () => alerted.all().map(planIn),
  };
}

/** The write side of plans. */
export function createPlanWriter(database: DatabaseSync): PlanWriter {
  const put = database.prepare(`
    INSERT OR REPLACE INTO plans (id, channel, place, active, alerts, due_at, created_at, plan)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  const advance = database.prepare(`
    UPDATE plans SET due_at = ?1, plan = json_patch(plan, json_object('dueAt', ?2,
      'readUntil', coalesce(?3, plan ->> 'readUntil')))
    WHERE id = ?4 AND due_at = ?5`);
  const remove = database.prepare('DELETE FROM plans WHERE id = ?');
  return {
    putPlan({ id, channel, place, active, alerts, dueAt, createdAt, plan }) {
      const due = dueAt?.getTime() ?? null;
      put.run(id, channel, place, Number(active), Number(alerts), due, createdAt.getTime(), plan);
    },
    advancePlans: (moves) =>
      transact(database, () => {
        const moved: string[] = [];
        for (const { id, from, to, readUntil } of moves) {
          const due = [to?.getTime() ?? null, to?.toISOString() ?? null] as const;
          const { changes } = advance.run(...due, readUntil?.toISOString() ?? null, id, from.getTime());
          if (Number(changes) > 0) moved.push(id);
        }
        return moved;
      }),
    removePlan: (id) => Number(remove.run(id).changes) > 0,
  };
}

function planIn(row: Row): string {
  return textOf(row, 'plan');
}
