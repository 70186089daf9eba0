/** Irregular words both ways. */
export interface Irregular {
  /** Bases by their forms: "went" → "go". */
  readonly bases: ReadonlyMap<string, string>;
  /** Forms by their base: "go" → "went", "gone". */
  readonly forms: ReadonlyMap<string, readonly string[]>;
}

/** Irregular words from lists such as "go went gone|be was were been", folded. */
export function irregularWords(lists: string): Irregular {
  const entries = lists.split('|').map((list) => list.trim().split(/\s+/));
  return {
    bases: new Map(
      entries.flatMap(([base = '', ...forms]) => forms.map((form): [string, string] => [form, base])),
    ),
    forms: new Map(entries.map(([base = '', ...forms]) => [base, forms])),
  };
}
