import type { Announcement } from '../../chat/plan.ts';
import { UserError } from '../../errors.ts';
import { readEnd, readMoment } from '../../delivery/moment.ts';
import { readTimeZone, readTiming } from '../../delivery/read-words.ts';
import { isLanguageTag, languageTags } from '../../language/index.ts';
import { baseFields, dueBy, readBase } from './base.ts';
import type { PlanReading } from './base.ts';
import type { FieldReader } from './fields.ts';

/** The fields an announcement may have. */
export const announcementFields: readonly string[] = [
  ...baseFields,
  'texts',
  'at',
  'when',
  'timeZone',
  'until',
];

const longestText = 3000;

/** Reads an announcement; undefined, with the problems told, where it can't be one. */
export function readAnnouncement(fields: FieldReader, reading: PlanReading): Announcement | undefined {
  const { plans, now, language } = reading;
  const base = readBase(fields, 'announcement', reading);
  const before = plans.get(fields.text('id') ?? '');
  const timeZone = fields.parsed('timeZone', readTimeZone) ?? reading.timeZone;
  const naming = { language, timeZone, now };
  const texts = readTexts(fields);
  const when = fields.parsed('when', (text) => readTiming(text, language, timeZone));
  const at = fields.parsed('at', (text) => {
    const moment = readMoment(text, naming);
    if (moment === undefined)
      throw new UserError('cli.subscriptions.problems.moment', { field: 'at', value: text });
    const isNew = before?.dueAt?.getTime() !== moment.getTime();
    if (isNew && moment < now) throw new UserError('errors.plan.past', { when: text });
    return moment;
  });
  const until = fields.parsed('until', (text) => {
    const end = readEnd(text, naming);
    if (end === undefined)
      throw new UserError('cli.subscriptions.problems.moment', { field: 'until', value: text });
    return end;
  });
  if (fields.has('when') === fields.has('at')) fields.report('id', 'cli.subscriptions.problems.whenOrAt');
  const dueAt = when === undefined ? at : dueBy(when, before, now);
  if (until !== undefined && dueAt !== undefined && until <= dueAt)
    fields.report('until', 'errors.plan.untilBefore');
  if (base === undefined) return undefined;
  return {
    ...base,
    texts,
    ...(when !== undefined && { when }),
    ...(dueAt !== undefined && { dueAt }),
    ...(until !== undefined && { until }),
  };
}

function readTexts(fields: FieldReader): Announcement['texts'] {
  const written = fields.map('texts') ?? new Map();
  if (written.size === 0 && !fields.has('texts'))
    fields.report('texts', 'cli.subscriptions.problems.missing', { field: 'texts' });
  return [...written].flatMap(([language, { line, value }]) => {
    if (!isLanguageTag(language)) {
      fields.reportAt(line, 'errors.notChoice', { option: 'texts', choices: languageTags.join(', ') });
      return [];
    }
    if (value.kind !== 'text' || value.text === '') {
      fields.reportAt(line, 'cli.subscriptions.problems.text', { field: language });
      return [];
    }
    const { text } = value;
    if (text.length > longestText)
      fields.reportAt(line, 'errors.tooLong', { option: language, count: text.length, maximum: longestText });
    return [{ language, text }];
  });
}
