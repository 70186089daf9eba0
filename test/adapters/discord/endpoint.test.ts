import { expect, test } from 'vitest';
import { createFakeDesk, fakeListings } from '../../fakes/desk.ts';
import { serveOpening } from '../serve-opening.ts';
import { openForTest } from './open.ts';
import { createDiscordStandIn } from './stand-in/index.ts';

/** Kiosk without a connection to the gateway, whose opening is at an address. */
async function openEndpoint() {
  const discord = await createDiscordStandIn();
  const opened = await openForTest({ discord, settings: { publicKey: discord.publicKey, shards: 0 } });
  const url = await serveOpening(opened.adapter.opening);
  const guild = discord.guild({ name: 'Harbour' });
  const channel = guild.channel({ name: 'news' });
  const ada = discord.user({ name: 'Ada' });
  guild.join(ada);
  return { ...opened, url, desk: createFakeDesk(), ada: ada.in(channel) };
}

test('interactions that Discord signed are answered over HTTP', async () => {
  const { discord, adapter, desk, url, ada } = await openEndpoint();
  await adapter.start(fakeListings, desk);
  await discord.until(() => (discord.commands().length > 0 ? true : undefined));
  await discord.setEndpoint(url);
  const reply = await ada.command('ask', { question: 'Who?' }).reply();
  expect(reply.text).toContain('Who?');
  const choices = await ada.complete('story', 'story', 'ferry').choices();
  expect(choices).toHaveLength(1);
  expect(discord.gateway.identified).toEqual([]);
  expect(discord.violations).toEqual([]);
});

test('what somebody else sends is refused', async () => {
  const { discord, adapter, desk, url } = await openEndpoint();
  await adapter.start(fakeListings, desk);
  const ping = { id: '1', application_id: discord.applicationId, type: 1, token: 't', version: 1 };
  for (const signing of ['forged', 'altered', 'unsigned'] as const)
    expect((await discord.send(url, ping, signing)).status).toBe(401);
  expect((await fetch(url)).status).toBe(405);
  expect((await discord.send(url, { hello: 'there' })).status).toBe(400);
  expect(desk.asked).toEqual([]);
});

test('nothing is taken before Kiosk is there, and after it left', async () => {
  const { discord, adapter, desk, url } = await openEndpoint();
  const ping = { id: '1', application_id: discord.applicationId, type: 1, token: 't', version: 1 };
  expect((await discord.send(url, ping)).status).toBe(503);
  await adapter.start(fakeListings, desk);
  expect((await discord.send(url, ping)).status).toBe(200);
  await adapter.stop();
  expect((await discord.send(url, ping)).status).toBe(503);
});
