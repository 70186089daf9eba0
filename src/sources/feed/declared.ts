/** A declaration of an entity that stands for plain words or one letter. */
const declaration = /<!ENTITY\s+([\w.-]+)\s+(?:"([^"<&]*|&#\w+;)"|'([^'<&]*|&#\w+;)')\s*>/g;

/** More than this is never put in, in UTF-16 units. */
const mostAdded = 1_000_000;

/**
 * Puts in what a document type declares entities to stand for, as far as it is plain. Whatever holds markup, other
 * entities or another file's words stays as it is written.
 * @param prolog what is written before the first tag
 */
export function withDeclared(source: string, prolog: string): string {
  if (!prolog.includes('<!ENTITY')) return source;
  const declared = new Map<string, string>();
  for (const [, name = '', double, single = ''] of prolog.matchAll(declaration))
    if (!declared.has(name)) declared.set(name, double ?? single);
  let added = 0;
  return source.replace(/&([\w.-]+);/g, (reference, name: string) => {
    const words = declared.get(name);
    added += words?.length ?? 0;
    return words === undefined || added > mostAdded ? reference : words;
  });
}
