/** A part of the day that tells which of two hours is meant: "8 in the evening". */
export type DayPart = 'am' | 'pm' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';

/**
 * The words from which a schedule is read ("weekdays at 8:30"). All folded, words and signs separated by single spaces and
 * without apostrophes ("week - end", "o clock"). Each list holds every form that may be met.
 */
export interface ScheduleWords {
  /** Before what comes again and again: "every", "jeden", "tous les". */
  readonly every: readonly string[];
  /** Every day, Monday to Friday, and Saturday with Sunday. */
  readonly daily: readonly string[];
  readonly weekdays: readonly string[];
  readonly weekend: readonly string[];
  /** "weekly", "every month": says how often, and a day must say when. */
  readonly weekly: readonly string[];
  readonly monthly: readonly string[];
  /** Days of the week, Sunday first. */
  readonly days: readonly (readonly string[])[];
  /** Days of the month in words, from the first on. */
  readonly ordinals: readonly (readonly string[])[];
  /** After a day of the month in digits: "st", ".", "er". */
  readonly ordinalEndings: readonly string[];
  /** Before a day of the month that stands for itself: "on the", "am", "le". */
  readonly onDay: readonly string[];
  /** After a day of the month: "of the month", "day of each month". */
  readonly ofTheMonth: readonly string[];
  /** Before two days or times and between them: "from", "to"; `and` may stand between them, too. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Between things that are listed. */
  readonly and: readonly string[];
  readonly numbers: Readonly<Record<string, number>>;
  /** Before a time of day: "at", "um", "à". */
  readonly at: readonly string[];
  /** After an hour, and after minutes: "o’clock", "Uhr", "h". */
  readonly hour: readonly string[];
  readonly minute: readonly string[];
  /** Minutes by what adds them to the hour that follows ("half past", "halb"), or to the hour before ("et demie"). */
  readonly shiftsBefore: readonly Shift[];
  readonly shiftsAfter: readonly Shift[];
  readonly midnight: readonly string[];
  /** Noon alone is 12 o'clock. */
  readonly parts: Readonly<Record<DayPart, readonly string[]>>;
  /** Parts of the day as they may be glued to a day's name or stand right behind it: "Montagmorgen", "Montag Abend". */
  readonly partsOfDays: Readonly<Partial<Record<DayPart, readonly string[]>>>;
  /** Whole intervals, and the units of those with a number: "hourly", "hours". */
  readonly hourly: readonly string[];
  readonly halfHourly: readonly string[];
  readonly quarterHourly: readonly string[];
  readonly hours: readonly string[];
  readonly minutes: readonly string[];
  /** What may stand anywhere and says nothing: "please", "the". */
  readonly fillers: readonly string[];
}

/** Words that move an hour by some minutes. */
export interface Shift {
  readonly words: readonly string[];
  readonly minutes: number;
}
