/** The same text by itself: one that was cut out of a longer text keeps all of that in memory for as long as it is kept. */
export function detached(text: string): string {
  return ` ${text}`.slice(1);
}
