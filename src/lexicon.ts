import { readdirSync, readFileSync } from 'node:fs';
import {
  createDictionary,
  createGlossary,
  createLexicon,
  namesOfTheWorld,
  readLexicon,
} from './language/index.ts';
import type { Dictionary, Glossary, Lexicon, LexiconEntry } from './language/index.ts';

/** What news is about, and what else questions and their answers speak of. */
const directories = {
  news: new URL('language/lexicon/', import.meta.url),
  others: new URL('language/lexicon/questions/', import.meta.url),
};
/** What isn't of the news in particular. */
const everyday = 'general.tsv';
let own: Own | undefined;

/** Kiosk's own entries. */
interface Own {
  /** What tells stories and topics apart. */
  readonly news: readonly LexiconEntry[];
  readonly others: readonly LexiconEntry[];
}

/** What Kiosk knows of words, each made when it is first asked. */
export interface Words {
  readonly lexicon: Lexicon;
  /** For texts of which only the terms are left: stories. */
  readonly glossary: Glossary;
  /** For topics that channels follow. */
  readonly dictionary: Dictionary;
}

/** Kiosk's own words, and those of an operator's word lists, which come first. */
export function loadWords(lists: readonly string[] = []): Words {
  const added = lists.flatMap(readLexicon).map((entry) => ({ ...entry, precedence: 1 }));
  const news = () => [...added, ...(own ??= readOwn()).news];
  const lexicon = once(() => createLexicon([...news(), ...(own ??= readOwn()).others]));
  const glossary = once(() => createGlossary(news()));
  const dictionary = once(() => createDictionary(news()));
  return {
    lexicon: {
      translate: (words, from, to) => lexicon().translate(words, from, to),
      synonyms: (word, language) => lexicon().synonyms(word, language),
      isCommon: (word, language) => lexicon().isCommon(word, language),
    },
    glossary: { alternatives: (term, from, to) => glossary().alternatives(term, from, to) },
    dictionary: {
      languageOf: (words) => dictionary().languageOf(words),
      translate: (words, to) => dictionary().translate(words, to),
    },
  };
}

function once<value>(make: () => value): () => value {
  let made: value | undefined;
  return () => (made ??= make());
}

function readOwn(): Own {
  return {
    news: [...readAll(directories.news), ...namesOfTheWorld()],
    others: readAll(directories.others),
  };
}

function readAll(directory: URL): readonly LexiconEntry[] {
  const files = readdirSync(directory).filter((name) => name.endsWith('.tsv'));
  return files.toSorted().flatMap((name) => {
    const entries = readLexicon(readFileSync(new URL(name, directory), 'utf8'));
    return name === everyday ? entries.map((entry) => ({ ...entry, precedence: -1 })) : entries;
  });
}
