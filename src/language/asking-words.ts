/** What a question may ask for, where its words tell; a name is that of a person, a people or an organisation. */
export type AskedThing =
  | 'name'
  | 'time'
  | 'place'
  | 'duration'
  | 'number'
  | 'share'
  | 'money'
  | 'reason'
  | 'manner';

/** What a question may ask for; who or what somebody or something is that it names, or what it is called. */
export type AskedKind = AskedThing | 'identity' | 'term';

/** The words by which a language asks; all folded, phrases with single spaces. */
export interface AskingWords {
  /** What asks for a kind of thing by itself: "who", "how many". */
  readonly phrases: Readonly<Record<AskedThing, readonly string[]>>;
  /** What asks who or what something is, at the beginning and with nothing but its name after it: "who is", "what is". */
  readonly identity: { readonly who: readonly string[]; readonly what: readonly string[] };
  /** Those of them that also join clauses ("when he died"): they ask at the beginning or the end of a question. */
  readonly joining: readonly string[];
  /** What asks for the kind of thing that the noun after it names: "which", "what". */
  readonly which: readonly string[];
  /** What may stand between such a word and its noun: "is", "the". */
  readonly between: readonly string[];
  /** Nouns by the kind of thing they name: "year", "country". */
  readonly nouns: Readonly<Record<AskedThing, readonly string[]>>;
  /** What questions say and their answers seldom repeat: "called", "type", "the name". */
  readonly frames: readonly string[];
  /** What asks what something is called, anywhere in a question: "called", "the term for". */
  readonly term: readonly string[];
  /** What asks for what is new: "the latest news". */
  readonly news: readonly string[];
}

/** The words by which a text gives what may be asked for; all folded, phrases with single spaces. */
export interface MentionWords {
  /** Numbers in words with their values, "hundred" and "million" included. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Words that count without a value of their own: "dozens", "half". */
  readonly amounts: readonly string[];
  /** What makes a number before it a share: "percent". */
  readonly percent: readonly string[];
  /** What makes a number before it a sum of money: "dollars". */
  readonly money: readonly string[];
  /** Times that are no dates: "century", "summer". */
  readonly times: readonly string[];
  /** What stands behind the hour of a clock: "am", "Uhr". */
  readonly clock: readonly string[];
  /** Units of time: "days". */
  readonly units: readonly string[];
  /** What may stand within a name: "of", "von". */
  readonly particles: readonly string[];
  /** What stands before the name of a place: "in", "near". */
  readonly beforePlaces: readonly string[];
  /** What gives a reason: "because". */
  readonly reasons: readonly string[];
  /** What says how: "by". */
  readonly manners: readonly string[];
  /** What says what something is called: "known as". */
  readonly terms: readonly string[];
  /** What says what something is: "is", "was". */
  readonly copulas: readonly string[];
  /** True where months have a capital. */
  readonly capitalMonths: boolean;
  /** True where every noun is capitalised, so that a lone capital is no name (German). */
  readonly capitalNouns: boolean;
}
