import type { DayPart } from '../../language/schedule-words.ts';
import type { Days } from './slots.ts';
import type { SaidTime } from './time-of-day.ts';

/** A thing that words of a schedule say. */
export type Item =
  | { readonly kind: 'days'; readonly days: Days }
  /** That it comes weekly or monthly; other words must say on which day. */
  | { readonly kind: 'weekly' | 'monthly' }
  | { readonly kind: 'time'; readonly time: SaidTime }
  | { readonly kind: 'part'; readonly part: DayPart }
  /** Minutes. */
  | { readonly kind: 'interval'; readonly every: number }
  | { readonly kind: 'window'; readonly from: SaidTime; readonly to: SaidTime }
  /** A word that joins, or a sign that may join. */
  | { readonly kind: 'and' | 'pause' }
  | { readonly kind: 'filler' };

/** An item with how many words it takes. */
export type Found = Item & { readonly length: number };
