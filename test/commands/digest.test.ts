import { beforeEach, describe, expect, test } from 'vitest';
import { tags, translations } from './house.ts';
import { actionOf, actionsOf, manager, openPressHouse, reader, textOf } from './newsroom.ts';
import type { PressHouse } from './newsroom.ts';

let house: PressHouse;
beforeEach(async () => {
  house = await openPressHouse();
});

const typed = { en: '/digest', fr: '/revue', de: '/überblick' } as const;

describe.each(tags)('/digest in %s', (tag) => {
  const t = translations.translate(tag);

  test('shows the news of everything where a channel has no subscription', async () => {
    const reply = await house.say(tag, typed[tag], reader);
    expect(textOf(reply)).toContain(t('replies.digest.title'));
    expect(textOf(reply)).toContain('Rye loaf wins national bread contest');
    expect(await house.plans()).toEqual([]);
  });

  test('shows what the channel’s only subscription would say now, to every reader', async () => {
    await house.use('en', 'subscribe', { topics: 'bridge', save: 'yes' });
    const reply = textOf(await house.say(tag, typed[tag], reader));
    expect(reply).toContain('Varnholm');
    expect(reply).not.toContain('Rye loaf');
  });

  test('asks which of several is meant, by name or by button', async () => {
    await house.use('en', 'subscribe', { topics: 'bridge', save: 'yes' });
    await house.use('en', 'subscribe', { topics: 'bread', save: 'yes' });
    const which = await house.say(tag, typed[tag], reader);
    expect(textOf(which)).toContain(t('replies.plan.which'));
    const bread = actionsOf(which).find(({ label }) => label === 'bread');
    expect(textOf(await house.press(tag, bread, reader))).toContain('Rye loaf');
    expect(textOf(await house.say(tag, `${typed[tag]} BREAD`, reader))).toContain('Rye loaf');
    const unknown = t('errors.plan.unknown', { plan: 'zeppelins' });
    expect(textOf(await house.say(tag, `${typed[tag]} zeppelins`, reader))).toBe(unknown);
  });

  test('leads to the newest stories where there is nothing new', async () => {
    await house.use('en', 'subscribe', { topics: 'zeppelins', save: 'yes' });
    const reply = await house.say(tag, typed[tag], reader);
    expect(textOf(reply)).toContain(t('replies.digest.empty'));
    const latest = await house.press(tag, actionOf(reply, 'latest'), reader);
    expect(textOf(latest)).toContain('Varnholm');
  });
});

test('every button of a digest leads to its story', async () => {
  const reply = await house.say('en', '/digest', manager);
  expect(actionsOf(reply).length).toBeGreaterThan(0);
  for (const action of actionsOf(reply))
    expect(textOf(await house.press('en', action, reader))).not.toMatch(/No story was found|went wrong/);
});
