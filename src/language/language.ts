import type { AskingWords, MentionWords } from './asking-words.ts';
import type { ScheduleWords } from './schedule-words.ts';
import type { Token } from './words.ts';

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
  /** True where words of one stem may mean anything ("use", "useful"); in German they seldom do. */
  readonly blursWords: boolean;
  /** The words that a folded form may belong to where its stem is another: "struck", "geschrieben". For dictionaries. */
  lemmasOf(word: string): readonly string[];
  /** The forms of a folded word whose stem is another: "strike" → "struck". For questions. */
  formsOf(word: string): readonly string[];
  /** Verbs among the words of a text that a part of them stands apart from (German): "fand … statt". */
  separatedVerbs(text: string, tokens: readonly Token[]): readonly SeparatedVerb[];
  /** Verbs that say little beside their noun ("take place"), folded. */
  readonly lightVerbs: readonly string[];
  /** Words of one meaning and root that stems keep apart, in families: "die death dead|born birth". */
  readonly kin: string;
  /** Abbreviations by what may follow them. */
  readonly abbreviations: Abbreviations;
  /** There where "7." before a word is an ordinal number and seldom ends a sentence (German), with what counts before a number ("rund 7."). */
  readonly ordinalDots?: { readonly amounts: ReadonlySet<string> };
  /** How compounds are glued, longest first, "" included; undefined where the language writes its words apart. */
  readonly compoundLinks: readonly string[] | undefined;
  /** Words of time a question may hold ("since Tuesday"); see time.ts. */
  readonly time: TimeWords;
  /** Words that say when something is to come again and again. */
  readonly schedule: ScheduleWords;
  /** Words by which a question tells what it asks for. */
  readonly asking: AskingWords;
  /** Words by which a text gives what is asked for. */
  readonly mentions: MentionWords;
  /** Words by which a question leans on the one before. */
  readonly followUp: FollowUpWords;
  /** Words that join what a filter looks for. */
  readonly operators: OperatorWords;
  /** Matches a sentence in which a paper says that it corrected the article. */
  readonly correction: RegExp;
  /** How its papers write. */
  readonly reporting: ReportingWords;
  /** Where it is spoken. */
  readonly places: Places;
  /** Letters that hardly occur in any other language, lower case; with `stopWords` they settle close calls of detection. */
  readonly letters: string;
}

/** A verb and its prefix, which stands apart from it. */
export interface SeparatedVerb {
  readonly verb: Token;
  readonly prefix: Token;
  /** What both may be together, folded: "stattfinden". */
  readonly infinitives: readonly string[];
}

/** Abbreviations, lower case without their final dot ("mr", "z.b", "m"). */
export interface Abbreviations {
  /** A sentence always goes on after these ("Mr."). */
  readonly goOn: ReadonlySet<string>;
  /** A sentence goes on after these when a number follows ("No. 5"). */
  readonly beforeNumbers: ReadonlySet<string>;
  /** A sentence ends after these only where the next word is one that begins sentences ("etc. The"). */
  readonly mayEnd: ReadonlySet<string>;
}

/** Words of a question that continues another, folded. */
export interface FollowUpWords {
  /** First words: "and", "und", "et". */
  readonly openers: ReadonlySet<string>;
  /** Words that point back: "it", "they", "davon". */
  readonly pronouns: ReadonlySet<string>;
}

/** Words by which a paper's sentences lean on each other and on those who said something. */
export interface ReportingWords {
  /** First words of sentences that mean little without the one before ("He", "Dies", "Cependant"), folded. */
  readonly leaning: ReadonlySet<string>;
  /** Forms of the verbs that give words to a speaker ("said"), and what stands for them ("according"), folded. */
  readonly saying: ReadonlySet<string>;
  /** Matches a sentence that belongs to the page and not to the story: by-lines, credits, cookies, "read more". */
  readonly furniture: RegExp;
  /** How they say who spoke. */
  readonly attribution: AttributionWords;
  /** How they tell what was said without quoting it. */
  readonly indirect: IndirectWords;
}

/** Words from which `quotations` tells that a sentence gives what it says to a speaker; all folded. */
export interface IndirectWords {
  /** What opens what was said behind a verb of saying: "that", "que"; none where a comma does. */
  readonly that: ReadonlySet<string>;
  /** Verbs behind which it may follow without such a word: "said". */
  readonly bare: ReadonlySet<string>;
  /** Verbs behind which whom it is said to may stand: "told". */
  readonly addressing: ReadonlySet<string>;
  /** True where a comma opens it (German). */
  readonly afterComma: boolean;
  /** Verbs with the word behind which there is what was spoken of: "spoke of". */
  readonly of: readonly string[];
  /** Helping verbs behind whose subject it is the speaker: "has", but not "was". */
  readonly active: ReadonlySet<string>;
  /** Verbs that say so only with another word at the end of their clause: "teilte … mit"; with an empty one, never. */
  readonly needs: Readonly<Record<string, string>>;
  /** What nouns begin with that name nobody in particular: "a survey". */
  readonly indefinite: ReadonlySet<string>;
  /** What joins a second verb to a subject: "and". */
  readonly joining: ReadonlySet<string>;
  /** What turns a clause around, or makes another one of it: "not", "whether". */
  readonly never: ReadonlySet<string>;
  /** Those that begin a phrase of `according` and mean more than that: "pour", "so". */
  readonly unsure: ReadonlySet<string>;
}

/** Words from which `quotations` tells who said what stands between quotation marks; all folded. */
export interface AttributionWords {
  /** Words of a question for what somebody said that say nothing of what about. */
  readonly asked: ReadonlySet<string>;
  /** What stands before a speaker without a verb: "according to", "selon", "laut"; phrases with single spaces. */
  readonly according: readonly string[];
  /** Helping verbs of those that give words to a speaker: "has", "a", "hat". */
  readonly helpers: ReadonlySet<string>;
  /** Pronouns of one person by what they say of them, and all others, whose names can't be told. */
  readonly pronouns: {
    readonly he: ReadonlySet<string>;
    readonly she: ReadonlySet<string>;
    readonly others: ReadonlySet<string>;
  };
  /** What may stand between the verb and the speaker: "sagte am Montag Merkel". */
  readonly passing: ReadonlySet<string>;
  /** What may stand before a speaker and isn't part of it: "but", "auch". */
  readonly leading: ReadonlySet<string>;
  /** What begins or follows the noun that names a speaker and is no part of it: prepositions, adverbs, conjunctions. */
  readonly apart: ReadonlySet<string>;
  /** What goes on within it: "of", "de", "der". */
  readonly within: ReadonlySet<string>;
  /** What nouns begin with: "the", "une", "der". */
  readonly determiners: ReadonlySet<string>;
  /** Match what stands with a woman's name, and with a man's: "Mrs", "der". */
  readonly feminine: RegExp;
  readonly masculine: RegExp;
  /** Matches verbs of several speakers where a pronoun of one may stand for several, too ("sagten sie"). */
  readonly severalSay: RegExp | undefined;
  /** True where the speaker may be named between commas inside the quotation marks (French). */
  readonly insideMarks: boolean;
}

/** Where a language is spoken, and its names of cities, so that readers find their time zone. */
export interface Places {
  /** ISO 3166 codes of regions, those with most readers first. */
  readonly regions: readonly string[];
  /** Time zones (IANA names) by folded names of cities that the zone's own name doesn't hold. */
  readonly cities: Readonly<Record<string, string>>;
}

/** Words that join keywords, folded; the first of each is the one Kiosk writes. */
export interface OperatorWords {
  readonly and: readonly string[];
  readonly or: readonly string[];
  readonly not: readonly string[];
}

/** The words from which `time.ts` reads a range of time; all folded, phrases with single spaces. */
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
  readonly thisYear: readonly string[];
  readonly lastYear: readonly string[];
  /** Words that open a range up to now: "since", "seit", "depuis". */
  readonly since: readonly string[];
  /** What may stand before a day or a month and belongs to it: "on", "am", "le"; articles included. */
  readonly lead: readonly string[];
  /** What makes a weekday the one before today, before or after it: "last", "letzten", "dernier". */
  readonly last: readonly string[];
  /** What may stand before a month or a year that stands alone: "in May", "im Mai". */
  readonly within: readonly string[];
  /** "the last 3 days", "les 3 derniers jours": before the number or between it and the unit. */
  readonly lastSpan: readonly string[];
  /** "3 days ago", "vor 3 Tagen": before the number or after the unit. */
  readonly ago: readonly string[];
  /** Numbers in words, from one. */
  readonly numbers: readonly (readonly string[])[];
  readonly units: Readonly<Record<'hour' | 'day' | 'week' | 'month' | 'year', UnitWords>>;
}

/** A unit of time, one and several. */
export interface UnitWords {
  readonly one: readonly string[];
  readonly many: readonly string[];
}
