// Stores a day's news, on the first day with all that channels subscribe to: bench/subscriptions.ts DATA DAY
import type { Subscription, Wish } from '../src/chat/plan.ts';
import { plainSubscription } from '../src/delivery/draft.ts';
import { languageTags } from '../src/language/index.ts';
import { openStore } from '../src/stores/index.ts';
import type { NewArticle } from '../src/stories/article.ts';
import { createRandom } from './figures.ts';
import { createGenerator } from './generate.ts';

const [directory = '', number = '0'] = process.argv.slice(2);
const channels = 10_000;
const wishes = 200;
const articlesADay = 5000;
const outlets = 300;
/** Papers that tell one story at the most. */
const mostPapers = 8;
const dayLength = 24 * 60 * 60 * 1000;
const start = Date.UTC(2026, 10, 23, 8);
const day = Number(number);
const generator = createGenerator(1);
const random = createRandom(day);

function newsOf(day: number): readonly { readonly article: NewArticle; readonly story: string }[] {
  let story = '';
  let left = 0;
  return Array.from({ length: articlesADay }, (_, index) => {
    const { id, language, title, text } = generator.article(day * articlesADay + index);
    if (left === 0) {
      story = id;
      left = 1 + Math.floor(random() ** 3 * mostPapers);
    }
    left -= 1;
    const at = new Date(start + (day - 1) * dayLength + (index * dayLength) / articlesADay);
    const outlet = Math.floor(random() * outlets);
    const url = `https://outlet-${outlet}.example/${id}`;
    const source = `Outlet ${outlet}`;
    const said = { id, url, source, language, title, text, authors: [] };
    return { story, article: { ...said, publishedAt: at, arrivedAt: at, news: true, complete: true } };
  });
}

/** A word of a headline of the first day. */
function word(index: number): string {
  return generator.article(index).title.split(' ')[2 + (index % 5)] ?? '';
}

/** One wants everything, some want sources, some keywords, and the rest from one to three topics. */
function wishOf(index: number): Pick<Wish, 'topics' | 'keywords' | 'sources'> {
  const none = { topics: [], sources: [] };
  if (index === 0) return none;
  if (index < 10) return { ...none, sources: [`Outlet ${index}`, `Outlet ${index + 1}`] };
  if (index < 30) return { ...none, keywords: `${word(index)} OR ${word(index + wishes)}` };
  return {
    ...none,
    topics: Array.from({ length: 1 + (index % 3) }, (_, more) => word(index + more * wishes)),
  };
}

function subscriptionOf(index: number): Subscription {
  const place = `discord:${Math.floor(index / 4)}`;
  const plain = plainSubscription(`plan-${index}`, {
    place,
    channel: `${place}:${index}`,
    by: 'discord:1',
    language: languageTags[index % languageTags.length] ?? 'en',
    timeZone: 'UTC',
    now: new Date(start - dayLength),
  });
  const when = { cron: '0 8 * * *', timeZone: 'UTC' };
  return { ...plain, wish: { ...plain.wish, ...wishOf(index % wishes) }, when, dueAt: new Date(start) };
}

const store = await openStore({ directory });
if (day === 0) {
  const url = 'https://outlet-1.example/feed';
  await store.sources.add([{ url, name: 'Outlet 1' }], new Date(start));
  await store.sources.settle(url, { status: 'asleep', dueAt: new Date(start), failures: 9 });
  const plans = Array.from({ length: channels }, (_, index) => subscriptionOf(index));
  await Promise.all(plans.map((plan) => store.plans.put(plan)));
}
const news = newsOf(day);
await store.articles.add(news.map(({ article }) => article));
await store.articles.assign(news.map(({ article, story }) => ({ article: article.id, story })));
await store.close();
