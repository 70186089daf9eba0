import type { LanguageTag } from '../../language/language.ts';
import type { ArticleStore, Compounds } from '../../stories/store.ts';
import type { CompoundQuestion } from './compounds.ts';

/** Asks for the compounds of all words that are asked for at once in one call: the way between threads takes longer than finding them. */
export function createCompounds(
  find: (question: CompoundQuestion) => Promise<readonly Compounds[]>,
): ArticleStore['compounds'] {
  const gathering = new Map<
    LanguageTag,
    { readonly words: string[]; readonly found: Promise<readonly Compounds[]> }
  >();

  async function ask(language: LanguageTag, words: readonly string[]): Promise<readonly Compounds[]> {
    // Whatever else is asked now, before anything is waited for, goes with it.
    await Promise.resolve();
    gathering.delete(language);
    return find({ language, words });
  }

  return async (language, word) => {
    let batch = gathering.get(language);
    if (batch === undefined) {
      const words: string[] = [];
      batch = { words, found: ask(language, words) };
      gathering.set(language, batch);
    }
    const place = batch.words.push(word) - 1;
    return (await batch.found)[place] ?? { wholes: [], parts: [] };
  };
}
