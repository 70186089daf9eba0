import { fold } from '../fold.ts';
import type { SeparatedVerb } from '../language.ts';
import { wordList } from '../word-list.ts';
import type { Token } from '../words.ts';
import { lemmasOf, separable, unlike } from './lemmas.ts';
import { stopWords } from './stop-words.ts';

const prefixes: ReadonlySet<string> = new Set([...separable, 'zurück', 'über']);
const capital = /^\p{Lu}/u;
const clauseEnd = /[,;:.?!–—]|^$/;
const joining: ReadonlySet<string> = new Set(wordList('und oder sowie aber doch sondern'));
/** Between these and their noun stands no verb: "die bekannte Sängerin". */
const determiners: ReadonlySet<string> = new Set(
  wordList(`der die das den dem des ein eine einen einem einer eines welcher welche welches welchen welchem
    am ans beim im ins vom zum zur`),
);
/** "nehmen … auf": a form of the plural is its own infinitive, and adjectives end like it. */
const plural = /..n$/;
/** "führende" goes with a noun. */
const participle = /.e[lr]?nd(?:e[nrsm]?)?$/;

/** A word that may be the verb. */
interface Candidate {
  readonly token: Token;
  readonly infinitives: readonly string[];
}

/**
 * The verbs of a text with the prefixes that stand at the ends of their clauses.
 * @param tokens the words of the text
 */
export function separatedVerbs(text: string, tokens: readonly Token[]): readonly SeparatedVerb[] {
  const endsAt = (at: number) => clauseEnd.test(text.slice(tokens[at]?.end, tokens[at + 1]?.start));
  return tokens.flatMap((prefix, at) => {
    if (!prefixes.has(prefix.word) || !endsAt(at)) return [];
    let from = at;
    while (from > 0 && !endsAt(from - 1)) from -= 1;
    const verb = verbAmong(text, tokens.slice(from, at));
    if (verb === undefined) return [];
    const whole = fold(prefix.word);
    return [{ verb: verb.token, prefix, infinitives: verb.infinitives.map((each) => whole + each) }];
  });
}

/** The verb of a clause: of what is joined the last, and a form that can't be an adjective's first. */
function verbAmong(text: string, clause: readonly Token[]): Candidate | undefined {
  const plurals: Candidate[] = [];
  let found: Candidate | undefined;
  let isJoined = true;
  for (const [at, token] of clause.entries()) {
    const word = fold(token.word);
    if (joining.has(word)) isJoined = true;
    const isNominal = at > 0 && determiners.has(clause[at - 1]?.word ?? '');
    const isNoun = token.start > 0 && capital.test(text.slice(token.start, token.end));
    if (isNominal || isNoun || stopWords.has(word) || unlike.has(word) || participle.test(word)) continue;
    const lemmas = lemmasOf(word);
    const infinitives = plural.test(word) ? [...lemmas, word] : lemmas;
    if (lemmas.length > 0 && isJoined) {
      found = { token, infinitives };
      isJoined = false;
    } else if (infinitives.length > 0 && token.start > 0) plurals.push({ token, infinitives });
  }
  return found ?? plurals[0];
}
