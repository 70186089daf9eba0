import type { Part } from './outbox.ts';

/** What a post shows of the article that it quotes. */
export interface Shown {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** What a story's piece of a post shows; undefined where its card was taken out. */
export function shownIn({ blocks }: Part): Shown | undefined {
  const card = blocks.find(({ kind }) => kind === 'card');
  if (card?.kind !== 'card' || typeof card.title !== 'string') return undefined;
  const body = card.body ?? [];
  const spans = Array.isArray(body) ? body : [body];
  const sentences = spans.flatMap((span) =>
    typeof span === 'object' && 'quote' in span && typeof span.quote === 'string' ? [span.quote] : [],
  );
  return { title: card.title, sentences };
}
