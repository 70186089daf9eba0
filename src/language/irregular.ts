/** Bases by their irregular forms, from lists such as "go went gone|be was were been", folded. */
export function irregularForms(lists: string): ReadonlyMap<string, string> {
  return new Map(
    lists
      .split('|')
      .map((list) => list.trim().split(/\s+/))
      .flatMap(([base = '', ...forms]) => forms.map((form): [string, string] => [form, base])),
  );
}
