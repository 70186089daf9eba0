import type { NewArticle } from '../../stories/article.ts';

/** What is written in one transaction at the most, so that other writing and other processes get their turn. */
const most = { articles: 256, characters: 2_000_000 };

/** Cuts articles into batches for one transaction each. */
export function splitBatch(articles: readonly NewArticle[]): readonly (readonly NewArticle[])[] {
  const batches: NewArticle[][] = [];
  let batch: NewArticle[] = [];
  let characters = 0;
  for (const article of articles) {
    const isFull = batch.length === most.articles || characters + article.text.length > most.characters;
    if (batch.length === 0 || isFull) {
      batch = [];
      characters = 0;
      batches.push(batch);
    }
    batch.push(article);
    characters += article.text.length;
  }
  return batches;
}
