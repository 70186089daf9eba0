/** The bytes from 0x80 on as windows-1252 has them. */
const upper = new TextDecoder('windows-1252').decode(
  Uint8Array.from({ length: 128 }, (_, index) => 128 + index),
);

const utf8 = new TextDecoder();
const later = `[${upper.slice(0, 64)}]`;
/** Letters and marks of Western Europe that were UTF-8, taken for windows-1252, and made UTF-8 again. */
const twice = new RegExp(`Ã${later}|Â[${upper.slice(32, 64)}]|Å[“’¸]|â(?:€${later}|‚¬|„¢)`, 'gu');
const first = ['Ã', 'Â', 'Å', 'â€', 'â‚', 'â„'];
const certain = new RegExp(`[A-Za-z][ÃÂÅ]${later}|Ã${later}[A-Za-z]|â(?:€|‚¬|„¢)`);
const beyondAscii = /[\u0080-\uFFFF]/;

/**
 * Takes back that a text was encoded twice ("cafÃ©"), between the tags where it is certain: where every letter
 * beyond ASCII is of that kind, and one of them stands in a word. Whoever writes about such texts writes others as well.
 */
export function encodedOnce(text: string): string {
  if (!first.some((letters) => text.includes(letters))) return text;
  return text.replace(/[^<>]+/g, (run) =>
    certain.test(run) && !beyondAscii.test(run.replace(twice, '')) ? run.replace(twice, once) : run,
  );
}

const known = new Map<string, string>();

function once(sequence: string): string {
  const letter = known.get(sequence);
  if (letter !== undefined) return letter;
  const decoded = utf8.decode(Uint8Array.from(sequence, (letter) => 128 + upper.indexOf(letter)));
  known.set(sequence, decoded);
  return decoded;
}
