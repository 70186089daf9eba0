import { describe, expect, test } from 'vitest';
import { complete } from '../../../src/adapters/web/page/completion.ts';
import type { Completions } from '../../../src/adapters/web/page/completion.ts';
import { fakeListings } from '../../fakes/desk.ts';

const german = fakeListings.filter(({ language }) => language === 'de');
const words = { required: 'erforderlich', optional: 'optional' };

function completed(text: string): Completions {
  return complete(text, german, words);
}

function texts(text: string): readonly string[] {
  return completed(text).items.map((item) => item.text);
}

describe('what could come next', () => {
  test('is every command after a slash, by its name in the page’s language or its own', () => {
    expect(texts('/')).toEqual(['/fragen ', '/thema ', '/sprache ']);
    expect(texts('/FRA')).toEqual(['/fragen ']);
    expect(texts('/sto')).toEqual(['/thema ']);
    expect(completed('/').certain).toBe(true);
    expect(completed('/sp').items).toMatchObject([{ label: '/sprache', description: 'sprache (de)' }]);
  });

  test.each(['', 'Was', 'a /fragen', '/unbekannt ', '/ ', '//'])('is nothing after “%s”', (text) => {
    expect(completed(text)).toMatchObject({ items: [] });
  });

  test('are the names of options that are not there yet; Enter still sends what is typed', () => {
    expect(texts('/fragen Was ist an')).toEqual(['/fragen Was ist anzahl:']);
    expect(completed('/fragen Was ist an')).toMatchObject({
      certain: false,
      items: [{ label: 'anzahl:', description: 'anzahl? (optional)' }],
    });
    expect(texts('/fragen anzahl:3 an')).toEqual([]);
  });

  test('are the choices of an option, with or without its name', () => {
    expect(texts('/sprache ')).toEqual(['/sprache EN', '/sprache FR', '/sprache DE']);
    expect(completed('/sprache d')).toMatchObject({ certain: true, items: [{ text: '/sprache DE' }] });
    expect(texts('/sprache sprache:f')).toEqual(['/sprache sprache:FR ']);
    expect(texts('/sprache DE')).toEqual([]);
  });

  test('are suggestions that Kiosk is asked for, quoted where they need to be', () => {
    const { asks } = completed('/thema fäh');
    expect(asks).toMatchObject({ command: 'story', option: 'story', typed: 'fäh' });
    expect(asks?.complete({ value: 'Ferry "strike"', label: 'x' }).text).toBe('/thema Ferry "strike"');
    const named = completed('/thema thema:f').asks;
    expect(named?.typed).toBe('f');
    expect(named?.complete({ value: 'Ferry "strike"', label: 'x' }).text).toBe(
      '/thema thema:"Ferry \\"strike\\"" ',
    );
  });
});
