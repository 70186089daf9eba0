import { LineCounter, isAlias, isMap, isNode, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import type { TextKey, TextValues } from '../../texts.ts';

/** Something in a file that isn't as it must be. */
export interface Problem {
  readonly line: number;
  readonly key: TextKey;
  readonly values: TextValues;
}

/** What a field holds, as it was written; an empty text where it holds nothing. */
export type FieldValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'map'; readonly fields: ReadonlyMap<string, Field> };

/** A field, and where it stands. */
export interface Field {
  readonly line: number;
  readonly value: FieldValue;
}

/** One entry of a list, and where it begins. */
export interface FileEntry {
  readonly line: number;
  readonly fields: ReadonlyMap<string, Field>;
}

/**
 * Reads a file of lists of entries: YAML, and so JSON as well. Every scalar is taken as the text it was written as: an id such as 00394709
 * is no number.
 * @param lists the names of the lists there may be
 */
export function readEntries<name extends string>(
  text: string,
  lists: readonly name[],
): { readonly entries: ReadonlyMap<name, readonly FileEntry[]>; readonly problems: readonly Problem[] } {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter, prettyErrors: false });
  const problems: Problem[] = [];
  const lineAt = (offset: number) => Math.max(1, lineCounter.linePos(offset).line);
  const report = (line: number, key: TextKey, values: TextValues = {}) =>
    problems.push({ line, key, values });

  for (const { code, pos } of document.errors)
    report(
      lineAt(pos[0]),
      code === 'DUPLICATE_KEY' ? 'cli.subscriptions.problems.twice' : 'cli.subscriptions.problems.syntax',
    );
  const lineOf = (node: unknown, otherwise: number) =>
    isNode(node) && node.range ? lineAt(node.range[0]) : otherwise;
  visit(document, {
    Alias(_, node) {
      if (node.resolve(document) === undefined) report(lineOf(node, 1), 'cli.subscriptions.problems.syntax');
    },
  });
  if (problems.length > 0) return { entries: new Map(), problems };

  /** The texts, lists and maps of a node; what is anything else is a problem. */
  function valueOf(node: unknown, field: string, line: number): FieldValue | undefined {
    const found = resolved(node, document);
    if (found === null) return { kind: 'text', text: '' };
    if (isScalar(found)) return { kind: 'text', text: textOf(found.value) };
    if (isSeq(found)) {
      const items = found.items.map((item) => resolved(item, document));
      const texts = items.flatMap((item) => (isScalar(item) ? [textOf(item.value)] : []));
      if (texts.length === items.length) return { kind: 'list', items: texts };
    }
    if (isMap(found)) return { kind: 'map', fields: fieldsOf(found, line) };
    report(line, 'cli.subscriptions.problems.shape', { field });
    return undefined;
  }

  function fieldsOf(node: unknown, line: number): ReadonlyMap<string, Field> {
    const fields = new Map<string, Field>();
    if (!isMap(node)) return fields;
    for (const { key, value } of node.items) {
      const keyNode = resolved(key, document);
      const name = isScalar(keyNode) ? textOf(keyNode.value) : '';
      const place = lineOf(key, line);
      const found = valueOf(value, name, place);
      if (found !== undefined) fields.set(name, { line: place, value: found });
    }
    return fields;
  }

  function entriesOf(node: unknown, list: string, line: number): readonly FileEntry[] {
    const found = resolved(node, document);
    if (found === null || (isScalar(found) && textOf(found.value) === '')) return [];
    if (!isSeq(found)) {
      report(line, 'cli.subscriptions.problems.list', { list });
      return [];
    }
    return found.items.flatMap((item): readonly FileEntry[] => {
      const place = lineOf(item, line);
      const entry = resolved(item, document);
      if (isMap(entry)) return [{ line: place, fields: fieldsOf(entry, place) }];
      report(place, 'cli.subscriptions.problems.entry', { list });
      return [];
    });
  }

  const entries = new Map<name, readonly FileEntry[]>();
  const root = resolved(document.contents, document);
  if (!isMap(root)) {
    if (root !== null && !(isScalar(root) && textOf(root.value) === ''))
      report(lineOf(root, 1), 'cli.subscriptions.problems.root', { lists: lists.join(', ') });
    return { entries, problems };
  }
  for (const { key, value } of root.items) {
    const line = lineOf(key, 1);
    const written = isScalar(key) ? textOf(key.value) : '';
    const list = lists.find((name) => name === written);
    if (list === undefined)
      report(line, 'cli.subscriptions.problems.unknown', { field: written, allowed: lists.join(', ') });
    else entries.set(list, entriesOf(value, list, line));
  }
  return { entries, problems };
}

/** What an alias stands for; null where there is nothing. */
function resolved(node: unknown, document: Document.Parsed): unknown {
  return (isAlias(node) ? node.resolve(document) : node) ?? null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
