import { createHash } from 'node:crypto';
import type { NewArticle } from '../../../src/stories/article.ts';

const languages = ['en', 'fr', 'de'] as const;
const words = {
  en: ['harbour', 'ferry', 'council', 'bridge', 'the', 'storm', 'school', 'market', 'opens', 'and'],
  fr: ['marée', 'navire', 'conseil', 'pont', 'le', 'tempête', 'école', 'marché', 'ouvre', 'et'],
  de: ['Hafen', 'Fähre', 'Stadtrat', 'Brücke', 'der', 'Sturm', 'Schule', 'Markt', 'öffnet', 'und'],
} as const;

/** An article made from its id, always the same; its own word is `wordOf(id)`. */
export function article(id: string): NewArticle {
  const bytes = createHash('sha256').update(id).digest();
  const language = languages[(bytes[0] ?? 0) % languages.length] ?? 'en';
  const sentence = (start: number) =>
    `${[...bytes.subarray(start, start + 10)].map((byte) => words[language][byte % 10]).join(' ')}.`;
  return {
    id,
    url: `https://paper.example/${id}`,
    source: 'The Paper',
    language,
    title: sentence(1),
    text: `${sentence(10)} ${wordOf(id)} ${sentence(20)}`,
    publishedAt: new Date(Date.UTC(2026, 4, 1, 0, (bytes[1] ?? 0) * 5)),
    authors: [],
    arrivedAt: new Date(Date.UTC(2026, 4, 3)),
    news: false,
    complete: true,
  };
}

/** A word that no other article holds and that is its own stem. */
export function wordOf(id: string): string {
  const hash = createHash('sha256').update(id).digest('hex');
  return `x${hash.slice(0, 12)}0k`;
}
