/** The headers of an answer as undici gives them: names in lower case, values in Latin-1. */
export type Fields = Readonly<Record<string, string | string[] | undefined>>;

/** Every line of one header, as they came; none where it wasn't sent. */
export function linesOf(fields: Fields, name: string): readonly string[] {
  const lines = fields[name];
  if (lines === undefined) return [];
  return typeof lines === 'string' ? [lines] : lines;
}

/** A header that is a list: its lines are one list in pieces (RFC 9110, 5.3). */
export function listOf(fields: Fields, name: string): string {
  return linesOf(fields, name).join(', ');
}
