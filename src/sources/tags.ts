/** A tag, or something else in markup that is no text: a comment, a section, an instruction. */
export interface Tag {
  readonly kind: 'opening' | 'closing' | 'other';
  /** In lower case; '' where there is none. */
  readonly name: string;
  /** Where it begins in the source, where its attributes do, and where the text after it does. */
  readonly from: number;
  readonly attributesFrom: number;
  readonly to: number;
  /** True for one that closes itself: `<name/>`. */
  readonly isEmpty: boolean;
}

/** An attribute: its name in lower case, and its value as written. */
export type Attribute = readonly [name: string, value: string];

/** What is no text and no tag, by how it begins and ends; the first that fits counts. */
const sections = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<!', '>'],
  ['<?', '>'],
] as const;

/** Elements of HTML in which whatever looks like a tag is text, by where they end. */
const raw: ReadonlyMap<string, RegExp> = new Map(
  ['script', 'style', 'textarea', 'title', 'xmp'].map((name) => [
    name,
    new RegExp(`</${name}(?=[\\s/>])`, 'gi'),
  ]),
);

const anyItem = /<\/?(?:item|entry)[\s>]/i;

/** Attributes of one tag beyond these are not read. */
const most = 1000;

const [tab, newline, formFeed, carriageReturn, space] = [9, 10, 12, 13, 32];
const [quote, apostrophe, slash, less, equals, greater] = [34, 39, 47, 60, 61, 62];

/**
 * Finds the tags of a document one after the other, in time that grows with its length alone. Whatever can't be a tag is
 * text. In XML this goes for a tag with "<" in it, too: there, it is more likely that nobody escaped the first one.
 * @returns gives the next tag with every call, and undefined after the last
 */
export function createTagReader(source: string, kind: 'html' | 'xml'): () => Tag | undefined {
  const isXml = kind === 'xml';
  const { length } = source;
  let at = 0;
  /** Where the next section of literal text ends, if that was looked for. */
  let literalEnd = -1;

  function tagAt(from: number): Tag | undefined {
    const code = source.charCodeAt(from + 1);
    if (code === 33 || code === 63) return sectionAt(from);
    const isClosing = code === slash;
    const nameFrom = isClosing ? skipSpace(from + 2) : from + 1;
    if (!startsName(source.charCodeAt(nameFrom), isXml)) {
      if (!isClosing || isXml) return undefined;
      return other(from, after(source.indexOf('>', nameFrom), 1));
    }
    let nameTo = nameFrom + 1;
    while (nameTo < length && !endsName(source.charCodeAt(nameTo), isXml)) nameTo += 1;
    const end = isClosing ? endOfClosing(nameTo) : endOfOpening(nameTo);
    if (end < 0) return undefined;
    if (end === length) return other(from, length);
    const isEmpty = !isClosing && source.charCodeAt(end - 1) === slash;
    const name = source.slice(nameFrom, nameTo).toLowerCase();
    return {
      kind: isClosing ? 'closing' : 'opening',
      name,
      from,
      attributesFrom: nameTo,
      to: end + 1,
      isEmpty,
    };
  }

  function afterRaw({ name, to }: Tag): number {
    const end = raw.get(name);
    if (end === undefined) return to;
    end.lastIndex = to;
    return end.exec(source)?.index ?? length;
  }

  function sectionAt(from: number): Tag {
    const [opening, closing] = sections.find(([mark]) => source.startsWith(mark, from)) ?? sections[2];
    if (isXml && closing === ']]>') return literalAt(from, from + opening.length);
    // "<!-->" is a comment as well.
    const close = source.indexOf(closing, opening === '<!--' ? from + 2 : from + opening.length);
    return other(from, after(close, closing.length));
  }

  /** A section whose end was forgotten holds nothing, so that what follows is read. */
  function literalAt(from: number, inside: number): Tag {
    if (literalEnd < inside) {
      const close = source.indexOf(']]>', inside);
      literalEnd = close < 0 ? Number.POSITIVE_INFINITY : close;
    }
    if (literalEnd === Number.POSITIVE_INFINITY) return other(from, inside);
    // Of two sections without an end between them, the first has lost it if an item ends or begins in it.
    const nested = source.indexOf('<![CDATA[', inside);
    const isLost = nested >= 0 && nested < literalEnd && anyItem.test(source.slice(inside, nested));
    return other(from, isLost ? inside : literalEnd + 3);
  }

  function after(found: number, size: number): number {
    return found < 0 ? length : found + size;
  }

  function endOfClosing(from: number): number {
    const end = source.indexOf('>', from);
    if (end < 0) return length;
    return isXml && source.slice(from, end).includes('<') ? -1 : end;
  }

  /** Where the ">" of an opening tag is; -1 where it is no tag, the document's end where it has none. */
  function endOfOpening(from: number): number {
    let index = from;
    while (index < length) {
      const code = source.charCodeAt(index);
      if (code === greater) return index;
      if (code === less && isXml) return -1;
      index = code === equals ? endOfValue(skipSpace(index + 1)) : index + 1;
    }
    return length;
  }

  function endOfValue(from: number): number {
    const code = source.charCodeAt(from);
    if (code === quote || code === apostrophe) {
      const close = source.indexOf(code === quote ? '"' : "'", from + 1);
      // XML has no "<" in values, so the end of this one was forgotten.
      const isForgotten = isXml && (close < 0 || source.slice(from, close).includes('<'));
      if (!isForgotten) return close < 0 ? length : close + 1;
    }
    let index = from;
    while (index < length && !endsValue(source.charCodeAt(index), isXml)) index += 1;
    return index;
  }

  function skipSpace(from: number): number {
    let index = from;
    while (isSpace(source.charCodeAt(index))) index += 1;
    return index;
  }

  return () => {
    for (let from = source.indexOf('<', at); from >= 0; from = source.indexOf('<', from + 1)) {
      const tag = tagAt(from);
      if (tag === undefined) continue;
      at = isXml || tag.kind !== 'opening' || tag.isEmpty ? tag.to : afterRaw(tag);
      return tag;
    }
    at = length;
    return undefined;
  };
}

/** The attributes of an opening tag, as written. */
export function attributesOf(source: string, { attributesFrom, to }: Tag): readonly Attribute[] {
  if (to - attributesFrom < 3) return [];
  const written = source.slice(attributesFrom, to - 1);
  const pattern = /([^\s=/>][^\s=/>]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|["']?([^\s>]*)))?/g;
  const attributes: Attribute[] = [];
  for (
    let found = pattern.exec(written);
    found !== null && attributes.length < most;
    found = pattern.exec(written)
  ) {
    const [, name = '', double, single, bare = ''] = found;
    attributes.push([name.toLowerCase(), double ?? single ?? bare]);
  }
  return attributes;
}

function other(from: number, to: number): Tag {
  return { kind: 'other', name: '', from, attributesFrom: to, to, isEmpty: false };
}

function startsName(code: number, isXml: boolean): boolean {
  const lower = code | 32;
  if (lower >= 97 && lower <= 122) return true;
  return isXml && (code === 95 || code === 58 || code >= 128);
}

function endsName(code: number, isXml: boolean): boolean {
  return isSpace(code) || code === slash || code === greater || (isXml && code === less);
}

function endsValue(code: number, isXml: boolean): boolean {
  return isSpace(code) || code === greater || (isXml && code === less);
}

function isSpace(code: number): boolean {
  return code === space || code === newline || code === tab || code === carriageReturn || code === formFeed;
}
