import type { LanguageTag } from '../../language/language.ts';
import type { Translate } from '../../texts.ts';

/** Writes a time of day one language's way: "8:30 am", "noon"; `minutes` counts from midnight. */
export function writeTime(minutes: number, language: LanguageTag, t: Translate): string {
  if (minutes === 0) return t('replies.when.midnight');
  if (minutes === 720) return t('replies.when.noon');
  const hour = Math.floor(minutes / 60);
  const minute = minutes % 60;
  const half = hour < 12 ? 'am' : 'pm';
  const shown = `${hasTwelveHours(language) ? hour % 12 || 12 : hour}`;
  if (minute === 0) return t(`replies.when.${half}.hour`, { hour: shown });
  return t(`replies.when.${half}.minute`, { hour: shown, minute: `${minute}`.padStart(2, '0') });
}

function hasTwelveHours(language: LanguageTag): boolean {
  const { hourCycle } = new Intl.DateTimeFormat(language, { hour: 'numeric' }).resolvedOptions();
  return hourCycle === 'h12';
}
