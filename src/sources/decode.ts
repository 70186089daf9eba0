/** How far into the bytes a declared encoding is looked for; the HTML standard asks for 1024, feeds put theirs first. */
const declarationBytes = 4096;

const byteOrderMarks = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8' },
  { bytes: [0xfe, 0xff], label: 'utf-16be' },
  { bytes: [0xff, 0xfe], label: 'utf-16le' },
] as const;

/**
 * Turns the bytes of a feed, a page or a text into a string; never fails. A byte order mark wins over `contentType`'s
 * charset, that over the document's own declaration, and bytes that contradict all of them over what was declared.
 */
export function decode(bytes: Uint8Array, contentType?: string): string {
  const mark = byteOrderMarks.find(({ bytes: start }) => start.every((byte, at) => bytes[at] === byte));
  if (mark !== undefined) return new TextDecoder(mark.label).decode(bytes);
  const wide = wideLabel(bytes);
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes);

  const label = transportLabel(contentType) ?? declaredLabel(bytes) ?? 'utf-8';
  const declared = decoderFor(label)?.encoding ?? 'utf-8';
  const valid = asUtf8(bytes);
  if (declared === 'utf-8' || declared.startsWith('utf-16')) return valid ?? latin(bytes);
  // One byte more than ASCII rarely happens to be valid UTF-8 by chance, so UTF-8 that is valid was meant as UTF-8.
  if (valid !== undefined && !statefulEncodings.has(declared)) return valid;
  return new TextDecoder(declared).decode(bytes);
}

/** Encodings that write other scripts in 7-bit bytes, so that their bytes always look like valid UTF-8. */
const statefulEncodings = new Set(['iso-2022-jp']);

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Servers cut documents in the middle of a character, and one torn character doesn't make a text Latin.
    const lenient = new TextDecoder('utf-8').decode(bytes);
    const broken = count(lenient, /\uFFFD/gu);
    const multibyte = count(lenient, /[\u0080-\uFFFC\u{10000}-\u{10FFFF}]/gu);
    return multibyte > 20 * broken ? lenient : undefined;
  }
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}

/** UTF-16 without a mark shows by its first characters: `<` or a letter beside a zero byte. */
function wideLabel(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0 && bytes.length > 3) return 'utf-16be';
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
  return undefined;
}

function transportLabel(contentType: string | undefined): string | undefined {
  return known(/charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType ?? '')?.[1]);
}

function declaredLabel(bytes: Uint8Array): string | undefined {
  const head = latin(bytes.subarray(0, declarationBytes));
  const xml = /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head)?.[1];
  return known(xml) ?? known(/<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1]);
}

function known(label: string | undefined): string | undefined {
  return label !== undefined && decoderFor(label) !== undefined ? label : undefined;
}

/** `TextDecoder` knows the labels of the WHATWG Encoding Standard, where ISO-8859-1 means windows-1252. */
function decoderFor(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}
