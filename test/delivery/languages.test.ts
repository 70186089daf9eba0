import { describe, expect, it } from 'vitest';
import { createChannelLanguages } from '../../src/delivery/languages.ts';
import type { LanguageTag } from '../../src/language/language.ts';

/** What was chosen, by whom. */
function open(chosen: Readonly<Record<string, LanguageTag>>) {
  const asked: string[] = [];
  const languages = createChannelLanguages({
    async language(who) {
      asked.push(who);
      return chosen[who];
    },
  });
  return { languages, asked };
}

const plan = { channel: 'chat:1:2', place: 'chat:1', spoken: 'en' } as const;

describe('a plan is posted', () => {
  it('in its own language, whatever the channel’s is', async () => {
    const { languages } = open({ 'chat:1:2': 'fr' });
    expect(await languages.of({ ...plan, language: 'de' })).toBe('de');
  });

  it('in that of its channel, else of its place, else in the one it was set up in', async () => {
    expect(await open({ 'chat:1:2': 'fr', 'chat:1': 'de' }).languages.of(plan)).toBe('fr');
    expect(await open({ 'chat:1': 'de' }).languages.of(plan)).toBe('de');
    expect(await open({}).languages.of(plan)).toBe('en');
  });
});

it('asks once for each channel and place', async () => {
  const { languages, asked } = open({ 'chat:1': 'de' });
  await Promise.all([languages.of(plan), languages.of(plan), languages.of({ ...plan, channel: 'chat:1:3' })]);
  expect(asked.toSorted()).toEqual(['chat:1', 'chat:1:2', 'chat:1:3']);
});
