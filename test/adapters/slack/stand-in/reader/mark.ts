/** Markup that took effect: what kind, on which words, and where it leads. */
export interface Mark {
  readonly kind:
    | 'bold'
    | 'italic'
    | 'strike'
    | 'code'
    | 'link'
    | 'mention'
    | 'emoji'
    | 'date'
    | 'list'
    | 'quote'
    | 'heading';
  readonly text: string;
  readonly to?: string;
}

/** Words as a reader reads them, the markup that took effect in them, and whom they notify. */
export interface Read {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** "@channel", "@here", "@everyone", or the ids of users and of groups of users. */
  readonly pings: readonly string[];
}

/** What ids are called: "Ada", "news". */
export type NameOf = (id: string) => string;

/** Words without markup. */
export const plainRead = (text: string): Read => ({ text, marks: [], pings: [] });

/** Words on which markup took effect. */
export function marked(kind: Mark['kind'], { text, marks, pings }: Read, to?: string): Read {
  return { text, marks: [{ kind, text, ...(to === undefined ? {} : { to }) }, ...marks], pings };
}

/** Words one after the other. */
export function joined(reads: readonly Read[], between: string): Read {
  return {
    text: reads.map(({ text }) => text).join(between),
    marks: reads.flatMap(({ marks }) => marks),
    pings: reads.flatMap(({ pings }) => pings),
  };
}

/** A mention of somebody, some or all. */
export function mention(text: string, ...pings: readonly string[]): Read {
  return { text, marks: [{ kind: 'mention', text }], pings };
}
