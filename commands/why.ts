import { defineCommand, evidenceCard, UserError } from '#kiosk';
import type { Block, Explanation, Place, Translate } from '#kiosk';

/** From the most telling to the least. */
const places: readonly Place[] = ['sentence', 'beside', 'title', 'article', 'nowhere'];

export default defineCommand({
  options: {
    question: { type: 'text', required: true, maximum: 4000 },
    article: { type: 'text', required: true, maximum: 200 },
  },
  audience: 'caller',
  async run({ options, language, t, kiosk }) {
    const explanation = await kiosk.explain({ text: options.question, language }, options.article);
    if (explanation === undefined) throw new UserError('replies.why.unknown');
    const { evidence, enough } = explanation;
    const share = percentOf(evidence.score);
    return {
      language,
      blocks: [
        { kind: 'heading', text: t('replies.why.title') },
        evidenceCard(evidence, t),
        { kind: 'text', text: t('replies.why.words') },
        wordsByPlace(explanation, t),
        { kind: 'text', text: t('replies.why.score', { share, enough: percentOf(enough) }) },
      ],
    };
  },
});

function wordsByPlace({ words }: Explanation, t: Translate): Block {
  const found = places
    .map((place) => ({ place, words: words.filter((each) => each.place === place).map(({ word }) => word) }))
    .filter((each) => each.words.length > 0);
  return {
    kind: 'list',
    items: found.map(({ place, words }) => [
      t(`replies.why.places.${place}`),
      ' ',
      { strong: words.join(', ') },
    ]),
  };
}

function percentOf(share: number): number {
  return Math.round(100 * Math.min(1, Math.max(0, share)));
}
