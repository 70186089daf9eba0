/** An ISO 639-1 tag of a language Kiosk speaks; the name of its folder here and of its file in `locales/`. */
export type LanguageTag = 'en' | 'fr' | 'de';

/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Everything Kiosk knows about one language. A fourth language is one folder that exports one of these. */
export interface Language {
  readonly tag: LanguageTag;
  /** Words that carry no topic, folded. */
  readonly stopWords: ReadonlySet<string>;
  /** The stem (Snowball) of a lower-case word that still has its accents. */
  stem(word: string): string;
  /** Abbreviations, lower case without their final dot, after which a sentence goes on ("mr", "bzw", "m"). */
  readonly abbreviations: ReadonlySet<string>;
  /** True where "7." before a word is an ordinal number and seldom ends a sentence (German). */
  readonly ordinalDots: boolean;
  /** How compounds are glued, longest first, "" included; undefined where the language writes its words apart. */
  readonly compoundLinks: readonly string[] | undefined;
  /** Words of time a question may hold ("since Tuesday"); see time.ts. */
  readonly time: TimeWords;
}

/** The words from which `time.ts` reads a range of time; all folded. */
export interface TimeWords {
  /** Sunday first. */
  readonly weekdays: readonly (readonly string[])[];
  /** January first. */
  readonly months: readonly (readonly string[])[];
  readonly today: readonly string[];
  readonly yesterday: readonly string[];
  readonly dayBeforeYesterday: readonly string[];
  readonly thisWeek: readonly string[];
  readonly lastWeek: readonly string[];
  readonly thisMonth: readonly string[];
  readonly lastMonth: readonly string[];
  /** Words that open a range up to now: "since", "seit", "depuis". */
  readonly since: readonly string[];
  /** "the last 3 days": phrases before or after the number, and the units. */
  readonly lastSpan: readonly string[];
  readonly units: Readonly<Record<'hour' | 'day' | 'week' | 'month', readonly string[]>>;
}
