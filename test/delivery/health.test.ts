import { expect, it } from 'vitest';
import type { Delivery } from '../../src/chat/adapter.ts';
import { createHealthNotices } from '../../src/delivery/health.ts';
import { DeliveryError } from '../../src/errors.ts';
import type { SourceState } from '../../src/sources/store.ts';
import { createTranslations } from '../../src/translations.ts';
import { createFakeSourceStore } from '../fakes/source-store.ts';

const now = new Date('2026-11-23T08:00:00Z');
const translations = createTranslations({ timeZone: 'UTC' });
const url = 'https://paper.example/feed';

/** A source that the channel "chat:1" asked for, on a platform that posts what it is given, or fails as the test says. */
async function open(post: (delivery: Delivery) => void = () => {}) {
  const sources = createFakeSourceStore();
  await sources.add(
    [
      { url, name: 'The Paper', channel: 'chat:1' },
      { url: 'https://other.example/feed', name: 'Other' },
      { url: 'https://third.example/feed', name: 'Third', channel: 'elsewhere:1' },
    ],
    now,
  );
  const posted: Delivery[] = [];
  const faults: unknown[] = [];
  const notices = createHealthNotices({
    sources,
    adapters: [
      {
        platform: 'chat',
        async post(delivery) {
          post(delivery);
          posted.push(delivery);
          return { channel: delivery.channel, id: '1' };
        },
      },
    ],
    settings: { language: async (who) => (who === 'chat:1' ? 'de' : undefined) },
    translate: translations.translate,
    defaultLanguage: 'en',
    fault: (error) => void faults.push(error),
  });
  const settle = async (status: SourceState['status']) => {
    for (const source of await sources.list()) {
      await sources.settle(source.url, {
        status,
        dueAt: now,
        failures: status === 'active' ? 0 : 9,
        ...(status !== 'active' && { failure: 'sources.timeout' }),
      });
    }
  };
  return { notices, posted, faults, settle, sources };
}

it('tells a channel once that its source sleeps, why and what to do, and once that it is read again', async () => {
  const { notices, posted, settle } = await open();
  await notices.tell();
  expect(posted).toEqual([]);
  await settle('asleep');
  await notices.tell();
  await notices.tell();
  const t = translations.translate('de');
  expect(posted).toHaveLength(1);
  expect(posted[0]).toMatchObject({
    channel: 'chat:1',
    message: {
      language: 'de',
      blocks: [
        { text: { link: 'The Paper', to: url } },
        { text: t('replies.health.asleep', { reason: t('sources.timeout') }) },
        { text: t('replies.health.mend') },
        {
          kind: 'actions',
          actions: [
            { command: 'source', options: { action: 'refresh', source: url } },
            { command: 'source', options: { action: 'remove', source: url } },
          ],
        },
      ],
    },
  });
  await settle('active');
  await notices.tell();
  await notices.tell();
  expect(posted).toHaveLength(2);
  expect(posted[1]?.message.blocks.at(-1)).toEqual({ kind: 'text', text: t('replies.health.recovered') });
});

it('tells that a source has ended, and says something else each time', async () => {
  const { notices, posted, settle, sources } = await open();
  await settle('asleep');
  await notices.tell();
  await settle('ended');
  await notices.tell();
  await sources.change(url, { status: 'paused' });
  await notices.tell();
  expect(posted.map(({ key }) => key).length).toBe(2);
  expect(new Set(posted.map(({ key }) => key)).size).toBe(2);
});

it('tries again what a platform could not post, with the same key, unless that is useless', async () => {
  const keys: string[] = [];
  let error: Error | undefined = new DeliveryError('busy');
  const { notices, posted, faults, settle } = await open(({ key }) => {
    keys.push(key);
    if (error !== undefined) throw error;
  });
  await settle('asleep');
  await notices.tell();
  error = undefined;
  await notices.tell();
  expect(keys).toEqual([keys[0], keys[0]]);
  expect([posted.length, faults.length]).toEqual([1, 1]);
  await settle('active');
  error = new DeliveryError('no such channel', { permanent: true });
  await notices.tell();
  await notices.tell();
  expect([posted.length, faults.length]).toEqual([1, 2]);
});
