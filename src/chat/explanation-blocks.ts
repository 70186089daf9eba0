import type { ExplainedWord, Explanation } from '../answers/explanation.ts';
import type { LanguageTag } from '../language/language.ts';
import type { Translate } from '../texts.ts';
import type { Block, Span, Text } from './message.ts';

/** Why a sentence is shown: the words of the question by which it was found, and what it is worth. */
export function explanationBlocks(explanation: Explanation, t: Translate): readonly Block[] {
  const { evidence, words, enough } = explanation;
  const { language } = evidence.article;
  const share = percentOf(evidence.score);
  return [
    { kind: 'text', text: t('replies.why.words') },
    { kind: 'list', items: words.map((word) => wordLine(word, language, t)) },
    {
      kind: 'text',
      text: evidence.isThin
        ? t('replies.why.thin', { share })
        : t('replies.why.score', { share, enough: percentOf(enough) }),
    },
  ];
}

function wordLine({ word, share, place, matched }: ExplainedWord, language: LanguageTag, t: Translate): Text {
  const told = matched.filter(
    ({ word: own, relation }) => relation !== 'word' || own.toLowerCase() !== word.toLowerCase(),
  );
  const others = told.flatMap(({ word, relation }, index): readonly Span[] => [
    index === 0 ? ' → ' : ', ',
    { quote: word, language },
    ...(relation === 'word' ? [] : [` (${t(`replies.why.relations.${relation}`)})`]),
  ]);
  const where = t(`replies.why.places.${place}`);
  const weight = t('replies.why.weight', { share: percentOf(share) });
  return [{ strong: word }, ...others, ' · ', where, ' · ', weight];
}

function percentOf(share: number): number {
  return Math.round(100 * Math.min(1, Math.max(0, share)));
}
