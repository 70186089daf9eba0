import { expect, test } from 'vitest';
import { beginningsOf, createProfiles, stemmedAs } from '../../src/stories/profiles.ts';
import { candidate } from '../answers/collection.ts';

const told = (text: string, revision: number) => {
  const { article, ...rest } = candidate('a', { title: 'Mirabel', text });
  return { ...rest, article: { ...article, revision } };
};

test('a profile counts the terms of title and opening, the title’s more', () => {
  const profile = createProfiles()(told('The ferry left. A ferry waits.', 1));
  expect(profile.get('ferri')).toBe(2);
  expect(profile.get('mirabel')).toBe(3);
});

test('an article that was revised has a new profile', () => {
  const profiles = createProfiles();
  profiles(told('The ferry left.', 1));
  expect(profiles(told('The bridge fell.', 2)).get('ferri')).toBeUndefined();
  expect(profiles(told('The bridge fell.', 2)).get('bridg')).toBe(1);
});

test('for another language names are found as its stemmer leaves them, too, where they may be looked for', () => {
  const profile = createProfiles()(told('The Tarrowen left.', 1));
  const compared = (looked: string) => stemmedAs('de', profile, beginningsOf(new Map([[looked, 1]])));
  expect(compared('tarrow').get('tarrow')).toBe(1);
  expect(compared('tarrow').get('tarrowen')).toBe(1);
  expect(compared('ferri').get('tarrow')).toBeUndefined();
  expect(compared('tarrow').size).toBe(profile.size);
});
