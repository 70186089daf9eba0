import type { Range } from '../language.ts';

const blank = '\u0000';

/** What is quoted belongs to no clause around it; its marks keep their places. */
export function maskAll(text: string, quoted: readonly Range[]): string {
  let masked = '';
  let at = 0;
  for (const { start, end } of quoted) {
    masked += text.slice(at, start) + blank.repeat(end - start);
    at = end;
  }
  return masked + text.slice(at);
}
