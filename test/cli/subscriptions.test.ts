import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Plan } from '../../src/chat/plan.ts';
import { readPlans } from '../../src/cli/plan-file/read.ts';
import { writeYaml } from '../../src/cli/plan-file/write.ts';
import { draftAnnouncement } from '../../src/delivery/draft-announcement.ts';
import { draftSubscription, plainSubscription } from '../../src/delivery/draft.ts';
import { openStore } from '../../src/stores/index.ts';
import { createTranslations } from '../../src/translations.ts';
import { kiosk as run, newFolder, t } from './kiosk.ts';

const now = new Date('2026-01-31T12:00:00Z');
const setting = {
  channel: 'discord:7:70',
  place: 'discord:7',
  by: 'discord:1',
  language: 'en',
  timeZone: 'Europe/Berlin',
  now,
} as const;

const bridge = draftSubscription(
  plainSubscription('00394709', setting),
  {
    topics: 'bridge, chess',
    when: 'weekdays at 8',
    alerts: 'normal',
    quiet: '22-7',
    languages: 'en fr',
    keywords: '"a b" OR c',
    empty: 'say',
    length: 'long',
    language: 'fr',
  },
  setting,
  [],
);
const alerts = draftSubscription(plainSubscription('485e1234', setting), { alerts: 'low' }, setting, []);
const own: Plan = {
  ...draftSubscription(
    plainSubscription('mine', { ...setting, channel: 'discord:3', place: 'discord:3' }),
    { topics: 'yes, null, 12' },
    setting,
    [],
  ),
  status: 'stopped',
  failure: 'noMessages',
};
const once = draftAnnouncement(
  undefined,
  'once',
  { text: '# no comment\n- list: "x"\n\n  more: 🎉', when: 'tomorrow at 9' },
  setting,
);
const weekly = draftAnnouncement(
  undefined,
  'weekly',
  { text: 'Réunion', written: 'fr', when: 'every Monday at 9', until: '2026-12-31' },
  { ...setting, channel: 'slack:T1:C1', place: 'elsewhere' },
);
const immediate = draftAnnouncement(undefined, 'now', { text: 'Now' }, setting);
const plans: readonly Plan[] = [bridge, alerts, own, once, weekly, immediate];

let data: string;
beforeEach(() => {
  data = newFolder();
});

const kiosk = (typed: readonly string[], input?: string) =>
  run(['subscriptions', ...typed], { data, ...(input !== undefined && { input }) });

async function keep(...kept: readonly Plan[]): Promise<void> {
  const store = await openStore({ directory: data });
  for (const plan of kept) await store.plans.put(plan);
  await store.close();
}

async function kept(): Promise<readonly Plan[]> {
  const store = await openStore({ directory: data });
  const found = await store.plans.list();
  await store.close();
  return found.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

async function acts() {
  const store = await openStore({ directory: data });
  const found = await store.audit.list({ limit: 100 });
  await store.close();
  return found;
}

/** What is read from a file, with the plans there are. */
function read(text: string, ...known: readonly Plan[]) {
  return readPlans(text, {
    plans: new Map(known.map((plan) => [plan.id, plan])),
    now,
    language: 'en',
    timeZone: 'UTC',
    by: 'command line',
  });
}

/** Plans without what only the Kiosk that made them knows. */
function settled(all: readonly Plan[]) {
  return all.map((plan) => ({ ...plan, createdAt: undefined, readUntil: undefined, failure: undefined }));
}

describe('what was exported', () => {
  test('changes nothing when it is imported again, as YAML or JSON, from a file or standard input', async () => {
    await keep(...plans);
    const before = await kept();
    const same = { status: 0, stdout: `${t('cli.subscriptions.unchanged', { count: 6 })}\n`, stderr: '' };
    const json = await kiosk(['export', '-', '--json']);
    expect(await kiosk(['import', '-'], json.stdout)).toEqual(same);
    const file = `${newFolder()}.yaml`;
    expect(await kiosk(['export', file])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(await kiosk(['import', file])).toEqual(same);
    expect(await kept()).toEqual(before);
    expect(await acts()).toEqual([]);
  });

  test('is all there again in another database, but for what was told and when it was made', async () => {
    await keep(...plans);
    const { stdout } = await kiosk(['export']);
    const before = await kept();
    data = newFolder();
    const { status, stdout: said } = await kiosk(['import', '-'], stdout);
    expect({ status, said }).toEqual({ status: 0, said: `${t('cli.subscriptions.added', { count: 6 })}\n` });
    expect(settled(await kept())).toEqual(settled(before));
    expect((await acts()).map(({ by, action }) => [by, action])).toEqual(
      Array.from({ length: 6 }, () => ['command line', 'import']),
    );
  });

  test('explains its fields in comments, says in words when what is due, and leaves out what is over', async () => {
    const { dueAt: _dueAt, ...over } = once;
    await keep(bridge, over);
    const { stdout } = await kiosk(['export']);
    expect(stdout).toContain('announcements: []');
    for (const line of t('cli.subscriptions.header').split('\n'))
      expect(stdout).toContain(`# ${line}`.trimEnd());
    expect(stdout).toContain('when: 0 8 * * 1-5 # on weekdays at 8 am\n');
  });

  test('is the same for whatever people write', () => {
    const translate = createTranslations({ timeZone: 'UTC' }).translate('de');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }).filter((text) => text.trim() !== ''),
        fc.constantFrom('0 8 * * 1-5', '*/15 8-18 * * *', '0 9 1 * * | 30 7 * * 0'),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 0, max: 1439 }),
        (text, cron, from, to) => {
          fc.pre(from !== to);
          const announcement = { ...weekly, texts: [{ language: 'de' as const, text: text.trim() }] };
          const subscription = { ...bridge, when: { cron, timeZone: 'Europe/Berlin' }, quiet: { from, to } };
          const all: readonly Plan[] = [announcement, subscription];
          const written = writeYaml(all, { language: 'de', translate });
          expect(read(written, ...all)).toEqual({ plans: [subscription, announcement], problems: [] });
        },
      ),
    );
  });
});

test('the examples in docs/ can be imported', () => {
  const { plans, problems } = read(readFileSync('docs/subscriptions.yaml', 'utf8'));
  expect(problems).toEqual([]);
  expect(plans.map(({ id }) => id)).toEqual(['climate-mornings', 'breaking', 'weekly-meeting']);
});

describe('an import', () => {
  const minimal = `
subscriptions:
  - id: morning
    channel: discord:7:70
    topics: [climate, energy]
    when: weekdays at 8
announcements:
  - id: hello
    channel: slack:T1:C1
    texts:
      en: Hello
      de: Hallo
    at: 2026-12-01 09:00
`;

  test('takes what is written by hand, in words', async () => {
    const { plans, problems } = read(minimal);
    expect(problems).toEqual([]);
    expect(plans.toReversed()).toEqual([
      {
        id: 'hello',
        kind: 'announcement',
        channel: 'slack:T1:C1',
        place: 'slack:T1',
        spoken: 'en',
        status: 'active',
        by: 'command line',
        createdAt: now,
        texts: [
          { language: 'en', text: 'Hello' },
          { language: 'de', text: 'Hallo' },
        ],
        dueAt: new Date('2026-12-01T09:00:00Z'),
      },
      {
        id: 'morning',
        kind: 'subscription',
        channel: 'discord:7:70',
        place: 'discord:7',
        spoken: 'en',
        status: 'active',
        by: 'command line',
        createdAt: now,
        wish: { topics: ['climate', 'energy'], sources: [], languages: [], stories: 5, sentences: 1 },
        when: { cron: '0 8 * * 1-5', timeZone: 'UTC' },
        timeZone: 'UTC',
        perHour: 4,
        empty: 'skip',
        dueAt: new Date('2026-02-02T08:00:00Z'),
        readUntil: new Date('2026-01-30T12:00:00Z'),
      },
    ]);
  });

  test('changes what it names, keeps what only Kiosk knows, and removes nothing', async () => {
    await keep(bridge, alerts);
    const changed = `
subscriptions:
  - id: "00394709"
    channel: discord:7:70
    when: 0 8 * * 1-5
    timeZone: Europe/Berlin
    status: paused
`;
    const reply = await kiosk(['import'], changed);
    expect(reply.stdout).toBe(`${t('cli.subscriptions.changed', { count: 1 })}\n`);
    const [first, second] = await kept();
    expect(first).toMatchObject({
      id: '00394709',
      status: 'paused',
      by: 'discord:1',
      createdAt: bridge.createdAt,
      dueAt: bridge.dueAt,
      readUntil: bridge.readUntil,
      wish: { topics: [] },
    });
    expect(first).not.toHaveProperty('alerts');
    expect(second).toEqual(alerts);
  });

  test('names all problems at once by their lines', () => {
    const wrong = `subscriptions:
  - id: good
    channel: discord:7:70
    when: every day at 8
  - id: not an id
    channel: terminal:local
    topics: [🎉]
    wings: two
    when: every blursday
    timeZone: Mars/Olympus
    stories: 99
    alerts: sometimes
    quiet: always
    languages: klingon
  - channel: discord:7:71
  - id: once
    channel: discord:7:70
    alerts: low
  - id: good
    channel: discord:7:70
    alerts: low
announcements:
  - id: silent
    channel: discord:7:70
    when: every day at 8
    at: 2026-12-01 9:00
  - id: past
    channel: discord:7:70
    texts:
      en: [not, a, text]
      xx: Hello
    at: 2020-01-01 9:00
  - just a text
`;
    const { problems } = read(wrong, bridge, once);
    const expected = [
      [5, t('cli.subscriptions.problems.id', { id: 'not an id' })],
      [6, t('cli.subscriptions.problems.channel', { channel: 'terminal:local' })],
      [7, t('errors.plan.topic', { topic: '🎉' })],
      [8, expect.stringContaining('“wings”')],
      [9, t('errors.plan.when', { when: 'every blursday' })],
      [10, t('errors.plan.timeZone', { timeZone: 'Mars/Olympus' })],
      [11, t('errors.notInteger', { option: 'stories', minimum: 1, maximum: 10 })],
      [12, t('errors.notChoice', { option: 'alerts', choices: 'low, normal, high' })],
      [13, t('errors.plan.quiet', { quiet: 'always' })],
      [14, t('errors.plan.language', { language: 'klingon' })],
      [15, t('cli.subscriptions.problems.missing', { field: 'id' })],
      [15, t('cli.subscriptions.problems.nothing')],
      [16, t('cli.subscriptions.problems.otherKind', { id: 'once' })],
      [19, t('cli.subscriptions.problems.sameId', { id: 'good' })],
      [23, t('cli.subscriptions.problems.missing', { field: 'texts' })],
      [23, t('cli.subscriptions.problems.whenOrAt')],
      [30, t('cli.subscriptions.problems.text', { field: 'en' })],
      [31, t('errors.notChoice', { option: 'texts', choices: 'en, fr, de' })],
      [32, t('errors.plan.past', { when: '2020-01-01 9:00' })],
      [33, t('cli.subscriptions.problems.entry', { list: 'announcements' })],
    ];
    expect(problems.map(({ line, key, values }) => [line, t(key, values)])).toEqual(expected);
  });

  test('with a problem changes nothing, and tells it to people and programs', async () => {
    const wrong = minimal.replace('weekdays at 8', 'every blursday');
    const problem = t('errors.plan.when', { when: 'every blursday' });
    const said = await kiosk(['import'], wrong);
    expect(said).toMatchObject({ status: 1, stdout: '' });
    expect(said.stderr).toContain(t('cli.subscriptions.problem', { line: 6, problem }));
    const { status, stdout } = await kiosk(['import', '-', '--json'], wrong);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual({ problems: [{ line: 6, problem }] });
    expect(await kept()).toEqual([]);
  });

  test.each([
    ['subscriptions: [', 1, 'syntax'],
    ['subscriptions:\n  - id: a\n    id: b', 3, 'twice'],
    ['subscriptions: yes', 1, 'list'],
    ['- id: a', 1, 'root'],
    ['just words', 1, 'root'],
    ['# a comment\nfeeds: []', 2, 'unknown'],
    ['subscriptions:\n  - id: a\n    channel: [[1]]', 3, 'shape'],
    ['subscriptions: *nothing', 1, 'syntax'],
  ] as const)('of what is no such file says so: %j', (text, line, key) => {
    const problem = { line, key: `cli.subscriptions.problems.${key}` };
    expect(read(text).problems).toContainEqual(expect.objectContaining(problem));
  });

  test('of an empty file says that nothing is in it', async () => {
    for (const text of ['', '# nothing\n', 'subscriptions: []\nannouncements:\n'])
      expect(read(text)).toEqual({ plans: [], problems: [] });
    const { status, stdout } = await kiosk(['import'], '');
    expect({ status, stdout }).toEqual({ status: 0, stdout: `${t('cli.subscriptions.empty')}\n` });
  });

  test('bears names that stand for others, and few that stand for many', () => {
    const aliased = `
subscriptions:
  - { id: one, channel: "discord:7:70", topics: &topics [bridge], when: every day at 8 }
  - { id: two, channel: "discord:7:71", topics: *topics, when: every day at 9 }
`;
    const { plans, problems } = read(aliased);
    expect(problems).toEqual([]);
    expect(plans.map((plan) => plan.kind === 'subscription' && plan.wish.topics)).toEqual([
      ['bridge'],
      ['bridge'],
    ]);
    const laughing = `
a: &a [x, x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
subscriptions: *c
`;
    expect(read(laughing).problems.length).toBeGreaterThan(3);
  });

  test('of a file that isn’t there, or without a direction, says how it is used', async () => {
    const file = join(newFolder(), 'nothing.yaml');
    expect(await kiosk(['import', file])).toEqual({
      status: 1,
      stdout: '',
      stderr: `${t('cli.file.missing', { file })}\n`,
    });
    const { status, stderr } = await kiosk(['transport']);
    expect(status).toBe(2);
    expect(stderr).toContain(t('cli.subscriptions.direction', { word: 'transport' }));
    expect((await kiosk([])).status).toBe(2);
  });
});
