import { expect, test } from 'vitest';
import { beginningsOf, createProfiles, soughtIn, stemmedAs, unfold } from '../../src/stories/profiles.ts';
import { candidate } from '../answers/collection.ts';

const told = (text: string, revision: number) => {
  const { article, ...rest } = candidate('a', { title: 'Mirabel', text });
  return { ...rest, article: { ...article, revision } };
};

test('a profile counts the terms of title and opening, the title’s more', () => {
  const profile = unfold(createProfiles()(told('The ferry left. A ferry waits.', 1)));
  expect(profile.get('ferri')).toBe(2);
  expect(profile.get('mirabel')).toBe(3);
});

test('an article that was revised has a new profile', () => {
  const profiles = createProfiles();
  profiles(told('The ferry left.', 1));
  expect(profiles(told('The bridge fell.', 2)).terms).not.toContain('ferri');
  expect(unfold(profiles(told('The bridge fell.', 2))).get('bridg')).toBe(1);
});

test('an article that was compared before isn’t read again', () => {
  const profiles = createProfiles();
  const { analysis, ...rest } = told('The ferry left.', 1);
  let read = 0;
  const watched = {
    ...rest,
    get analysis() {
      read += 1;
      return analysis;
    },
  };
  expect(profiles(watched)).toBe(profiles(watched));
  expect(read).toBe(1);
});

test('of a profile only what is looked for is found', () => {
  const profile = createProfiles()(told('The ferry left.', 1));
  expect([...soughtIn(profile, new Set(['ferri', 'bridg']))]).toEqual([['ferri', 1]]);
});

test('for another language names are found as its stemmer leaves them, too, where they may be looked for', () => {
  const profile = createProfiles()(told('The Tarrowen left.', 1));
  const sought = new Set(['tarrow', 'tarrowen', 'ferri']);
  const compared = (looked: string) => stemmedAs('de', profile, sought, beginningsOf([looked]));
  expect(compared('tarrow').get('tarrow')).toBe(1);
  expect(compared('tarrow').get('tarrowen')).toBe(1);
  expect(compared('ferri').get('tarrow')).toBeUndefined();
  expect(
    stemmedAs('de', profile, new Set(['ferri']), beginningsOf(['tarrow'])).get('tarrow'),
  ).toBeUndefined();
});
