import type { LanguageTag } from '../../language/language.ts';
import type { Translate } from '../../texts.ts';
import { writeTime } from './clock.ts';
import { parseCron } from './cron.ts';
import { describeDays } from './describe-days.ts';
import { rhythmOf } from './rhythm.ts';
import type { Rhythm } from './rhythm.ts';
import { slotsOf } from './slots-of.ts';
import type { When } from './when.ts';

/** Times that are listed; more of them are shown as cron. */
const mostTimes = 12;

/**
 * Says in words when something is due, the way `parseWhen` reads it ("on weekdays at 8:30 am"); the cron expression itself
 * where words would get too long or don't suffice.
 * @throws {UserError} no such expression
 */
export function describeWhen({ cron }: Pick<When, 'cron'>, language: LanguageTag, t: Translate): string {
  const slots = slotsOf(parseCron(cron));
  const said = slots?.map((slot) => {
    const days = describeDays(slot.days, language, t);
    const rhythm = rhythmOf(slot);
    if (days === undefined) return undefined;
    if (rhythm === undefined) {
      if (slot.every !== undefined || slot.times.length > mostTimes) return undefined;
      const times = listFormat(language).format(slot.times.map((time) => writeTime(time, language, t)));
      return t('replies.when.at', { days, times });
    }
    const interval = describeRhythm(rhythm, language, t);
    const isDaily = slot.days.weekdays === undefined && slot.days.monthDays === undefined;
    return isDaily ? interval : t('replies.when.during', { days, interval });
  });
  return said?.every((one) => one !== undefined) ? listFormat(language).format(said) : cron;
}

function describeRhythm({ every, from, to }: Rhythm, language: LanguageTag, t: Translate): string {
  const interval =
    every < 60 ? t('replies.when.minutes', { count: every }) : t('replies.when.hours', { count: every / 60 });
  if (from === undefined || to === undefined) return interval;
  return t('replies.when.between', {
    interval,
    from: writeTime(from, language, t),
    to: writeTime(to, language, t),
  });
}

function listFormat(language: LanguageTag): Intl.ListFormat {
  return new Intl.ListFormat(language, { type: 'conjunction' });
}
