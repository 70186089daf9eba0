import { describe, expect, test } from 'vitest';
import { failureOf, keptUntilPosted, says } from '../posting.ts';
import { openForTest } from './open.ts';
import { hour, openServer } from './server.ts';

async function openReader(...parts: Parameters<typeof openServer>) {
  const opened = await openServer(...parts);
  const reader = `discord:${opened.ada.id}`;
  return {
    ...opened,
    reader,
    delivery: { key: 'one', channel: reader, message: says('Your plan stopped.') },
  };
}

describe('a post to a reader', () => {
  test('opens a conversation with them, and is edited and followed there', async () => {
    const { discord, adapter, ada, reader, delivery } = await openReader();
    const posted = await adapter.post(delivery);
    const { channelId } = ada.direct();
    expect(posted.channel).toBe(`discord:@me:${channelId}`);
    await adapter.edit(posted, says('Your plan goes on.'));
    await adapter.post({ key: 'two', channel: reader, message: says('It stopped again.'), follows: posted });
    expect(discord.visible(channelId)).toMatchObject([
      { text: 'Your plan goes on.' },
      { text: 'It stopped again.', repliesTo: posted.id },
    ]);
    expect(discord.pings).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  const routes = ['POST /users/@me/channels', 'POST /channels/:channel/messages'];
  test.each(routes.flatMap((route) => [0, 3 * hour].map((pause) => [route, pause] as const)))(
    'is there once where the answer to %s is lost and it is tried again %i ms later',
    async (route, pause) => {
      const { discord, adapter, ada, delivery, texts } = await openReader();
      discord.fault(route, { kind: 'lost' });
      expect(await failureOf(adapter.post(delivery))).toMatchObject({ permanent: false });
      discord.clock.pass(pause);
      await adapter.post(delivery);
      expect(texts(ada.direct().channelId)).toEqual(['Your plan stopped.']);
    },
  );

  test('is there once where one process ended when it was there, and another goes on', async () => {
    const { discord, kept, ada, delivery, texts } = await openReader();
    const ending = await openForTest({ discord, kept: keptUntilPosted(kept) });
    await failureOf(ending.adapter.post(delivery));
    discord.clock.pass(24 * hour);
    const other = await openForTest({ discord, kept });
    await other.adapter.post(delivery);
    expect(texts(ada.direct().channelId)).toEqual(['Your plan stopped.']);
  });

  test('is given up where they take none, are nobody, or are a program', async () => {
    const { discord, adapter, ada, delivery } = await openReader();
    const given = { permanent: true, reason: 'noMessages' };
    ada.shutOut();
    expect(await failureOf(adapter.post(delivery))).toMatchObject(given);
    const other = discord.user({ name: 'Robot', bot: true });
    for (const user of ['5', other.id])
      expect(
        await failureOf(adapter.post({ ...delivery, key: user, channel: `discord:${user}` })),
      ).toMatchObject(given);
    discord.fault('POST /channels/:channel/messages', { kind: 'refused', reason: 'noMutualGuilds' });
    const bo = discord.user({ name: 'Bo' });
    expect(
      await failureOf(adapter.post({ ...delivery, key: 'bo', channel: `discord:${bo.id}` })),
    ).toMatchObject(given);
    expect(discord.violations).toEqual([]);
  });

  test('is not given up where too many conversations are opened at once', async () => {
    const { discord, adapter, delivery } = await openReader();
    discord.fault('POST /users/@me/channels', { kind: 'refused', reason: 'openingTooFast' });
    expect(await failureOf(adapter.post(delivery))).toMatchObject({ permanent: false });
    await adapter.post(delivery);
  });
});
