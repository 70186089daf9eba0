import type { DueDelivery, Part, TellingArticle, Told } from '../../src/delivery/outbox.ts';

/** A time, in minutes. */
export const at = (minute: number): Date => new Date(Date.UTC(2026, 4, 4, 8, minute));

/** A delivery for a test, due at `at(0)`; what isn't said doesn't matter. */
export function delivery(key: string, parts: Partial<DueDelivery> = {}): DueDelivery {
  return {
    key,
    kind: 'digest',
    channel: 'discord:1:2',
    language: 'en',
    parts: says(key),
    dueAt: at(0),
    notBefore: at(0),
    ...parts,
  };
}

/** A message of one piece that tells nothing. */
export function says(text: string): readonly Part[] {
  return [{ blocks: [{ kind: 'text', text }] }];
}

/** A piece that tells a story by its articles as they were first. */
export function tells(story: string, ...articles: readonly string[]): Part {
  return { blocks: [{ kind: 'heading', text: story }], told: toldOf(story, articles) };
}

function toldOf(story: string, articles: readonly string[]): Told {
  return toldAs(story, ...articles.map((id) => ({ id, revision: 1, withdrawn: false })));
}

/** What a channel was told of a story, from all its articles. */
export function toldAs(story: string, ...articles: readonly TellingArticle[]): Told {
  return { story, quoted: articles[0]?.id ?? '', telling: articles.map(({ id }) => id), articles };
}
