import { expect, test } from 'vitest';
import { createProfiles } from '../../src/stories/profiles.ts';
import { candidate } from '../answers/collection.ts';

const told = (text: string, revision: number) => {
  const { article, ...rest } = candidate('a', { title: 'Mirabel', text });
  return { ...rest, article: { ...article, revision } };
};

test('a profile counts the terms of title and opening, the title’s more', () => {
  const profile = createProfiles()(told('The ferry left. A ferry waits.', 1), 'en');
  expect(profile.get('ferri')).toBe(2);
  expect(profile.get('mirabel')).toBe(3);
});

test('an article that was revised has a new profile', () => {
  const profiles = createProfiles();
  profiles(told('The ferry left.', 1), 'en');
  expect(profiles(told('The bridge fell.', 2), 'en').get('ferri')).toBeUndefined();
  expect(profiles(told('The bridge fell.', 2), 'en').get('bridg')).toBe(1);
});

test('for another language names are found as its stemmer leaves them, too', () => {
  const profile = createProfiles()(told('The Tarrowen left.', 1), 'de');
  expect(profile.get('tarrow')).toBe(1);
  expect(profile.get('tarrowen')).toBe(1);
});
