import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Plan } from '../../src/chat/plan.ts';
import { runCommandLine } from '../../src/cli/run.ts';
import type { DueDelivery } from '../../src/delivery/outbox.ts';
import { draftSubscription, plainSubscription } from '../../src/delivery/draft.ts';
import { openStore } from '../../src/stores/index.ts';
import type { Store } from '../../src/stores/index.ts';
import { createDiscordStandIn } from '../adapters/discord/stand-in/index.ts';
import { createSlackStandIn } from '../adapters/slack/stand-in/index.ts';
import { createCommandLine } from '../fakes/command-line.ts';
import { json, jsonl, kiosk, newFolder, t, write } from './kiosk.ts';

/** What the clocks of these command lines show. */
const now = new Date('2026-01-31T12:00:00Z');
const room = 'discord:7:70';

async function inStore<value>(data: string, work: (store: Store) => Promise<value>): Promise<value> {
  const store = await openStore({ directory: data });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const delivery = (key: string, at: string, channel = room): DueDelivery => ({
  key,
  kind: 'digest',
  channel,
  plan: 'morning',
  language: 'en',
  parts: [{ blocks: [{ kind: 'text', text: key }] }],
  dueAt: new Date(at),
  notBefore: new Date(at),
});

describe('kiosk deliveries and kiosk audit', () => {
  const data = newFolder();

  beforeAll(() =>
    inStore(data, async ({ outbox, audit }) => {
      const first = delivery('first', '2026-01-30T08:00:00Z');
      await outbox.put(first, first.dueAt);
      const until = new Date('2026-01-30T09:00:00Z');
      const claim = {
        platform: 'discord',
        owner: 'one',
        now: new Date('2026-01-30T08:30:00Z'),
        until,
        limit: 9,
      };
      await outbox.claim(claim);
      const posted = { channel: room, id: '99' };
      await outbox.settle('first', 'one', {
        state: 'delivered',
        posted,
        at: new Date('2026-01-30T08:30:00Z'),
      });
      const second = delivery('second', '2026-01-30T10:00:00Z', 'discord:7:71');
      await outbox.put(second, second.dueAt);
      await outbox.claim({ ...claim, now: second.dueAt, until: now });
      const at = new Date('2026-01-30T10:00:01Z');
      await outbox.settle('second', 'one', {
        state: 'failed',
        reason: 'archived',
        failure: 'is_archived',
        at,
      });
      await outbox.put(delivery('third', '2026-01-30T11:00:00Z'), at);
      const act = { by: 'discord:1', channel: room, subject: 'morning' };
      await audit.note({ ...act, at, action: 'subscribe', details: '{"id":"morning"}' });
      await audit.note({ ...act, at, action: 'dance', channel: 'discord:7:71' });
    }),
  );

  test('list what became of every delivery, newest first, for programs', async () => {
    const all = await json(['deliveries', '--json'], { data });
    expect(all).toEqual([
      {
        key: 'third',
        kind: 'digest',
        channel: room,
        plan: 'morning',
        state: 'waiting',
        dueAt: '2026-01-30T11:00:00.000Z',
        settledAt: null,
        lateSeconds: null,
        attempts: 0,
        failure: null,
        posted: null,
      },
      expect.objectContaining({ key: 'second', state: 'failed', lateSeconds: 1, failure: 'is_archived' }),
      expect.objectContaining({
        key: 'first',
        state: 'delivered',
        settledAt: '2026-01-30T08:30:00.000Z',
        lateSeconds: 1800,
        attempts: 1,
        posted: { channel: room, id: '99' },
      }),
    ]);
  });

  test('list what was asked for, a line each, for people', async () => {
    const digest = t('replies.status.kinds.digest');
    const said = await kiosk(['deliveries', '--channel', room], { data });
    expect(said.stdout.split('\n')).toEqual([
      `2026-01-30 11:00  …  ${digest}  ${room}  ${t('replies.status.states.waiting')}`,
      `2026-01-30 08:00  ✓  ${digest}  ${room}  ${t('replies.status.states.late', { delay: '30 minutes' })}`,
      '',
    ]);
    const failed = await kiosk(['deliveries', '--state', 'failed'], { data });
    expect(failed.stdout).toBe(
      `2026-01-30 10:00  ✗  ${digest}  discord:7:71  ${t('replies.status.states.failed')} · is_archived\n`,
    );
    expect((await json(['deliveries', '--limit', '1', '--json'], { data })).length).toBe(1);
    const unknown = await kiosk(['deliveries', '--state', 'lost'], { data });
    expect(unknown).toMatchObject({ status: 2, stdout: '' });
    expect(unknown.stderr).toContain('waiting, delivered, failed');
  });

  test('list who changed what', async () => {
    expect(await json(['audit', '--json'], { data })).toMatchObject([
      { action: 'dance', channel: 'discord:7:71', details: null },
      {
        at: '2026-01-30T10:00:01.000Z',
        by: 'discord:1',
        channel: room,
        action: 'subscribe',
        subject: 'morning',
        details: { id: 'morning' },
      },
    ]);
    const said = await kiosk(['audit', '--channel', room], { data });
    const done = t('cli.audit.actions.subscribe');
    expect(said.stdout).toBe(`2026-01-30 10:00  discord:1  ${done}  morning  ${room}\n`);
    expect((await kiosk(['audit', '--channel', 'discord:7:71'], { data })).stdout).toContain('  dance  ');
  });

  test('say so where there is nothing', async () => {
    const empty = { data: newFolder() };
    expect((await kiosk(['deliveries'], empty)).stdout).toBe(`${t('cli.deliveries.none')}\n`);
    expect((await kiosk(['audit'], empty)).stdout).toBe(`${t('cli.audit.none')}\n`);
    expect((await kiosk(['deliveries', '--json'], empty)).stdout).toBe('');
  });
});

/** A subscription to news of the bridge. */
function bridge(id: string, channel: string): Plan {
  const setting = {
    channel,
    place: 'discord:7',
    by: 'discord:1',
    language: 'de',
    timeZone: 'UTC',
    now,
  } as const;
  return draftSubscription(plainSubscription(id, setting), { topics: 'bridge' }, setting, []);
}

describe('kiosk digest', () => {
  const items = [
    {
      id: 'bridge',
      url: 'https://ferrypost.example/bridge',
      source: 'The Ferry Post',
      language: 'en',
      title: 'Tanker rams Varnholm bridge',
      text: 'The tanker Mirabel rammed the Varnholm bridge. Two crew members were hurt.',
      publishedAt: '2026-01-31T08:00:00Z',
    },
    {
      id: 'bread',
      url: 'https://ferrypost.example/bread',
      source: 'The Ferry Post',
      language: 'en',
      title: 'Rye loaf wins national bread contest',
      text: 'A baker from Kelso won the national bread contest with a rye loaf.',
      publishedAt: '2026-01-31T09:00:00Z',
    },
  ];

  const data = newFolder();

  const keep = (...plans: readonly Plan[]) =>
    inStore(data, async (store) => {
      for (const plan of plans) await store.plans.put(plan);
    });

  /** Posts a digest some minutes later, with a platform's settings. */
  async function postTo(channel: string, settings: Readonly<Record<string, string>>, minutes = 0) {
    const environment = { LC_ALL: 'en', TIME_ZONE: 'UTC', LOG_LEVEL: 'silent', ...settings };
    const { line, stdout, stderr } = createCommandLine(['digest', channel, '--data', data], { environment });
    const later = new Date(now.getTime() + 60_000 * minutes);
    const status = await runCommandLine({ ...line, now: () => later });
    return { status, stdout: stdout.text(), stderr: stderr.text() };
  }

  beforeAll(async () => {
    await kiosk(['import', write('items.jsonl', jsonl(...items))], { data });
    await keep(bridge('morning', room), { ...bridge('evening', 'discord:7:72'), status: 'paused' });
  });

  test('shows what a channel’s subscription would say, in its language, and posts nothing', async () => {
    const shown = await kiosk(['digest', room, '--dry-run'], { data });
    expect(shown).toMatchObject({ status: 0, stderr: '' });
    expect(shown.stdout).toContain('Die Nachrichten');
    expect(shown.stdout).toContain('Tanker rams Varnholm bridge');
    expect(shown.stdout).not.toContain('Rye loaf');
    const [message] = await json(['digest', room, '--dry-run', '--json'], { data });
    expect(message).toMatchObject({ language: 'de', blocks: [{ kind: 'heading' }, { kind: 'card' }, {}] });
    expect((await kiosk(['deliveries', '--channel', room], { data })).stdout).toBe(
      `${t('cli.deliveries.none')}\n`,
    );
  });

  test('shows the newest stories where a channel has no subscription', async () => {
    const { stdout } = await kiosk(['digest', 'discord:7:71', '--dry-run'], { data });
    expect(stdout).toContain(t('replies.digest.title'));
    expect(stdout).toContain('Rye loaf wins national bread contest');
  });

  test('posts it on Discord, once: what was told isn’t told again', async () => {
    const discord = await createDiscordStandIn();
    onTestFinished(() => discord.close());
    const guild = discord.guild({ name: 'Harbour' });
    const channel = guild.channel({ name: 'news' });
    const reader = discord.user({ name: 'Reader' });
    guild.join(reader);
    const id = `discord:${guild.id}:${channel.id}`;
    await keep(bridge('noon', id));
    const environment = {
      DISCORD_TOKEN: discord.token,
      DISCORD_APPLICATION_ID: discord.applicationId,
      DISCORD_API_URL: discord.api,
    };
    const post = (minutes: number) => postTo(id, environment, minutes);
    const posted = `${t('cli.digest.posted', { channel: id })}\n`;
    expect(await post(0)).toEqual({ status: 0, stdout: posted, stderr: '' });
    expect(await post(1)).toEqual({ status: 0, stdout: `${t('replies.digest.empty')}\n`, stderr: '' });
    const sees = reader.in(channel).sees();
    expect(sees).toHaveLength(1);
    expect(JSON.stringify(sees)).toContain('Tanker rams Varnholm bridge');
    // No connection is opened to do so: the service may have one.
    expect(discord.gateway.connected()).toBe(0);
  });

  test('posts it on Slack, and says why it could not', async () => {
    const slack = await createSlackStandIn();
    onTestFinished(() => slack.close());
    const environment = {
      SLACK_BOT_TOKEN: slack.token(),
      SLACK_APP_TOKEN: slack.app.appToken,
      SLACK_API_URL: slack.slackApiUrl,
    };
    const news = slack.channel({ name: 'news' });
    const id = `slack:${slack.workspace.id}:${news.id}`;
    const posted = `${t('cli.digest.posted', { channel: id })}\n`;
    expect(await postTo(id, environment)).toEqual({ status: 0, stdout: posted, stderr: '' });
    expect(slack.visible(news)).toHaveLength(1);
    const old = `slack:${slack.workspace.id}:${slack.channel({ name: 'old', archived: true }).id}`;
    const failed = await postTo(old, environment, 1);
    expect(failed).toMatchObject({ status: 1, stderr: '' });
    expect(failed.stdout).toContain(t('cli.digest.failed', { channel: old, reason: '' }).trim());
    expect(slack.socket.connected()).toBe(0);
  });

  test('waits for the service where that alone can post', async () => {
    const channel = 'web:page';
    const said = await kiosk(['digest', channel], { data });
    expect(said).toEqual({ status: 0, stdout: `${t('cli.digest.waiting', { channel })}\n`, stderr: '' });
    const waiting = await json(['deliveries', '--state', 'waiting', '--json'], { data });
    expect(waiting).toMatchObject([{ kind: 'digest', channel }]);
  });

  test('says what is in the way', async () => {
    for (const [channel, error] of [
      ['discord:7:72', t('cli.digest.paused', { channel: 'discord:7:72' })],
      ['discord:7:71', t('cli.digest.noPlatform', { channel: 'discord:7:71' })],
      ['pigeon:1', t('cli.digest.noPlatform', { channel: 'pigeon:1' })],
    ] as const)
      expect(await kiosk(['digest', channel], { data })).toEqual({
        status: 1,
        stdout: '',
        stderr: `${error}\n`,
      });
    expect((await kiosk(['digest'], { data })).status).toBe(2);
  });
});
