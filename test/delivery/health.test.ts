import { expect, it } from 'vitest';
import { messageOf } from '../../src/delivery/attempt.ts';
import { createHealthNotices } from '../../src/delivery/health.ts';
import type { SourceState } from '../../src/sources/store.ts';
import { createTranslations } from '../../src/translations.ts';
import { createFakeOutbox } from '../fakes/outbox.ts';
import { createFakeSourceStore } from '../fakes/source-store.ts';

const now = new Date('2026-11-23T08:00:00Z');
const translations = createTranslations({ timeZone: 'UTC' });
const url = 'https://paper.example/feed';

/** A source that the channel "chat:1" asked for, and what is put into the outbox for it. */
async function open() {
  const sources = createFakeSourceStore();
  await sources.add(
    [
      { url, name: 'The Paper', channel: 'chat:1' },
      { url: 'https://other.example/feed', name: 'Other' },
    ],
    now,
  );
  const { outbox, ledger } = createFakeOutbox(async () => undefined);
  const notices = createHealthNotices({
    sources,
    outbox,
    settings: { language: async (who) => (who === 'chat:1' ? 'de' : undefined) },
    translate: translations.translate,
    defaultLanguage: 'en',
    now: () => now,
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
  const put = async () =>
    (await ledger.find({ limit: 9 }))
      .map(({ delivery }) => ({ ...delivery, message: messageOf(delivery) }))
      .reverse();
  return { notices, put, settle, sources };
}

it('tells a channel once that its source sleeps, why and what to do, and once that it is read again', async () => {
  const { notices, put, settle } = await open();
  await notices.tell();
  expect(await put()).toEqual([]);
  await settle('asleep');
  await notices.tell();
  await notices.tell();
  const t = translations.translate('de');
  expect(await put()).toHaveLength(1);
  expect((await put())[0]).toMatchObject({
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
  expect(await put()).toHaveLength(2);
  expect((await put())[1]?.message.blocks.at(-1)).toEqual({
    kind: 'text',
    text: t('replies.health.recovered'),
  });
});

it('tells that a source has ended, and says something else each time', async () => {
  const { notices, put, settle, sources } = await open();
  await settle('asleep');
  await notices.tell();
  await settle('ended');
  await notices.tell();
  await sources.change(url, { status: 'paused' });
  await notices.tell();
  expect(await put()).toHaveLength(2);
});

it('tells nobody twice when it was told and that was not noted', async () => {
  const { notices, put, settle, sources } = await open();
  await settle('asleep');
  await notices.tell();
  await sources.change(url, { told: 'active' });
  await notices.tell();
  expect(await put()).toHaveLength(1);
});

it('tells another channel that follows it later, when it was never read', async () => {
  const { notices, put, settle, sources } = await open();
  await settle('asleep');
  await notices.tell();
  await sources.remove(url);
  await sources.add([{ url, name: 'The Paper', channel: 'chat:2' }], now);
  await settle('asleep');
  await notices.tell();
  expect((await put()).map(({ channel }) => channel)).toEqual(['chat:1', 'chat:2']);
});
