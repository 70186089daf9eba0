import { readdirSync, readFileSync } from 'node:fs';
import { createLexicon, namesOfTheWorld, readLexicon } from './language/index.ts';
import type { Lexicon } from './language/index.ts';

const directory = new URL('language/lexicon/', import.meta.url);

/** Kiosk's own lexicon, read when something is first translated. */
export function loadLexicon(): Lexicon {
  let loaded: Lexicon | undefined;
  const load = () => (loaded ??= readAll());
  return {
    translate: (words, from, to) => load().translate(words, from, to),
    synonyms: (word, language) => load().synonyms(word, language),
  };
}

function readAll(): Lexicon {
  const files = readdirSync(directory).filter((name) => name.endsWith('.tsv'));
  const own = files.toSorted().flatMap((name) => readLexicon(readFileSync(new URL(name, directory), 'utf8')));
  return createLexicon([...own, ...namesOfTheWorld()]);
}
