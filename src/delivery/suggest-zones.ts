import type { Suggestion } from '../chat/adapter.ts';
import type { SuggestContext } from '../chat/command.ts';
import { suggestTimeZones } from './when/index.ts';

/** Offers time zones while one is named: the reader's own first. */
export async function suggestZones(
  typed: string,
  { timeZone, language }: Pick<SuggestContext, 'timeZone' | 'language'>,
): Promise<readonly Suggestion[]> {
  const found = typed.trim() === '' ? [timeZone] : suggestTimeZones(typed, language);
  return found.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}
