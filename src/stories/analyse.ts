import { fold, languages, sentenceTerms, sentences, words } from '../language/index.ts';
import type { Analysis } from './analysis.ts';
import type { Article } from './article.ts';

/** Characters of a text that are analysed; news is far shorter, and what lies behind can be read but not found. */
const analysedLength = 500_000;
const compoundPart = /^\p{L}{4,100}$/u;

/** Cuts an article into sentences and finds its terms; see `analyserVersion`. */
export function analyse({ title, text, language }: Pick<Article, 'title' | 'text' | 'language'>): Analysis {
  const analysed = text.slice(0, analysedLength);
  return {
    title: sentenceTerms(title, language).join(' '),
    sentences: sentences(analysed, language).map(({ start, end }) => ({
      start,
      end,
      terms: sentenceTerms(analysed.slice(start, end), language).join(' '),
    })),
  };
}

/** The folded words of an article that compounds could be made of; none in languages without compounds. */
export function compoundParts({
  title,
  text,
  language,
}: Pick<Article, 'title' | 'text' | 'language'>): ReadonlySet<string> {
  const found = new Set<string>();
  if (languages[language].compoundLinks === undefined) return found;
  for (const { word } of words(`${title}\n${text.slice(0, analysedLength)}`)) {
    const folded = fold(word);
    if (compoundPart.test(folded)) found.add(folded);
  }
  return found;
}
