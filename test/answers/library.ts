import { createAnswerer } from '../../src/answers/answerer.ts';
import type { Question } from '../../src/answers/question.ts';
import type { LanguageTag } from '../../src/language/language.ts';
import { loadWords } from '../../src/lexicon.ts';
import { article } from '../contracts/article-store.ts';
import { createFakeArticleStore } from '../fakes/article-store.ts';

const { lexicon } = loadWords();
/** A Thursday. */
const now = new Date('2026-03-12T12:00:00Z');

/** The letters of a harbour board leaked: in English … */
export const leak = article({
  id: 'leak-en',
  source: 'The Ferry Post',
  title: 'Harbour board’s letters leaked',
  text: 'The harbour board met on Monday.\n\nAbout four terabytes of letters of the harbour board were posted by a user called GULLWING. The board called it a theft.',
  publishedAt: new Date('2026-03-05T08:00:00Z'),
});
/** … in French … */
export const fuite = article({
  id: 'leak-fr',
  source: 'La Jetée',
  language: 'fr',
  title: 'Fuite de lettres au port',
  text: 'Le conseil du port porte plainte. Environ quatre téraoctets de lettres du port ont été publiés par un utilisateur nommé GULLWING.',
  publishedAt: new Date('2026-03-05T09:00:00Z'),
});
/** … and in German. */
export const leck = article({
  id: 'leak-de',
  source: 'Die Mole',
  language: 'de',
  title: 'Datenleck im Hafenamt',
  text: 'Das Hafenamt prüft den Schaden. Rund vier Terabyte an Briefen hat ein Nutzer namens GULLWING veröffentlicht. Nach dem Datenleck bleibt das Amt geschlossen.',
  publishedAt: new Date('2026-03-05T10:00:00Z'),
});
/** Another story. */
export const bakery = article({
  id: 'bakery',
  title: 'Baker wins prize',
  text: 'A baker from Kelso won the prize for the best rye bread. She thanked her neighbours.',
  publishedAt: new Date('2026-03-11T08:00:00Z'),
});
/** Articles that make words of others rare. */
export const filler = Array.from({ length: 12 }, (_, index) =>
  article({
    id: `filler-${index}`,
    title: `Weather of week ${index}`,
    text: `Rain fell over the hills for ${index + 2} days. Farmers waited for the sun.`,
    publishedAt: new Date('2026-02-01T08:00:00Z'),
  }),
);

/** An answerer of a library on a Thursday, and short ways to ask it. */
export async function library(articles = [leak, fuite, leck, bakery, ...filler], timeZone = 'UTC') {
  const store = createFakeArticleStore();
  await store.add(articles);
  await store.assign([
    { article: 'leak-fr', story: 'leak-en' },
    { article: 'leak-de', story: 'leak-en' },
  ]);
  const answerer = createAnswerer({ store, lexicon, now: () => now, timeZone });
  const ask = (text: string, language: LanguageTag = 'en', rest: Partial<Question> = {}, limit = 10) =>
    answerer.ask({ text, language, ...rest }, limit);
  const ids = async (...asked: Parameters<typeof ask>) =>
    (await ask(...asked)).evidence.map(({ article: { id } }) => id);
  return { ask, ids, explain: answerer.explain, store };
}
