import type { Block } from '../chat/message.ts';
import { beginningOf } from '../chat/pieces.ts';
import type { Announcement, Plan, Subscription } from '../chat/plan.ts';
import { nameOfLanguage } from '../language/index.ts';
import type { LanguageTag } from '../language/language.ts';
import type { Translate } from '../texts.ts';
import { describeQuietHours, describeWhen, occurrences } from './when/index.ts';
import type { When } from './when/index.ts';
import { minutesOf, writeDay, writeMoment } from './write-moment.ts';
import type { MomentReader } from './write-moment.ts';

/** To whom a plan is described. */
export interface Describing extends MomentReader {
  /** The reader's, for what has no time zone of its own. */
  readonly timeZone: string;
}

/** Dates that show when a plan is due. */
const shownDates = 3;
/** Characters of a title. */
const longestTitle = 80;

/** What a plan is about, in a few words. */
export function titleOf(plan: Plan, t: Translate): string {
  return beginningOf(subjectOf(plan, t), ({ length }) => length <= longestTitle);
}

/** What a plan is about, in as many words as it takes. */
export function subjectOf(plan: Plan, t: Translate): string {
  if (plan.kind === 'announcement') return (plan.texts[0]?.text ?? '').trim().split('\n')[0] ?? '';
  const { topics, keywords, sources } = plan.wish;
  const words = topics.length > 0 ? topics.join(', ') : (keywords ?? sources.join(', '));
  return words === '' ? t('replies.plan.everything') : words;
}

/** All that a plan says, with the next dates it is due. */
export function planBlocks(plan: Plan, describing: Describing): readonly Block[] {
  const { t } = describing;
  return [
    { kind: 'heading', text: titleOf(plan, t) },
    { kind: 'list', items: [...stateLines(plan, t), ...linesOf(plan, describing)] },
    ...dateBlocks(plan, describing),
  ];
}

/** All that an announcement says: its texts as they are posted, and when. */
export function announcementBlocks(announcement: Announcement, describing: Describing): readonly Block[] {
  const { t, language } = describing;
  const { texts } = announcement;
  const titleIn = (spoken: LanguageTag) =>
    texts.length === 1 ? t('replies.status.kinds.announcement') : nameOfLanguage(spoken, language);
  return [
    ...texts.map(({ language, text }): Block => ({ kind: 'card', title: titleIn(language), body: text })),
    { kind: 'list', items: [...stateLines(announcement, t), ...linesOf(announcement, describing)] },
    ...dateBlocks(announcement, describing),
  ];
}

/** A plan in a list, with its state and what it is called. */
export function planCard(plan: Plan, describing: Describing): Block {
  const { t } = describing;
  const due = dueLine(plan, describing);
  return {
    kind: 'card',
    title: titleOf(plan, t),
    body: [...stateLines(plan, t), ...linesOf(plan, describing)].join('\n'),
    note: [...(due === undefined ? [] : [due]), t('replies.plan.id', { id: plan.id })].join(' · '),
  };
}

/** When a plan is due next, or why it isn't; undefined where neither is known. */
export function dueLine(plan: Plan, describing: Describing): string | undefined {
  const { status, dueAt } = plan;
  const { t, now } = describing;
  if (status !== 'active') return t(`replies.plan.${status}.${plan.kind}`);
  if (dueAt === undefined) return undefined;
  if (dueAt <= now) return t('replies.plan.dueNow');
  return t('replies.plan.due', { at: writeMoment(dueAt, timeZoneOf(plan, describing), describing) });
}

function timeZoneOf({ when }: Plan, { timeZone }: Describing): string {
  return when?.timeZone ?? timeZone;
}

function stateLines({ kind, status, failure }: Plan, t: Translate): readonly string[] {
  if (status === 'active') return [];
  const reason = failure === undefined ? [] : [t(`replies.stopped.reasons.${failure}`)];
  return [[t(`replies.plan.${status}.${kind}`), ...reason].join(' · ')];
}

function linesOf(plan: Plan, describing: Describing): readonly string[] {
  return plan.kind === 'subscription' ? wishLines(plan, describing) : textLines(plan, describing);
}

function wishLines(plan: Subscription, describing: Describing): readonly string[] {
  const { t, language } = describing;
  const { wish, alerts, quiet, perHour, language: spoken, when, empty } = plan;
  const { keywords, sources, languages, stories, sentences, topics } = wish;
  return [
    ...(when === undefined ? [] : [t('replies.plan.digest', timingOf(when, describing))]),
    ...(when === undefined ? [] : [t('replies.plan.size', sizeOf(stories, sentences, t))]),
    ...(when === undefined || empty === 'skip' ? [] : [t('replies.plan.empty')]),
    ...(alerts === undefined ? [] : [t(`replies.plan.alerts.${alerts}`, { count: perHour })]),
    ...(alerts === undefined || quiet === undefined
      ? []
      : [t('replies.plan.quiet', { hours: describeQuietHours(quiet, language, t) })]),
    ...(keywords === undefined || topics.length === 0 ? [] : [t('replies.plan.keywords', { keywords })]),
    ...(sources.length === 0 ? [] : [t('replies.plan.sources', { sources: sources.join(', ') })]),
    ...(languages.length === 0
      ? []
      : [t('replies.plan.languages', { languages: namesOf(languages, language) })]),
    ...spokenLines(spoken, describing),
  ];
}

function sizeOf(stories: number, sentences: number, t: Translate) {
  return { count: stories, sentences: t('replies.plan.sentences', { count: sentences }) };
}

function textLines(plan: Announcement, describing: Describing): readonly string[] {
  const { t, language } = describing;
  const { texts, until, when } = plan;
  const languages = texts.map((text) => text.language);
  return [
    ...(when === undefined
      ? onceLines(plan, describing)
      : [t('replies.plan.when', timingOf(when, describing))]),
    ...(until === undefined
      ? []
      : [t('replies.plan.until', { until: endOf(until, timeZoneOf(plan, describing), describing) })]),
    ...(languages.length < 2 ? [] : [t('replies.plan.texts', { languages: namesOf(languages, language) })]),
    ...spokenLines(plan.language, describing),
  ];
}

function onceLines({ dueAt }: Announcement, describing: Describing): readonly string[] {
  const { t, now, timeZone } = describing;
  if (dueAt === undefined) return [t('replies.plan.over')];
  if (dueAt <= now) return [t('replies.plan.now')];
  const at = writeMoment(dueAt, timeZone, describing);
  return [t('replies.plan.when', { when: at, timeZone: nameOf(timeZone) })];
}

/** The last day, where it is posted all day long. */
function endOf(until: Date, timeZone: string, describing: Describing): string {
  return minutesOf(until, timeZone) === 0
    ? writeDay(new Date(until.getTime() - 1), timeZone, describing)
    : writeMoment(until, timeZone, describing);
}

function timingOf(when: When, { language, t }: Describing) {
  return { when: describeWhen(when, language, t), timeZone: nameOf(when.timeZone) };
}

function nameOf(timeZone: string): string {
  return timeZone.replaceAll('_', ' ');
}

function spokenLines(spoken: LanguageTag | undefined, { t, language }: Describing): readonly string[] {
  return spoken === undefined
    ? []
    : [t('replies.plan.language', { language: nameOfLanguage(spoken, language) })];
}

function namesOf(languages: readonly LanguageTag[], language: LanguageTag): string {
  return new Intl.ListFormat(language).format(languages.map((tag) => nameOfLanguage(tag, language)));
}

function dateBlocks(plan: Plan, describing: Describing): readonly Block[] {
  const { when, status } = plan;
  const { t, now } = describing;
  if (status !== 'active' || when === undefined) return [];
  const until = plan.kind === 'announcement' ? plan.until : undefined;
  const items = occurrences(when, now, shownDates)
    .filter((date) => until === undefined || date < until)
    .map((date) => writeMoment(date, when.timeZone, describing));
  return [
    { kind: 'text', text: t('replies.plan.next') },
    { kind: 'list', items },
  ];
}
