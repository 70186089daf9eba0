import { decodeEbcdic } from './ebcdic.ts';
import { decodeOld, oldEncodingNamed } from './old-encodings.ts';

/**
 * The name that the WHATWG Encoding Standard has for a written label, where ISO-8859-1 means windows-1252; for an older
 * encoding the library's name; undefined for one that nobody knows. Labels are also understood as other programs write
 * them: "iso_8859_15", "win-1251", "csISO885915".
 */
export function encodingNamed(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  const plain = label.trim().toLowerCase().replaceAll('_', '-');
  const windows = /^(?:x-|ms-?)?(?:windows|win|cp)-?(125\d|874)$/.exec(plain)?.[1];
  const iso = /^(?:x-)?iso-?8859-?(\d{1,2})(?:-[ei]|[:-](?:19|20)\d\d)?$/.exec(plain)?.[1];
  const utf = /^(?:x-)?(?:unicode-?)?utf-?(8|16|16le|16be)(?:mb\d|n)?$/.exec(plain)?.[1];
  const east = eastern.find(([pattern]) => pattern.test(plain))?.[1];
  const names = [
    plain,
    east,
    windows && `windows-${windows}`,
    iso && `iso-8859-${iso}`,
    utf && `utf-${utf}`,
    plain.replace(/^(?:cs|x)-?/, ''),
  ];
  return names.map(standardName).find((name) => name !== undefined) ?? oldEncodingNamed(plain);
}

/**
 * Reads bytes as an encoding by its name.
 * @throws {TypeError} where they make no sense in one of the standard, and `isStrict`
 */
export function decodeNamed(name: string, bytes: Uint8Array, isStrict = false): string {
  return standardName(name) === undefined
    ? decodeOld(name, bytes)
    : new TextDecoder(name, { fatal: isStrict }).decode(bytes);
}

/** Labels that other programs have for encodings of East Asia, and for those that add a few characters to them. */
const eastern: readonly (readonly [label: RegExp, name: string])[] = [
  [/^(?:cp|ms)?932$|^(?:shift|s)-?jis|^ms-?kanji$|^x-mac-japanese$/, 'shift_jis'],
  [/^euc-?j|^u-?jis$/, 'euc-jp'],
  [/^iso-?2022-?jp/, 'iso-2022-jp'],
  [/^(?:cp|ms)?949$|^uhc$|^euc-?kr$|^ks-?[cx]|^x-mac-korean$/, 'euc-kr'],
  [/^(?:cp|ms)?936$|^euc-?cn$|^euc-?gb|^x-mac-simp/, 'gbk'],
  [/^(?:cp|ms)?950$|^big-?5-?tw$|^x-mac-trad/, 'big5'],
];

function standardName(label: string | undefined): string | undefined {
  if (label === undefined || label === '') return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** Encodings of Western Europe: what isn't UTF-8 in a text of these languages is in one of them. */
export const western: ReadonlySet<string> = new Set(['windows-1252', 'iso-8859-15', 'windows-1254']);

/** Encodings of many thousand characters in two bytes, which may look like two-byte UTF-8. */
export const wide: ReadonlySet<string> = new Set(['gbk', 'gb18030', 'big5', 'euc-jp', 'euc-kr', 'shift_jis']);

/** Encodings that write other scripts in 7-bit bytes, so that their bytes always look like UTF-8. */
export const sevenBit: ReadonlySet<string> = new Set(['iso-2022-jp', 'utf7', 'utf7imap']);

/** What bytes say as UTF-16, UTF-32 or EBCDIC, where their first ones tell; undefined where they don't. */
export function decodeMarked(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes;
  const starts = (...mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte);
  if (starts(0xff, 0xfe, 0, 0)) return decodeUtf32(bytes.subarray(4), true);
  if (starts(0, 0, 0xfe, 0xff)) return decodeUtf32(bytes.subarray(4), false);
  if (starts(0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (starts(0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  // Without a mark it shows by the first characters: "<" or a letter beside zero bytes.
  if (bytes.length < 4) return undefined;
  if (first === 0 && second === 0 && third === 0 && fourth !== 0) return decodeUtf32(bytes, false);
  if (first !== 0 && second === 0 && third === 0 && fourth === 0) return decodeUtf32(bytes, true);
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0)
    return new TextDecoder('utf-16be').decode(bytes);
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0)
    return new TextDecoder('utf-16le').decode(bytes);
  return decodeEbcdic(bytes);
}

function decodeUtf32(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, isLittle);
    const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    pieces.push(isCharacter ? String.fromCodePoint(code) : '\uFFFD');
  }
  return pieces.join('');
}
