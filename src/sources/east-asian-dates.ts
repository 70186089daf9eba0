const letters = /[\u4E00-\u9FFF\uAC00-\uD7AF]/;
const hangul = /[\uAC00-\uD7AF]/;
const zone = /(?:Z|[A-Z]{3,}|[+-]\d\d:?\d\d)\s*$/i;

/**
 * A date as Chinese, Japanese and Korean papers write it, in the words of others: "2026年11月23日 午後8時15分" is "2026-11-23
 * 8:15 pm". All who write Korean live in one time zone, so that it goes without saying.
 */
export function westernDate(text: string): string {
  if (!letters.test(text)) return text;
  const date = text
    .replace(/(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일](?:\s*\([^()]*\))?/, '$1-$2-$3 ')
    .replace(/(\d{1,2})\s*[時时点點시]\s*(?:(\d{1,2})\s*[分분]\s*)?(?:(\d{1,2})\s*[秒초])?/, clock)
    .replace(/(오전|午前|上午|오후|午後|下午)\s*(\d{1,2}:\d\d(?::\d\d)?)/, half)
    .trim();
  return hangul.test(text) && !zone.test(text) ? `${date} KST` : date;
}

function clock(...[, hour, minute = '00', second = '00']: readonly string[]): string {
  return `${hour}:${minute.padStart(2, '0')}:${second.padStart(2, '0')}`;
}

function half(...[, half = '', time]: readonly string[]): string {
  return `${time} ${'오전午前上午'.includes(half) ? 'am' : 'pm'}`;
}
