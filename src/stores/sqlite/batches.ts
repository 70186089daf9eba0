import type { Article } from '../../stories/article.ts';

type NewArticle = Omit<Article, 'revision'>;

/** What is written in one transaction at the most, so that other writing and other processes get their turn. */
const most = { articles: 128, characters: 2_000_000 };

/** Cuts articles into batches for one transaction each; an id occurs once in a batch at the most. */
export function splitBatch(articles: readonly NewArticle[]): readonly (readonly NewArticle[])[] {
  const batches: NewArticle[][] = [];
  let batch: NewArticle[] = [];
  let ids = new Set<string>();
  let characters = 0;
  for (const article of articles) {
    const isFull = batch.length === most.articles || characters + article.text.length > most.characters;
    if (batch.length === 0 || isFull || ids.has(article.id)) {
      batch = [];
      ids = new Set();
      characters = 0;
      batches.push(batch);
    }
    batch.push(article);
    ids.add(article.id);
    characters += article.text.length;
  }
  return batches;
}
