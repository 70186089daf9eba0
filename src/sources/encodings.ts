/**
 * The name that the WHATWG Encoding Standard has for a written label, where ISO-8859-1 means windows-1252; undefined for
 * one that nobody knows. Labels are also understood as other programs write them: "iso_8859_15", "win-1251", "csISO885915".
 */
export function encodingNamed(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  const plain = label.trim().toLowerCase().replaceAll('_', '-');
  const windows = /^(?:x-|ms-?)?(?:windows|win|cp)-?(125\d|874)$/.exec(plain)?.[1];
  const iso = /^(?:x-)?iso-?8859-?(\d{1,2})(?:-[ei])?$/.exec(plain)?.[1];
  const utf = /^(?:x-)?(?:unicode-?)?utf-?(8|16|16le|16be)(?:mb\d|n)?$/.exec(plain)?.[1];
  const names = [
    plain,
    windows && `windows-${windows}`,
    iso && `iso-8859-${iso}`,
    utf && `utf-${utf}`,
    plain.replace(/^(?:cs|x)-?/, ''),
  ];
  return names.map(standardName).find((name) => name !== undefined);
}

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
export const sevenBit: ReadonlySet<string> = new Set(['iso-2022-jp']);

/** What bytes say as UTF-16 or UTF-32, where their first ones tell; undefined where they don't. */
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
  return undefined;
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
