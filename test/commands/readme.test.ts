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

test.each(examples.filter((example) => !example.startsWith('/follow')))(
  'what README.md shows works as it stands, once it is confirmed: %s',
  async (example) => {
    const house = await openPressHouse();
    const preview = await house.say('en', example);
    expect(textOf(preview)).toContain(t('replies.subscribe.notYet'));
    await house.press('en', actionOf(preview, /^\/(\w+)/.exec(example)?.[1] ?? ''));
    expect(await house.plans()).toHaveLength(1);
  },
);

test.each(examples.filter((example) => example.startsWith('/follow')))(
  'what README.md shows readers works as it stands: %s',
  async (example) => {
    const house = await openPressHouse();
    const [, topic = ''] = /^\/follow (\w+)/.exec(example) ?? [];
    expect(textOf(await house.say('en', example))).toContain(t('replies.follow.done', { topic }));
    expect(await house.plans()).toHaveLength(1);
  },
);
