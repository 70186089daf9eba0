/** What the bytes of a document that isn't UTF-8 throughout are made of. */
export interface Mixture {
  /** Characters of several bytes that are UTF-8. */
  readonly characters: number;
  /** Bytes beyond ASCII that are not. */
  readonly strays: number;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Counts what is UTF-8 and what isn't. */
export function mixtureOf(bytes: Uint8Array): Mixture {
  let characters = 0;
  let strays = 0;
  for (let at = 0; at < bytes.length;) {
    const length = characterAt(bytes, at);
    if (length > 1) characters += 1;
    if (length === 0) strays += 1;
    at += Math.max(1, length);
  }
  return { characters, strays };
}

/**
 * Reads bytes of which some are UTF-8 and some are of another encoding, as where texts were put together from several
 * places. Where most is UTF-8, all that can be is. Where most is not, only what makes no sense otherwise is.
 * @param encoding one whose characters are single bytes
 */
export function decodeMixed(bytes: Uint8Array, encoding: string, { characters, strays }: Mixture): string {
  if (characters === 0) return new TextDecoder(encoding).decode(bytes);
  const upper = new TextDecoder(encoding).decode(Uint8Array.from({ length: 128 }, (_, index) => 128 + index));
  const isMostlyUtf8 = characters > strays;
  let text = '';
  let from = 0;
  for (let at = 0; at < bytes.length;) {
    const length = characterAt(bytes, at);
    if (length === 1 || (length > 1 && (isMostlyUtf8 || isUnlikely(bytes, at)))) {
      at += length;
      continue;
    }
    text += utf8.decode(bytes.subarray(from, at));
    const byte = bytes[at] ?? 0;
    text += isMostlyUtf8 && isTorn(bytes, at) ? '\uFFFD' : upper.charAt(byte - 128);
    at += 1;
    from = at;
  }
  return text + utf8.decode(bytes.subarray(from));
}

/** How many bytes the UTF-8 character there has; 0 where there is none. */
function characterAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return 0;
  for (let index = 1; index < length; index += 1) {
    if (!continues(bytes[at + index])) return 0;
  }
  const second = bytes[at + 1] ?? 0;
  const isOverlong = (first === 0xe0 && second < 0xa0) || (first === 0xf0 && second < 0x90);
  const isBeyond = (first === 0xed && second > 0x9f) || (first === 0xf4 && second > 0x8f);
  return isOverlong || isBeyond ? 0 : length;
}

function continues(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}

/** Letters and marks of Western Europe in UTF-8, which are "Ã©", "Â«" and "â€™" otherwise: nobody writes that. */
function isUnlikely(bytes: Uint8Array, at: number): boolean {
  const [first, second = 0] = bytes.subarray(at, at + 2);
  return (
    first === 0xc3 ||
    (first === 0xc2 && second >= 0xa0) ||
    (first === 0xe2 && (second === 0x80 || second === 0x82))
  );
}

/** The beginning of such a character whose end is missing: a program that counts bytes cut a text there. */
function isTorn(bytes: Uint8Array, at: number): boolean {
  const [first, second = 0] = bytes.subarray(at, at + 2);
  const isLetter = (second | 32) >= 97 && (second | 32) <= 122;
  return ((first === 0xc2 || first === 0xc3) && !isLetter) || (first === 0xe2 && second === 0x80);
}
