import { timeZoneOf } from './when/index.ts';

/** What machines are set to that nobody has told where they are. */
const nowhere = /^(?:Etc\/)?(?:UTC|UCT|GMT|Zulu|Universal|Greenwich)/i;

/**
 * The time zone a reader most likely lives by: that of the region their locale names ("de-AT"), else Kiosk's own, else that of most people
 * who speak their language.
 * @param own where Kiosk runs, an IANA name
 */
export function guessTimeZone(locale: string | undefined, own: string): string {
  if (locale === undefined) return own;
  return namesRegion(locale) || nowhere.test(own) ? timeZoneOf(locale) : own;
}

function namesRegion(locale: string): boolean {
  try {
    return new Intl.Locale(locale.replaceAll('_', '-')).region !== undefined;
  } catch {
    return false;
  }
}
