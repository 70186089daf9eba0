import * as v from 'valibot';
import type { Happening } from './world.ts';

const happening = v.custom<Happening>((value) => typeof value === 'object' && value !== null);

/** What a process is told to do. */
export const orderSchema = v.variant('kind', [
  /** Opens the house. */
  v.object({
    kind: v.literal('open'),
    directory: v.string(),
    environment: v.record(v.string(), v.string()),
    at: v.number(),
    seed: v.number(),
  }),
  /** Lets it be so late, takes the news, and does what is due. */
  v.object({
    kind: v.literal('step'),
    at: v.number(),
    /** False where only what waits for a moment within the minute is due. */
    ticks: v.boolean(),
    news: v.pipe(v.array(happening), v.readonly()),
    /** Whether what is due is done while the news are taken, or after. */
    beside: v.boolean(),
    /** Whether it is done only when all that was begun has ended. */
    waits: v.boolean(),
  }),
]);

/** What a process says. */
export const reportSchema = v.variant('kind', [
  v.object({ kind: v.literal('ready') }),
  v.object({ kind: v.literal('opened') }),
  v.object({
    kind: v.literal('done'),
    /** When it wants to be called next, and when something in the outbox may be claimed next. */
    wake: v.optional(v.number()),
    next: v.optional(v.number()),
  }),
  v.object({ kind: v.literal('logged'), line: v.string() }),
]);

/** What a process is told to do. */
export type Order = v.InferOutput<typeof orderSchema>;
/** What a process says. */
export type Report = v.InferOutput<typeof reportSchema>;
