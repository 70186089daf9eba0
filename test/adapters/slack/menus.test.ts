import { expect, test } from 'vitest';
import { formFor } from '../../../src/adapters/slack/forms.ts';
import { createLocales } from '../../../src/adapters/slack/locales.ts';
import { createChoices, offerChoices } from '../../../src/adapters/slack/menus.ts';
import { createControls } from '../../../src/adapters/controls.ts';
import { createFakeDesk, fakeListings } from '../../fakes/desk.ts';
import { createFakeKeyValue } from '../../fakes/key-value.ts';
import { openHarbour } from './stand-in-bot.ts';

const now = () => new Date(0);
const onlooker = async () => ({
  caller: { id: 'slack:1', manager: false },
  channel: 'slack:1:2',
  place: 'slack:1',
});

test('the words typed can be chosen in time, however long Kiosk thinks about others', async () => {
  await using harbour = await openHarbour();
  const kept = createFakeKeyValue(now);
  const controls = createControls(kept, 300);
  const desk = { ...createFakeDesk(), suggest: () => new Promise<never>(() => {}) };
  await harbour.bot('Socket Mode', (app) => {
    const { client } = app;
    const workspace = { team: 'T1', self: 'U1', client, locales: createLocales(client) };
    offerChoices(app, {
      desk,
      controls,
      choices: createChoices(kept),
      onlooker,
      within: (_, work) => void work(workspace),
      patience: 20,
    });
    app.shortcut('ask', async ({ ack, shortcut, client }) => {
      await ack();
      const control = { kind: 'action', command: 'story', options: {}, asks: 'story' } as const;
      const origin = { control: await controls.write(control), channel: undefined, thread: undefined };
      const listing = fakeListings.find(({ command }) => command === 'story');
      if (listing === undefined) return;
      const view = formFor(listing, { option: 'story', kind: 'menu', title: 'Find' }, origin);
      await client.views.open({ trigger_id: shortcut.trigger_id, view });
    });
  });
  const ada = harbour.ada.in(harbour.channel);
  const form = await ada.shortcut('ask').view();
  const [only, ...others] = await ada.suggest(form, 'choice', 'ferry').options();
  expect(only).toEqual({ text: { type: 'plain_text', text: 'ferry', emoji: false }, value: '=ferry' });
  expect(others).toEqual([]);
  expect(harbour.slack.violations).toEqual([]);
});

test.each([
  'ferry',
  '=ferry',
  'kept',
  'x'.repeat(74),
  'x'.repeat(75),
  `https://pier.example/${'é'.repeat(3000)}`,
])('a value is what it was when it comes back, and never too long for Slack: %j', async (value) => {
  const choices = createChoices(createFakeKeyValue(now));
  const written = await choices.write(value);
  expect(written.length).toBeLessThanOrEqual(75);
  expect(await choices.read(written)).toBe(value);
});

test('nothing else that is kept can be read as a value', async () => {
  const kept = createFakeKeyValue(now);
  await kept.set('heard C1 1', 'a secret');
  const choices = createChoices(kept);
  expect(await choices.read('kept heard C1 1')).toBeUndefined();
  expect(await choices.read('heard C1 1')).toBeUndefined();
});
