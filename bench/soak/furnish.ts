import type { Announcement, Plan, Sensitivity, Subscription } from '../../src/chat/plan.ts';
import { createSettings } from '../../src/chat/settings.ts';
import { loadDetector } from '../../src/language/index.ts';
import type { Item } from '../../src/sources/item.ts';
import { openStore } from '../../src/stores/index.ts';
import { createGrouping } from '../../src/stories/grouping.ts';
import { createIngest } from '../../src/stories/ingest.ts';
import { cronOf } from './daily.ts';
import type { Announcing, Room, Wanting } from './rooms.ts';
import { announcedAt, digestsAt } from './schedule.ts';

/** Stories in a digest at the most, sentences of each, and alerts in an hour: room for all there is. */
const most = { stories: 10, sentences: 1, perHour: 10 };
const day = 24 * 60 * 60 * 1000;
const sensitivities: Readonly<Record<2 | 3 | 5, Sensitivity>> = { 2: 'high', 3: 'normal', 5: 'low' };

/** Writes into a new store what the rooms asked for, and what was there before. */
export async function furnish(
  directory: string,
  rooms: readonly Room[],
  background: readonly Item[],
  period: { readonly start: number; readonly end: number },
): Promise<void> {
  const store = await openStore({ directory });
  const now = () => new Date(period.start - day);
  await createIngest({ store: store.articles, detector: loadDetector, now })(background);
  await createGrouping({ store: store.articles, archive: store.archive, now }).settle();
  const settings = createSettings(store.keyValue('settings'));
  for (const room of rooms) {
    await settings.chooseLanguage(room.id, room.language);
    for (const wanting of room.wantings) await store.plans.put(subscriptionOf(room, wanting, period));
    for (const announcing of room.announcings)
      await store.plans.put(announcementOf(room, announcing, period));
  }
  await store.close();
}

type Period = Parameters<typeof furnish>[3];

function subscriptionOf(room: Room, wanting: Wanting, period: Period): Subscription {
  const { id, languages, sources, digests, alerts, quiet, zone, says } = wanting;
  return {
    ...baseOf(id, room, period, digestsAt(wanting, period.start, period.end)[0]),
    kind: 'subscription',
    wish: { topics: [], sources, languages, ...most },
    ...(digests !== undefined && { when: { cron: cronOf(digests), timeZone: digests.zone } }),
    timeZone: zone,
    ...(alerts !== undefined && { alerts: sensitivities[alerts] }),
    ...(quiet !== undefined && { quiet: { from: quiet.from * 60, to: quiet.to * 60 } }),
    perHour: most.perHour,
    empty: says ? 'say' : 'skip',
    readUntil: new Date(period.start),
  };
}

function announcementOf(room: Room, announcing: Announcing, period: Period): Announcement {
  const { id, texts, when } = announcing;
  return {
    ...baseOf(id, room, period, announcedAt(announcing, period.start, period.end)[0]),
    kind: 'announcement',
    texts,
    ...(!('once' in when) && { when: { cron: cronOf(when), timeZone: when.zone } }),
    until: new Date(period.end),
  };
}

function baseOf(
  id: string,
  { id: channel, place, language: spoken }: Room,
  { start }: Period,
  dueAt: number | undefined,
) {
  const status: Plan['status'] = 'active';
  return {
    id,
    channel,
    spoken,
    place,
    status,
    ...(dueAt !== undefined && { dueAt: new Date(dueAt) }),
    by: place,
    createdAt: new Date(start),
  };
}
