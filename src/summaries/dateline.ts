/** Agencies as they sign what papers print of theirs. */
const agency = String.raw`\((?:AP|AFP|Reuters|dpa(?:\/\p{L}+)?|apa|APA|sda|SDA|ATS|Belga|KNA|epd|SID|EFE|ANSA|PA|UPI|PTI|TASS|Xinhua|Bloomberg)\)`;
const pattern = new RegExp(
  String.raw`^(?:\p{Lu}[\p{L}\p{N} .,'’/-]{1,60}${agency}\s*[-–—]{1,2}|\p{Lu}{3,}(?:[ -]\p{Lu}{2,})*(?:, \p{L}+\.? \d{1,2})?\s[-–—]{1,2})\s+`,
  'u',
);

/** How many UTF-16 units at the start of a sentence say where and by whom it was written: "PARIS (AFP) - ". */
export function datelineLength(sentence: string): number {
  return pattern.exec(sentence)?.[0].length ?? 0;
}
