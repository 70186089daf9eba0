import type { Suggestion } from '../chat/adapter.ts';
import type { SuggestContext } from '../chat/command.ts';
import { UserError } from '../errors.ts';
import { fold } from '../language/index.ts';
import { readMoment } from './moment.ts';
import { describeWhen, parseWhen } from './when/index.ts';
import { writeMoment } from './write-moment.ts';

type Context = Pick<SuggestContext, 'language' | 't' | 'now' | 'timeZone'>;

/** Offers schedules, and says what the words typed so far mean where they are one. */
export async function suggestTimes(typed: string, context: Context): Promise<readonly Suggestion[]> {
  const { t } = context;
  const times = [
    t('replies.subscribe.times.daily'),
    t('replies.subscribe.times.weekdays'),
    t('replies.subscribe.times.twice'),
    t('replies.subscribe.times.monday'),
    t('replies.subscribe.times.hourly'),
  ];
  return [...understood(typed, scheduleIn(typed, context)), ...holding(typed, times)];
}

/** Offers moments and schedules, and says what the words typed so far mean where they are one. */
export async function suggestMoments(typed: string, context: Context): Promise<readonly Suggestion[]> {
  const { t, timeZone } = context;
  const moment = readMoment(typed, context);
  const meant = moment === undefined ? undefined : writeMoment(moment, timeZone, context);
  const times = [
    t('replies.announce.times.tomorrow'),
    t('replies.subscribe.times.monday'),
    t('replies.subscribe.times.weekdays'),
  ];
  return [...understood(typed, meant ?? scheduleIn(typed, context)), ...holding(typed, times)];
}

function scheduleIn(typed: string, { language, t }: Context): string | undefined {
  try {
    const cron = parseWhen(typed, language);
    return cron === undefined ? undefined : describeWhen({ cron }, language, t);
  } catch (error) {
    // It is not finished yet.
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function understood(typed: string, meaning: string | undefined): readonly Suggestion[] {
  return meaning === undefined ? [] : [{ value: typed.trim(), label: meaning }];
}

function holding(typed: string, times: readonly string[]): readonly Suggestion[] {
  const begun = fold(typed.trim());
  return times.filter((time) => fold(time).includes(begun)).map((time) => ({ value: time, label: time }));
}
