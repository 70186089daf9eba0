import { describe, expect, test } from 'vitest';
import { createRotation } from '../../../src/adapters/slack/rotation.ts';
import { createLog } from '../../../src/log.ts';
import { createFakeKeyValue } from '../../fakes/key-value.ts';
import { failureOf } from '../posting.ts';
import { openSeveral, publicUrl, says, settle } from './several.ts';
import type { Several, SeveralParts } from './several.ts';
import { createSlackStandIn } from './stand-in/index.ts';
import type { SlackStandIn } from './stand-in/index.ts';

const hour = 60 * 60 * 1000;

/** Kiosk in a workspace whose tokens are good for twelve hours. */
async function openRotating(parts: SeveralParts = {}) {
  const slack = await createSlackStandIn({ app: { rotates: true } });
  const several = await openSeveral('HTTP', { ...parts, slack });
  const settled = await settle(several, 'Ferry');
  let number = 0;
  const post = ({ adapter }: Pick<Several, 'adapter'> = several) => {
    number += 1;
    return adapter.post({ key: `post ${number}`, channel: settled.where, message: says(`Post ${number}`) });
  };
  const exchanges = () =>
    slack.requests.filter(
      ({ method, args }) => method === 'oauth.v2.access' && args['grant_type'] === 'refresh_token',
    ).length;
  /** What Slack said that is wrong with tokens. */
  const refusals = () =>
    slack.requests.flatMap(({ answer }) =>
      typeof answer === 'object' && answer['error'] === 'token_expired' ? [answer] : [],
    );
  const texts = () => slack.visible(settled.channel).map(({ text }) => text);
  return { ...several, ...settled, post, exchanges, refusals, texts };
}

describe('a token that is good for a while only', () => {
  test('is exchanged before it ends, and again, so that none is used that has ended', async () => {
    const { slack, post, exchanges, refusals, texts } = await openRotating();
    await post();
    slack.clock.pass(9 * hour);
    await post();
    expect(exchanges()).toBe(0);
    slack.clock.pass(hour);
    await post();
    await post();
    expect(exchanges()).toBe(1);
    slack.clock.pass(11 * hour);
    await post();
    expect(exchanges()).toBe(2);
    expect(texts()).toHaveLength(5);
    expect(refusals()).toEqual([]);
  });

  test('is exchanged when it has ended meanwhile, before anybody is answered', async () => {
    const { slack, ada, channel, exchanges, refusals } = await openRotating();
    slack.clock.pass(48 * hour);
    ada.in(channel).write('@Kiosk Where is the ferry?');
    await expect.poll(() => slack.visible(channel)).toHaveLength(2);
    expect(exchanges()).toBe(1);
    expect(refusals()).toEqual([]);
  });

  test('is exchanged once, however many ask for it in two processes at the same moment', async () => {
    const slack = await createSlackStandIn({ app: { rotates: true } });
    const kept = createFakeKeyValue(() => new Date(slack.clock.now()));
    const one = await openSeveral('HTTP', { slack, kept });
    const other = await openSeveral('HTTP', { slack, kept });
    const { where, channel } = await settle(one, 'Ferry');
    slack.clock.pass(13 * hour);
    const held = slack.fault('oauth.v2.access', { kind: 'held' }, 100);
    const posting = [one, other, one, other, one, other].map(({ adapter }, index) =>
      adapter.post({ key: `post ${index}`, channel: where, message: says(`Post ${index}`) }),
    );
    await slack.until(() => (held.met() > 0 ? true : undefined));
    held.release();
    await Promise.all(posting);
    expect(held.met()).toBe(1);
    expect(slack.visible(channel)).toHaveLength(6);
    await other.adapter.post({ key: 'another', channel: where, message: says('Hello') });
    expect(held.met()).toBe(1);
  });

  test('is used until its end where it can’t be exchanged; then posts wait', async () => {
    const { slack, post, exchanges, refusals, desk, ada, channel } = await openRotating();
    slack.clock.pass(11 * hour);
    slack.fault('oauth.v2.access', { kind: 'dropped' }, 3);
    await post();
    // Slack isn’t asked again at once.
    await post();
    slack.clock.pass(2 * hour);
    expect(await failureOf(post())).toMatchObject({ permanent: false });
    expect(await failureOf(post())).toMatchObject({ permanent: false });
    slack.clock.pass(hour);
    expect(await failureOf(post())).toMatchObject({ permanent: false });
    slack.clock.pass(hour);
    await post();
    expect(slack.faultsLeft()).toEqual([]);
    expect(exchanges()).toBe(1);
    expect(refusals()).toEqual([]);
    expect(desk.gone).toEqual([]);
    expect(await ada.in(channel).slash('/kiosk', 'Ferry?').reply()).toBeDefined();
  });

  test('that has ended and can’t be exchanged any more means that Kiosk was taken out', async () => {
    const { slack, post, desk, workspace } = await openRotating();
    slack.fault('oauth.v2.access', { kind: 'refused', error: 'invalid_refresh_token' }, 2);
    slack.clock.pass(11 * hour);
    await post();
    expect(desk.gone).toEqual([]);
    slack.clock.pass(2 * hour);
    expect(await failureOf(post())).toMatchObject({ permanent: true, reason: 'placeGone' });
    expect(desk.gone).toEqual([`slack:${workspace.id}`]);
  });

  test('is exchanged where Slack says that it has ended before its time', async () => {
    const { slack, post, exchanges, desk, texts } = await openRotating();
    slack.fault('chat.postMessage', { kind: 'refused', error: 'token_expired' });
    expect(await failureOf(post())).toMatchObject({ permanent: false });
    await post();
    expect(exchanges()).toBe(1);
    expect(texts()).toEqual(['Post 2']);
    expect(desk.gone).toEqual([]);
  });
});

test('a token that somebody else exchanged a moment ago is not exchanged again', async () => {
  const now = new Date(0);
  const kept = createFakeKeyValue(() => now);
  const refreshToken = 'xoxe-1';
  const old = { team: 'T1', self: 'U1', token: 'old', rotation: { refreshToken, expiresAt: 0 } };
  const next = { ...old, token: 'next', rotation: { refreshToken, expiresAt: 12 * hour } };
  const seen = [old, next];
  const rotation = createRotation({
    installations: { find: async () => seen.shift(), put: unused, remove: unused },
    oauth: { refresh: unused },
    kept,
    lost: unused,
    now: () => now,
    log: createLog({ level: 'silent' }),
    signal: new AbortController().signal,
  });
  expect(await rotation.fresh('T1')).toBe(next);
  // Whoever comes next may exchange it.
  expect(await kept.add('exchange T1', true)).toBe(true);
});

function unused(): Promise<never> {
  return Promise.reject(new Error('not used here'));
}

test.each([
  ['comes', undefined],
  ['is refused', 'invalid_refresh_token'],
])('a token that %s after Kiosk was installed anew changes nothing', async (_, error) => {
  const slack = await createSlackStandIn({ app: { rotates: true } });
  const kept = createFakeKeyValue(() => new Date(slack.clock.now()));
  const several = await openSeveral('HTTP', { slack, kept });
  const { workspace, ada, where, channel } = await settle(several, 'Ferry');
  const { answer } = slack.requests.find(({ method }) => method === 'oauth.v2.access') ?? {};
  slack.clock.pass(13 * hour);
  const held = slack.fault('oauth.v2.access', { kind: 'held' });
  const posting = several.adapter.post({ key: 'one', channel: where, message: says('Hello') });
  await slack.until(() => (held.met() > 0 ? true : undefined));
  slack.agree({ teamId: workspace.id, userId: ada.id });
  await several.browser().visit(`${publicUrl}/slack/install`);
  const newest = await kept.get(`installation ${workspace.id}`);
  // What is exchanged already is refused.
  if (error !== undefined) await exchangeElsewhere(slack, answer);
  held.release();
  await posting;
  const errors = slack.requests.map(({ answer }) => typeof answer === 'object' && answer['error']);
  expect(errors.includes('invalid_refresh_token')).toBe(error !== undefined);
  expect(await kept.get(`installation ${workspace.id}`)).toBe(newest);
  expect(slack.visible(channel)).toHaveLength(1);
  expect(several.desk.gone).toEqual([]);
});

/** Exchanges a token as somebody else who knows it would. */
async function exchangeElsewhere(slack: SlackStandIn, granted: unknown): Promise<void> {
  const { clientId, clientSecret } = slack.app;
  const token = typeof granted === 'object' && granted !== null && 'refresh_token' in granted;
  const body = new URLSearchParams({
    client_id: clientId,
    client_secret: clientSecret,
    grant_type: 'refresh_token',
    refresh_token: token ? String(granted.refresh_token) : '',
  });
  const response = await fetch(`${slack.slackApiUrl}oauth.v2.access`, { method: 'POST', body });
  expect(await response.json()).toMatchObject({ ok: true });
}
