import { readdirSync, readFileSync } from 'node:fs';
import { createGlossary, createLexicon, namesOfTheWorld, readLexicon } from './language/index.ts';
import type { Glossary, Lexicon, LexiconEntry } from './language/index.ts';

const directory = new URL('language/lexicon/', import.meta.url);

/** Kiosk's own lexicon, read when something is first translated. */
export function loadLexicon(): Lexicon {
  let loaded: Lexicon | undefined;
  const load = () => (loaded ??= createLexicon(readAll()));
  return {
    translate: (words, from, to) => load().translate(words, from, to),
    synonyms: (word, language) => load().synonyms(word, language),
  };
}

/** The same for single terms, read when one is first asked for. */
export function loadGlossary(): Glossary {
  let loaded: Glossary | undefined;
  return {
    alternatives: (term, from, to) => (loaded ??= createGlossary(readAll())).alternatives(term, from, to),
  };
}

function readAll(): readonly LexiconEntry[] {
  const files = readdirSync(directory).filter((name) => name.endsWith('.tsv'));
  const own = files.toSorted().flatMap((name) => readLexicon(readFileSync(new URL(name, directory), 'utf8')));
  return [...own, ...namesOfTheWorld()];
}
