import type { Timing } from '../../chat/plan.ts';

/** When something is due: an expression as `parseCron` reads it, by the clocks of one time zone. */
export type When = Timing;
