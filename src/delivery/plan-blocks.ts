import type { Block, Text } from '../chat/message.ts';
import type { Announcement, Plan, Subscription } from '../chat/plan.ts';
import { nameOfLanguage } from '../language/index.ts';
import type { LanguageTag } from '../language/language.ts';
import type { Translate } from '../texts.ts';
import { describeQuietHours, describeWhen, occurrences } from './when/index.ts';

/** To whom a plan is described. */
export interface Describing {
  readonly language: LanguageTag;
  readonly t: Translate;
  readonly now: Date;
}

/** Dates that show when a plan is due. */
const shownDates = 3;

/** What a plan is about, in a few words. */
export function titleOf(plan: Plan, t: Translate): string {
  if (plan.kind === 'announcement') return firstLine(plan.texts[0]?.text ?? '');
  const { topics, keywords, sources } = plan.wish;
  const words = topics.length > 0 ? topics.join(', ') : (keywords ?? sources.join(', '));
  return words === '' ? t('replies.plan.everything') : words;
}

/** All that a plan says, with the next dates it is due. */
export function planBlocks(plan: Plan, describing: Describing): readonly Block[] {
  const { t } = describing;
  const items = plan.kind === 'subscription' ? wishLines(plan, describing) : textLines(plan, describing);
  const dates = datesOf(plan, describing);
  return [
    { kind: 'heading', text: titleOf(plan, t) },
    { kind: 'list', items },
    ...(dates.length === 0
      ? []
      : [
          { kind: 'text' as const, text: t('replies.plan.next') },
          { kind: 'list' as const, items: dates.map((date): Text => [{ date, style: 'time' }]) },
        ]),
  ];
}

/** A plan in a list, with its state and what it is called. */
export function planCard(plan: Plan, describing: Describing): Block {
  const { t } = describing;
  const { id, status, failure, dueAt } = plan;
  const state =
    status === 'active'
      ? dueAt === undefined
        ? []
        : [t('replies.plan.due'), ' ', { date: dueAt, style: 'time' } as const, ' · ']
      : [t(`replies.plan.${status}`), ' · '];
  const lines = plan.kind === 'subscription' ? wishLines(plan, describing) : textLines(plan, describing);
  return {
    kind: 'card',
    title: titleOf(plan, t),
    body: [
      ...lines.flatMap((line, index) => [...(index === 0 ? [] : ['\n']), ...spansOf(line)]),
      ...(failure === undefined ? [] : ['\n', t(`replies.stopped.reasons.${failure}`)]),
    ],
    note: [...state, t('replies.plan.id', { id })],
  };
}

function spansOf(text: Text) {
  return Array.isArray(text) ? text : [text];
}

function wishLines(plan: Subscription, describing: Describing): readonly string[] {
  const { t, language } = describing;
  const { wish, alerts, quiet, perHour, language: spoken } = plan;
  const { keywords, sources, languages, stories, sentences, topics } = wish;
  return [
    ...timingLines(plan, describing),
    ...(alerts === undefined ? [] : [t(`replies.plan.alerts.${alerts}`, { count: perHour })]),
    ...(quiet === undefined
      ? []
      : [t('replies.plan.quiet', { hours: describeQuietHours(quiet, language, t) })]),
    ...(keywords === undefined || topics.length === 0 ? [] : [t('replies.plan.keywords', { keywords })]),
    ...(sources.length === 0 ? [] : [t('replies.plan.sources', { sources: sources.join(', ') })]),
    ...(languages.length === 0
      ? []
      : [t('replies.plan.languages', { languages: namesOf(languages, language) })]),
    ...(plan.when === undefined ? [] : [t('replies.plan.size', { count: stories, sentences })]),
    ...(plan.when === undefined ? [] : [t(`replies.plan.empty.${plan.empty}`)]),
    ...spokenLines(spoken, describing),
  ];
}

function textLines(plan: Announcement, describing: Describing): readonly string[] {
  const { t, language } = describing;
  const { texts, until } = plan;
  const languages = texts.map((text) => text.language);
  return [
    ...timingLines(plan, describing),
    ...(until === undefined ? [] : [t('replies.plan.until', { date: until })]),
    ...(languages.length < 2 ? [] : [t('replies.plan.texts', { languages: namesOf(languages, language) })]),
    ...spokenLines(plan.language, describing),
  ];
}

function timingLines({ when, kind, dueAt }: Plan, { t, language }: Describing): readonly string[] {
  if (when === undefined)
    return kind === 'announcement'
      ? [t(dueAt === undefined ? 'replies.plan.over' : 'replies.plan.once')]
      : [];
  return [t('replies.plan.when', { when: describeWhen(when, language, t), timeZone: when.timeZone })];
}

function spokenLines(spoken: LanguageTag | undefined, { t, language }: Describing): readonly string[] {
  return spoken === undefined
    ? []
    : [t('replies.plan.language', { language: nameOfLanguage(spoken, language) })];
}

function namesOf(languages: readonly LanguageTag[], language: LanguageTag): string {
  return new Intl.ListFormat(language).format(languages.map((tag) => nameOfLanguage(tag, language)));
}

function datesOf({ when, dueAt, status }: Plan, { now }: Describing): readonly Date[] {
  if (status !== 'active') return [];
  if (when !== undefined) return occurrences(when, now, shownDates);
  return dueAt === undefined ? [] : [dueAt];
}

function firstLine(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length <= 80 ? line : `${line.slice(0, 80).replace(/\s+\S*$/u, '')}…`;
}
