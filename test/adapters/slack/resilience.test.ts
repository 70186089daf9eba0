import { expect, test } from 'vitest';
import type { Message } from '../../../src/chat/message.ts';
import { DeliveryError } from '../../../src/errors.ts';
import { createFakeDesk, fakeListings } from '../../fakes/desk.ts';
import { openForTest } from './open.ts';

const says = (text: string): Message => ({ language: 'en', blocks: [{ kind: 'text', text }] });

async function openRoom() {
  const opened = await openForTest();
  const channel = opened.slack.channel({ name: 'news' });
  const ada = opened.slack.user({ name: 'Ada' });
  return { ...opened, desk: createFakeDesk(), channel, ada: ada.in(channel) };
}

test('Kiosk starts though Slack is out of reach, and connects when it is back', async () => {
  const { slack, adapter, desk, ada, logged } = await openRoom();
  slack.fault('auth.test', { kind: 'dropped' });
  await adapter.start(fakeListings, desk);
  await slack.until(() => (slack.socket.connected() > 0 ? true : undefined));
  expect(logged.join('')).toContain('Slack cannot be reached; trying again');
  expect(await ada.slash('/kiosk', 'Who?').reply()).toBeDefined();
});

test('a token that Slack doesn’t know is told of once, and nothing more is tried', async () => {
  const { slack, adapter, desk, logged, channel } = await openRoom();
  slack.workspace.revoke();
  await adapter.start(fakeListings, desk);
  await expect.poll(() => logged.join('')).toContain('SLACK_BOT_TOKEN');
  await adapter.stop();
  expect(logged.filter((line) => line.includes('"level":"error"'))).toHaveLength(1);
  const where = `slack:${slack.workspace.id}:${channel.id}`;
  await expect(adapter.post({ key: 'one', channel: where, message: says('Hello') })).rejects.toBeInstanceOf(
    DeliveryError,
  );
});

test('a workspace that takes Kiosk out whose token is a setting ends it there, once', async () => {
  const { slack, start, desk, logged } = await openRoom();
  await start(fakeListings, desk);
  slack.workspace.uninstall();
  await expect.poll(() => logged.join('')).toContain('SLACK_BOT_TOKEN');
  await slack.until(() => (slack.socket.connected() === 0 ? true : undefined));
  expect(logged.filter((line) => line.includes('"level":"error"'))).toHaveLength(1);
});

test('goes on when the connection breaks', async () => {
  const { slack, start, desk, ada } = await openRoom();
  await start(fakeListings, desk);
  slack.socket.drop();
  await slack.until(() => (slack.socket.opened() > 1 && slack.socket.connected() > 0 ? true : undefined));
  expect(await ada.slash('/kiosk', 'Who?').reply()).toBeDefined();
});

test('answers under way are finished before Kiosk leaves', async () => {
  const { start, adapter, desk, ada } = await openRoom();
  await start(fakeListings, desk);
  const held = Promise.withResolvers<Message>();
  desk.reply(() => held.promise);
  const call = ada.slash('/kiosk', 'Ferry?');
  await call.acknowledged();
  await expect.poll(() => desk.asked.length).toBe(1);
  const stopping = adapter.stop();
  held.resolve(says('At noon.'));
  expect(await call.reply()).toMatchObject({ text: 'At noon.' });
  await stopping;
});
