import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { translations } from './house.ts';
import { actionOf, openPressHouse, textOf } from './newsroom.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const [, section = ''] = readme.split('\n## The newsroom\n');
const [told = ''] = section.split('\n## ');
const examples = [...told.matchAll(/^\| `(\/[^`]+)` \|/gm)].map(([, example = '']) => example);
const t = translations.translate('en');

test('README.md shows how the newsroom is used', () => {
  expect(examples.length).toBeGreaterThan(4);
});

test.each(examples)('what README.md shows works as it stands: %s', async (example) => {
  const house = await openPressHouse();
  const reply = await house.say('en', example);
  const command = /^\/(\w+)/.exec(example)?.[1] ?? '';
  if (command === 'follow') {
    const topic = /^\/follow (\w+)/.exec(example)?.[1] ?? '';
    expect(textOf(reply)).toContain(t('replies.follow.done', { topic }));
  } else {
    expect(textOf(reply)).toContain(t('replies.subscribe.notYet'));
    await house.press('en', actionOf(reply, command));
  }
  expect(await house.plans()).toHaveLength(1);
});
