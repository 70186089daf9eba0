import { Document, isMap, isScalar, isSeq } from 'yaml';
import type { Announcement, Plan, Subscription } from '../../chat/plan.ts';
import { describeWhen } from '../../delivery/when/index.ts';
import type { LanguageTag } from '../../language/language.ts';
import type { Translate } from '../../texts.ts';
import { placeOf } from './place.ts';

/** A plan as it stands in a file: fields by name, in their order. */
export type WrittenPlan = Readonly<
  Record<string, string | number | readonly string[] | Readonly<Record<string, string>>>
>;

/** Plans as they stand in a file. */
export interface WrittenPlans {
  readonly subscriptions: readonly WrittenPlan[];
  readonly announcements: readonly WrittenPlan[];
}

/** Writes plans as data; what a plan doesn't say is left out. */
export function writePlans(plans: readonly Plan[]): WrittenPlans {
  return {
    subscriptions: plans.flatMap((plan) => (plan.kind === 'subscription' ? [writeSubscription(plan)] : [])),
    announcements: plans.flatMap((plan) => (plan.kind === 'announcement' ? [writeAnnouncement(plan)] : [])),
  };
}

/** Writes plans as YAML, with comments that tell the fields and when the plans are due. */
export function writeYaml(
  plans: readonly Plan[],
  { language, translate }: { readonly language: LanguageTag; readonly translate: Translate },
): string {
  const document = new Document(writePlans(plans));
  document.commentBefore = translate('cli.subscriptions.header')
    .split('\n')
    .map((line) => ` ${line}`)
    .join('\n');
  const cronOf = new Map(plans.flatMap(({ id, when }) => (when === undefined ? [] : [[id, when.cron]])));
  for (const list of ['subscriptions', 'announcements']) {
    const entries = document.get(list);
    if (!isSeq(entries)) continue;
    for (const entry of entries.items) {
      const cron = isMap(entry) ? cronOf.get(String(entry.get('id'))) : undefined;
      const when = isMap(entry) ? entry.get('when', true) : undefined;
      if (cron !== undefined && isScalar(when))
        when.comment = ` ${describeWhen({ cron }, language, translate)}`;
    }
  }
  return document.toString({ lineWidth: 0 });
}

function baseOf({ id, channel, place, status, by, spoken, language }: Plan): WrittenPlan {
  return {
    id,
    channel,
    ...(place !== placeOf(channel) && { place }),
    ...(status !== 'active' && { status }),
    by,
    spoken,
    ...(language !== undefined && { language }),
  };
}

function writeSubscription(plan: Subscription): WrittenPlan {
  const { wish, when, timeZone, alerts, quiet, perHour, empty } = plan;
  const { topics, keywords, sources, languages, stories, sentences } = wish;
  return {
    ...baseOf(plan),
    ...(topics.length > 0 && { topics }),
    ...(keywords !== undefined && { keywords }),
    ...(sources.length > 0 && { sources }),
    ...(languages.length > 0 && { languages }),
    ...(when !== undefined && { when: when.cron }),
    timeZone,
    stories,
    sentences,
    empty,
    ...(alerts !== undefined && { alerts }),
    alertsPerHour: perHour,
    ...(quiet !== undefined && { quiet: `${clock(quiet.from)}-${clock(quiet.to)}` }),
  };
}

function writeAnnouncement(plan: Announcement): WrittenPlan {
  const { texts, when, dueAt, until } = plan;
  return {
    ...baseOf(plan),
    texts: Object.fromEntries(texts.map(({ language, text }) => [language, text])),
    ...(when === undefined
      ? dueAt !== undefined && { at: dueAt.toISOString() }
      : { when: when.cron, timeZone: when.timeZone }),
    ...(until !== undefined && { until: until.toISOString() }),
  };
}

function clock(minutes: number): string {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
