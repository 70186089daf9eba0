import { describe, expect, test } from 'vitest';
import { fold, languages, languageTags } from '../../src/language/index.ts';

describe.each(languageTags)('the places of %s', (tag) => {
  const { regions, cities } = languages[tag].places;

  test('are regions that the runtime has a name for, each once', () => {
    const names = new Intl.DisplayNames([tag], { type: 'region', fallback: 'none' });
    expect(regions.filter((region) => names.of(region) === undefined)).toEqual([]);
    expect(regions).toEqual([...new Set(regions)]);
  });

  test('are cities as readers’ words are compared, in time zones that there are', () => {
    expect(Object.keys(cities).filter((city) => fold(city) !== city)).toEqual([]);
    for (const timeZone of Object.values(cities))
      expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
  });
});
