import { expect, onTestFinished, test } from 'vitest';
import type { KeyValue } from '../../../src/chat/key-value.ts';
import { openStore } from '../../../src/stores/index.ts';
import { createFakeDesk, fakeListings } from '../../fakes/desk.ts';
import { createFolder } from '../../stores/sqlite/open.ts';
import { serveOpening } from '../serve-opening.ts';
import { openForTest } from './open.ts';
import { createSlackStandIn } from './stand-in/index.ts';
import type { SlackStandIn } from './stand-in/index.ts';

/** Kiosk without Socket Mode, whose opening is at an address. */
async function openEndpoint(parts: { readonly slack?: SlackStandIn; readonly kept?: KeyValue } = {}) {
  const { slack = await createSlackStandIn({ app: { shortcuts: ['ask', 'find'] } }) } = parts;
  const { signingSecret } = slack.app;
  const { adapter, logged } = await openForTest({
    ...parts,
    slack,
    settings: { appToken: undefined, signingSecret },
  });
  const url = await serveOpening(adapter.openings[0]);
  const desk = createFakeDesk();
  const channel = slack.channel({ name: 'news' });
  channel.invite();
  const start = async () => {
    await adapter.start(fakeListings, desk);
    await expect.poll(() => logged.join('')).toContain('connected to Slack');
    await slack.setEndpoint(url);
  };
  const reader = slack.user({ name: 'Ada' });
  return { slack, adapter, url, desk, channel, start, reader, ada: reader.in(channel) };
}

/** An event about which Kiosk has nothing to say. */
const event = { type: 'event_callback', event_id: 'Ev1', team_id: 'T1', event: { type: 'user_change' } };

test('commands, forms and mentions that Slack signed are answered over HTTP', async () => {
  const { slack, start, reader, ada, channel } = await openEndpoint();
  const direct = reader.direct();
  await start();
  const reply = await ada.slash('/kiosk', 'Who?').reply();
  expect(reply).toMatchObject({ ephemeral: true, text: expect.stringContaining('Who?') });
  const form = await ada.shortcut('ask').view();
  expect(form.title).not.toBe('');
  const finding = await ada.shortcut('find').view();
  const [, ferry] = await ada.suggest(finding, 'choice', 'ferry').options();
  ada.submit(finding, { choice: ferry?.value ?? '' });
  await slack.until(() => (direct.sees().at(-1)?.text.includes('story ferry') ? true : undefined));
  ada.write('@Kiosk Where is the ferry?');
  await slack.until(() => (slack.visible(channel).length > 1 ? true : undefined));
  expect(slack.visible(channel).at(-1)?.text).toContain('Where is the ferry?');
  expect(slack.socket.opened()).toBe(0);
  expect(slack.violations).toEqual([]);
});

test('an event that Slack sends again is answered once', async () => {
  const { slack, start, ada, channel, desk } = await openEndpoint();
  await start();
  ada.write('@Kiosk Where is the ferry?');
  await slack.until(() => (slack.visible(channel).length > 1 ? true : undefined));
  for (const { id } of slack.delivered()) slack.redeliver(id);
  await expect
    .poll(() => slack.delivered().every(({ attempts, acknowledged }) => attempts.length > 1 && acknowledged))
    .toBe(true);
  expect(desk.asked).toHaveLength(1);
});

test('a message that comes to two processes on one store, more than once, is answered once', async () => {
  const directory = await createFolder();
  const slack = await createSlackStandIn();
  const processes = await Promise.all(
    [1, 2].map(async () => {
      const store = await openStore({ directory });
      onTestFinished(() => store.close());
      return openEndpoint({ slack, kept: store.keyValue('slack') });
    }),
  );
  for (const { start } of processes) await start();
  const [{ ada, channel } = expect.unreachable()] = processes;
  const questions = Array.from({ length: 10 }, (_, index) => `Question ${index}?`);
  for (const question of questions) ada.write(`@Kiosk ${question}`);
  const events = slack.delivered().map(({ payload }) => payload);
  await Promise.all(events.flatMap((payload) => processes.map(({ url }) => slack.send(url, payload))));
  const answered = () => processes.flatMap(({ desk }) => desk.asked);
  await slack.until(() => slack.visible(channel).length >= 2 * questions.length || undefined);
  await Promise.all(processes.map(({ adapter }) => adapter.stop()));
  expect(
    answered()
      .map((asked) => 'text' in asked && asked.text)
      .toSorted(),
  ).toEqual(questions);
});

test('what somebody else sends, or sends again later, is refused', async () => {
  const { slack, start, url, desk } = await openEndpoint();
  await start();
  const now = Math.floor(Date.now() / 1000);
  const wrong = [
    { secret: 'a forged secret' },
    { signature: '' },
    { signature: 'v0=' },
    { signature: `v0=${'0'.repeat(64)}` },
    { timestamp: now - 301 },
    { timestamp: 0 },
  ];
  for (const sending of wrong) expect((await slack.send(url, event, sending)).status).toBe(401);
  expect((await fetch(url)).status).toBe(405);
  expect((await fetch(url, { method: 'POST', body: JSON.stringify(event) })).status).toBe(401);
  expect(desk.asked).toEqual([]);
});

test('what is signed but makes no sense is answered all the same', async () => {
  const { slack, start, url } = await openEndpoint();
  await start();
  expect((await slack.send(url, new URLSearchParams({ payload: '{' }))).status).toBe(400);
  expect((await slack.send(url, new URLSearchParams({ ssl_check: '1' }))).status).toBe(200);
  expect((await slack.send(url, { hello: 'there' })).status).toBe(404);
});

test('Slack’s challenge is answered at once, and nothing else before Kiosk is there or after it left', async () => {
  const { slack, adapter, start, url } = await openEndpoint();
  const challenge = { type: 'url_verification', challenge: 'is this you' };
  expect((await slack.send(url, challenge)).json).toEqual({ challenge: 'is this you' });
  expect((await slack.send(url, event)).status).toBe(503);
  await start();
  expect((await slack.send(url, event)).status).not.toBe(503);
  await adapter.stop();
  expect((await slack.send(url, event)).status).toBe(503);
});
