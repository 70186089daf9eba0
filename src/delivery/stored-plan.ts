import * as v from 'valibot';
import { isLanguageTag } from '../language/index.ts';
import type { LanguageTag } from '../language/index.ts';
import type { Plan } from '../chat/plan.ts';

const date = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform((text) => new Date(text)),
);
const language = v.custom<LanguageTag>(isLanguageTag);
const when = v.object({ cron: v.string(), timeZone: v.string() });
const base = {
  id: v.string(),
  channel: v.string(),
  place: v.string(),
  language: v.exactOptional(language),
  spoken: language,
  status: v.picklist(['active', 'paused', 'stopped']),
  failure: v.exactOptional(
    v.picklist([
      'channelGone',
      'placeGone',
      'messageGone',
      'notPermitted',
      'archived',
      'noMessages',
      'otherPlatform',
      'refused',
      'expired',
      'noTarget',
    ]),
  ),
  dueAt: v.exactOptional(date),
  by: v.string(),
  createdAt: date,
};
const planSchema = v.variant('kind', [
  v.object({
    ...base,
    kind: v.literal('subscription'),
    wish: v.object({
      topics: v.array(v.string()),
      keywords: v.exactOptional(v.string()),
      sources: v.array(v.string()),
      languages: v.array(language),
      stories: v.number(),
      sentences: v.number(),
    }),
    when: v.exactOptional(when),
    timeZone: v.string(),
    alerts: v.exactOptional(v.picklist(['low', 'normal', 'high'])),
    quiet: v.exactOptional(v.object({ from: v.number(), to: v.number() })),
    perHour: v.number(),
    empty: v.picklist(['skip', 'say']),
    readUntil: date,
  }),
  v.object({
    ...base,
    kind: v.literal('announcement'),
    texts: v.array(v.object({ language, text: v.string() })),
    when: v.exactOptional(when),
    until: v.exactOptional(date),
  }),
]);

/**
 * A plan that was kept as JSON.
 * @throws where it is none
 */
export function readPlan(text: string): Plan {
  return v.parse(planSchema, JSON.parse(text));
}
