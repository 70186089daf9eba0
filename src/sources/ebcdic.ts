/** What IBM's code page 37 has from 0x40 on. */
const letters =
  ' \u00A0âäàáãåçñ¢.<(+|&éêëèíîïìß!$*);¬-/ÂÄÀÁÃÅÇÑ¦,%_>?øÉÊËÈÍÎÏÌ`:#@\'="' +
  'Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ¤µ~stuvwxyz¡¿ÐÝÞ®^£¥·©§¶¼½¾[]¯¨´×' +
  '{ABCDEFGHI\u00ADôöòóõ}JKLMNOPQR¹ûüùúÿ\\÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ\u009F';

/** Page 37's letters that others write as something else. */
const swaps: readonly (readonly [label: RegExp, from: string, to: string])[] = [
  [/500$|[_-](?:be|ch)$/i, '¢|!¬^[]', '[!]^¢¬|'],
  [/1140$/, '¤', '€'],
];

/** What an XML declaration begins with in any of IBM's code pages for mainframes. */
const declaration = [0x4c, 0x6f, 0xa7, 0x94];

/** What bytes say as EBCDIC, where their first ones tell; undefined where they don't. */
export function decodeEbcdic(bytes: Uint8Array): string | undefined {
  if (!declaration.every((byte, at) => bytes[at] === byte)) return undefined;
  const text = Array.from(bytes, letterOf).join('');
  const label = /\bencoding\s*=\s*["']([\w-]+)/.exec(text.slice(0, 200))?.[1] ?? '';
  const swap = swaps.find(([pattern]) => pattern.test(label));
  if (swap === undefined) return text;
  const [, from, to] = swap;
  return Array.from(text, (letter) =>
    from.includes(letter) ? to.charAt(from.indexOf(letter)) : letter,
  ).join('');
}

function letterOf(byte: number): string {
  if (byte >= 0x40) return letters.charAt(byte - 0x40);
  return byte === 0x0d || byte === 0x15 || byte === 0x25 ? '\n' : ' ';
}
