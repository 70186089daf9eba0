import { readdirSync, readFileSync } from 'node:fs';
import { array, isoTimestamp, parse, picklist, pipe, strictObject, string, url } from 'valibot';
import { describe, expect, it } from 'vitest';

const folder = new URL('../samples/', import.meta.url);
const Sample = strictObject({
  url: pipe(string(), url()),
  source: string(),
  language: picklist(['en', 'fr', 'de']),
  title: string(),
  text: string(),
  publishedAt: pipe(string(), isoTimestamp()),
});
const Samples = array(Sample);

const events = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl'))
  .map((name) => ({ name, articles: articlesOf(name) }));
const articles = events.flatMap((event) => event.articles);

function articlesOf(name: string) {
  const lines = readFileSync(new URL(name, folder), 'utf8').trimEnd().split('\n');
  return parse(
    Samples,
    lines.map((line): unknown => JSON.parse(line)),
  );
}

/** The addresses of the articles that `isWrong` finds fault with. */
function faulty(isWrong: (words: string, language: 'en' | 'fr' | 'de') => boolean): readonly string[] {
  return articles
    .filter(({ title, text, language }) => isWrong(`${title}\n${text}`, language))
    .map((article) => article.url);
}

describe('the sample articles', () => {
  it('are many, on many events', () => {
    expect(events.length).toBeGreaterThanOrEqual(10);
    expect(articles.length).toBeGreaterThanOrEqual(30);
  });

  it('share the three languages about equally', () => {
    const rare = ['en', 'fr', 'de'].filter(
      (language) => articles.filter((article) => article.language === language).length < articles.length / 4,
    );
    expect(rare).toEqual([]);
  });

  it('tell several events in two or more languages', () => {
    const shared = events.filter(
      (event) => new Set(event.articles.map((article) => article.language)).size >= 2,
    );
    expect(shared.length).toBeGreaterThanOrEqual(8);
  });

  it('tell some events twice in one language', () => {
    const retold = events.filter(
      (event) =>
        new Set(event.articles.map(({ language, source }) => `${language} ${source}`)).size >
        new Set(event.articles.map((article) => article.language)).size,
    );
    expect(retold.length).toBeGreaterThanOrEqual(2);
  });

  it('come from outlets that write in one language each', () => {
    const outlets = new Set(articles.map((article) => article.source));
    const pairs = new Set(articles.map(({ source, language }) => `${source} ${language}`));
    expect(pairs.size).toBe(outlets.size);
  });

  it('have addresses that are unique and lead nowhere', () => {
    expect(new Set(articles.map((article) => article.url)).size).toBe(articles.length);
    const elsewhere = articles.filter((article) => !new URL(article.url).hostname.endsWith('.example'));
    expect(elsewhere).toEqual([]);
  });

  it('have dates that exist and lie in the past', () => {
    for (const { publishedAt } of articles) {
      const date = new Date(publishedAt);
      expect(date.toISOString()).toBe(publishedAt.replace('Z', '.000Z'));
      expect(date.getTime()).toBeLessThan(Date.UTC(2026, 0, 1));
    }
  });

  it('are long enough to answer questions, in paragraphs', () => {
    const short = articles.filter(({ text }) => text.length < 900 || text.split('\n\n').length < 3);
    expect(short.map((article) => article.url)).toEqual([]);
  });

  it('repeat no sentence in another article', () => {
    const sentences = articles
      .flatMap(({ text }) => text.split(/(?<=[.!?])\s+/u))
      .filter((s) => s.length > 40);
    expect(sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index)).toEqual([]);
  });

  it('use typographic quotation marks and apostrophes', () => {
    expect(faulty((words) => /["']/u.test(words))).toEqual([]);
    expect(faulty((words, language) => language === 'de' && /[«»”]/u.test(words))).toEqual([]);
    expect(faulty((words, language) => language === 'fr' && /[„“”]/u.test(words))).toEqual([]);
  });

  it('keep French punctuation on the line of its word', () => {
    expect(
      faulty((words, language) => language === 'fr' && /[^\u00a0][:;?!»]|«[^\u00a0]/u.test(words)),
    ).toEqual([]);
  });
});
