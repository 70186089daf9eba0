import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { languageTags } from '../../src/language/index.ts';
import { readOpml } from '../../src/sources/index.ts';
import { fixtureText } from './fixture.ts';
import { failure, isMendable } from './failure.ts';

describe('readOpml', () => {
  it('finds feeds at any depth, once each, in their group’s language, and nothing that is not on the web', () => {
    expect(readOpml(fixtureText('subscriptions.opml'))).toEqual([
      { url: 'https://gazette.example/fr.xml', name: 'La Gazette', language: 'fr' },
      { url: 'https://blatt.example/feed', name: 'Das Hafenblatt', language: 'de' },
      { url: 'https://notes.example/feed.json', name: 'notes.example' },
    ]);
  });

  it('offers at least four outlets in every language from the start', () => {
    const sources = readOpml(readFileSync('sources.opml', 'utf8'));
    for (const tag of languageTags) {
      expect(sources.filter(({ language }) => language === tag).length).toBeGreaterThanOrEqual(4);
    }
    expect(sources.every(({ url }) => url.startsWith('https://'))).toBe(true);
  });

  it('says so when it is given something else', () => {
    expect(() => readOpml('<opml><bo')).toThrow(expect.objectContaining({ key: 'sources.file.brokenOpml' }));
  });

  it('never fails but with a reason for the user', () => {
    const pieces = fc.constantFrom(
      '<opml>',
      '<body>',
      '<outline ',
      'xmlUrl="https://a.example/"',
      '>',
      '/>',
      '</body>',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string())), (parts) => {
        expect(failure(() => readOpml(parts.join('')))).toSatisfy(isMendable);
      }),
    );
  });
});
