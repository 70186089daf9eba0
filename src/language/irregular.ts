/** Irregular words both ways. */
export interface Irregular {
  /** Bases by their forms: "went" → "go"; a form may be that of several. */
  readonly bases: ReadonlyMap<string, readonly string[]>;
  /** Forms by their base: "go" → "went", "gone". */
  readonly forms: ReadonlyMap<string, readonly string[]>;
}

/** Irregular words from lists such as "go went gone|be was were been", folded. */
export function irregularWords(lists: string): Irregular {
  const entries = lists.split('|').map((list) => list.trim().split(/\s+/));
  const bases = new Map<string, string[]>();
  for (const [base = '', ...forms] of entries)
    for (const form of forms) bases.set(form, [...(bases.get(form) ?? []), base]);
  return { bases, forms: new Map(entries.map(([base = '', ...forms]) => [base, forms])) };
}
