import { termOf, words } from '../language/index.ts';
import type { LanguageTag, Lexicon } from '../language/index.ts';
import type { Told } from './sentences.ts';

/**
 * A text with the terms of another language, so that it can be compared with texts in it: what the lexicon knows is translated,
 * and names and numbers stay. Its sentences stand where they stood.
 * @param known terms of the texts it is compared with; of several translations one that they use is taken
 */
export function translateTold(
  told: Told & { readonly title: string },
  to: LanguageTag,
  lexicon: Pick<Lexicon, 'translate'>,
  known: ReadonlySet<string>,
): Told {
  const { text, title, language, analysis } = told;
  if (language === to) return told;
  const translate = (part: string) => termsIn(part, language, to, lexicon, known).join(' ');
  const sentences = analysis.sentences.map(({ start, end }) => ({
    start,
    end,
    terms: translate(text.slice(start, end)),
  }));
  return { text, language, analysis: { title: translate(title), sentences } };
}

function termsIn(
  text: string,
  from: LanguageTag,
  to: LanguageTag,
  lexicon: Pick<Lexicon, 'translate'>,
  known: ReadonlySet<string>,
): readonly string[] {
  // The lexicon knows phrases by their telling words: "le prix du pétrole" is "prix pétrole".
  const given = words(text).flatMap(({ word }) => (termOf(word, from) === undefined ? [] : word));
  const translated = lexicon.translate(given, from, to);
  const found: string[] = [];
  for (let at = 0; at < given.length;) {
    const options = translated.filter((each) => each.from === at);
    // Names aren't translated; what they end with is no ending of the text's language.
    const name = termOf(given[at] ?? '', to);
    const usual = options.flatMap(({ translations }) => {
      const used = translations.find(({ terms }) => terms.every((term) => known.has(term)));
      return used?.terms ?? [];
    });
    const said = options.flatMap(({ isGuess, translations }) =>
      isGuess ? [] : (translations[0]?.terms ?? []),
    );
    if (usual.length > 0) found.push(...usual);
    else if (name !== undefined && (said.length === 0 || known.has(name))) found.push(name);
    else found.push(...said);
    at += options[0]?.count ?? 1;
  }
  return found;
}
