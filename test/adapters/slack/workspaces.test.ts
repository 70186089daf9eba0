import { describe, expect, test } from 'vitest';
import { failureOf } from '../posting.ts';
import { createFakeDesk, fakeListings } from '../../fakes/desk.ts';
import { openForTest } from './open.ts';
import { createSlackStandIn } from './stand-in/index.ts';
import type { Way } from './stand-in-bot.ts';
import { oauthOf, openSeveral, publicUrl, says, settle } from './several.ts';
import type { Several } from './several.ts';

const ways: readonly Way[] = ['Socket Mode', 'HTTP'];
type Settled = Awaited<ReturnType<typeof settle>>;

/** Kiosk in two workspaces. */
async function openTwo(way: Way) {
  const several = await openSeveral(way);
  return { ...several, ferry: await settle(several, 'Ferry'), boat: await settle(several, 'Boat') };
}

const post = ({ adapter }: Several, { where }: Settled, text: string) =>
  adapter.post({ key: `${where} ${text}`, channel: where, message: says(text) });
const texts = ({ slack }: Several, { channel }: Settled) => slack.visible(channel).map(({ text }) => text);

/** Kiosk still is in a workspace: it answers there and posts. */
async function expectThere(several: Several, settled: Settled): Promise<void> {
  const { ada, channel } = settled;
  expect(await ada.in(channel).slash('/kiosk', 'Ferry?').reply()).toMatchObject({ ephemeral: true });
  const text = `Posted after ${several.slack.visible(channel).length}`;
  await post(several, settled, text);
  expect(texts(several, settled)).toContain(text);
}

/** Kiosk is no longer in a workspace: it knows nothing of it and doesn't try. */
async function expectGone(several: Several, settled: Settled): Promise<void> {
  const { workspace } = settled;
  await expect.poll(() => several.desk.gone).toContain(`slack:${workspace.id}`);
  const before = several.slack.requests.length;
  expect(await failureOf(post(several, settled, 'Anybody?'))).toMatchObject({
    permanent: true,
    reason: 'placeGone',
  });
  expect(several.slack.requests).toHaveLength(before);
}

describe.each(ways)('over %s', (way) => {
  test('Kiosk answers in each workspace that took it in, with that workspace’s token and as itself there', async () => {
    const several = await openTwo(way);
    const { slack, desk } = several;
    expect(desk.come).toEqual([several.ferry, several.boat].map(({ workspace }) => `slack:${workspace.id}`));
    for (const settled of [several.ferry, several.boat]) {
      const { workspace, ada, channel, where } = settled;
      const asked = desk.asked.length;
      ada.in(channel).write('@Kiosk Where is the ferry?');
      const self = workspace.install()?.botUserId;
      const answer = await slack.until(() => slack.visible(channel).find(({ userId }) => userId === self));
      expect(answer.text).toContain('You asked: Where is the ferry?');
      await ada.in(channel).slash('/kiosk', 'When?').reply();
      ada.direct().write('Why?');
      await expect.poll(() => desk.asked.length).toBe(asked + 3);
      expect(desk.asked[asked]).toMatchObject({
        text: 'Where is the ferry?',
        caller: { id: `slack:${workspace.id}:${ada.id}` },
        channel: where,
        place: `slack:${workspace.id}`,
      });
      ada.openHome();
      await slack.until(() => ada.home());
      const posted = await post(several, settled, 'The crane has come.');
      await several.adapter.edit(posted, says('The crane is red.'));
      expect(texts(several, settled)).toContain('The crane is red.');
    }
    expect(slack.violations).toEqual([]);
  });

  test('a workspace that takes Kiosk out is left; the others aren’t, and it may come back', async () => {
    const several = await openTwo(way);
    const { ferry, boat } = several;
    ferry.workspace.uninstall();
    await expectGone(several, ferry);
    await expectThere(several, boat);
    several.slack.agree({ teamId: ferry.workspace.id, userId: ferry.ada.id });
    await several.browser().visit(`${publicUrl}/slack/install`);
    await expectThere(several, ferry);
    expect(several.desk.come.at(-1)).toBe(`slack:${ferry.workspace.id}`);
  });

  test('a workspace that revokes Kiosk’s token is left; the others aren’t', async () => {
    const several = await openTwo(way);
    several.ferry.workspace.revoke();
    await expectGone(several, several.ferry);
    await expectThere(several, several.boat);
    expect(several.desk.gone).toEqual([`slack:${several.ferry.workspace.id}`]);
  });

  test('a workspace that ends without a word is left when Kiosk posts there, or answers', async () => {
    const several = await openTwo(way);
    const { ferry, boat } = several;
    ferry.workspace.deactivate();
    expect(await failureOf(post(several, ferry, 'Anybody?'))).toMatchObject({ reason: 'placeGone' });
    await expectGone(several, ferry);
    await expectThere(several, boat);
    boat.workspace.deactivate();
    await boat.ada.in(boat.channel).slash('/kiosk', 'Ferry?').reply();
    await expectGone(several, boat);
  });
});

test('old news of a workspace that took Kiosk out and in again changes nothing', async () => {
  const several = await openTwo('HTTP');
  const { slack, ferry } = several;
  ferry.workspace.uninstall();
  await expectGone(several, ferry);
  slack.agree({ teamId: ferry.workspace.id, userId: ferry.ada.id });
  await several.browser().visit(`${publicUrl}/slack/install`);
  const looked = () => slack.requests.filter(({ method }) => method === 'auth.test').length;
  const before = looked();
  for (const { id, name } of slack.delivered())
    if (['app_uninstalled', 'tokens_revoked'].includes(name)) slack.redeliver(id);
  await expect.poll(looked).toBe(before + 2);
  await expectThere(several, ferry);
  expect(several.desk.gone).toHaveLength(1);
});

test('a token that was refused after Kiosk was installed anew takes nothing away', async () => {
  const several = await openTwo('HTTP');
  const { slack, ferry } = several;
  const held = slack.fault('chat.postMessage', { kind: 'held' });
  const failed = failureOf(post(several, ferry, 'Hello'));
  await slack.until(() => (held.met() > 0 ? true : undefined));
  ferry.workspace.deactivate();
  slack.agree({ teamId: ferry.workspace.id, userId: ferry.ada.id });
  await several.browser().visit(`${publicUrl}/slack/install`);
  held.release();
  expect(await failed).toBeDefined();
  await expectThere(several, ferry);
  expect(several.desk.gone).toEqual([]);
});

test('a workspace that never took Kiosk in is refused for good, and its events are not answered', async () => {
  const several = await openSeveral('HTTP');
  const { slack, adapter, desk } = several;
  const channel = slack.channel({ name: 'news' });
  const where = `slack:${slack.workspace.id}:${channel.id}`;
  const failure = await failureOf(adapter.post({ key: 'one', channel: where, message: says('Hello') }));
  expect(failure).toMatchObject({ permanent: true, reason: 'placeGone' });
  slack.user({ name: 'Ada' }).in(channel).write('@Kiosk Who?');
  await slack.until(() => slack.delivered().every(({ acknowledged }) => acknowledged) || undefined);
  expect(desk.asked).toEqual([]);
});

test('an app’s token that Slack doesn’t know ends it all, and is named', async () => {
  const slack = await createSlackStandIn();
  slack.fault('apps.connections.open', { kind: 'refused', error: 'invalid_auth' });
  const { adapter, logged } = await openForTest({ slack, oauth: oauthOf(slack) });
  await adapter.start(fakeListings, createFakeDesk());
  await expect.poll(() => logged.join('')).toContain('Slack refuses Kiosk (SLACK_APP_TOKEN)');
});
