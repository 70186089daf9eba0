import type { LanguageTag } from '../../src/language/language.ts';
import type { NewArticle } from '../../src/stories/article.ts';
import { article } from '../contracts/article-store.ts';

/** In milliseconds. */
export const day = 24 * 60 * 60 * 1000;
const start = Date.parse('2026-05-04T08:00:00Z');
/** So many days after the first of these. */
export const at = (days: number) => new Date(start + days * day);

/** One event, told four times. */
export const bridge = {
  post: article({
    id: 'bridge-post',
    title: 'Tanker rams Varnholm bridge, two crew members hurt',
    text: 'The tanker Mirabel, 183 metres long, rammed the Varnholm bridge early on Monday. Two crew members were hurt. The coast guard closed the strait of Varnholm to all ships. Captain Elin Tarrow said the rudder of the Mirabel had failed. Her owner Costland will pay, and the bridge stays shut for 14 days, said mayor Ansgar Loft.',
    publishedAt: at(0),
  }),
  wire: article({
    id: 'bridge-wire',
    title: 'Varnholm bridge closed after collision with tanker Mirabel',
    text: 'A collision with the tanker Mirabel has closed the bridge at Varnholm. The coast guard said two members of the crew were hurt. Engineers will look at the bridge on Tuesday. The rudder of the tanker had failed, captain Elin Tarrow said. Mayor Ansgar Loft expects Costland, the owner, to pay for the 14 days.',
    publishedAt: at(0.3),
  }),
  jetee: article({
    id: 'bridge-jetee',
    language: 'fr',
    title: 'Le pétrolier Mirabel heurte le pont de Varnholm',
    text: 'Le pétrolier Mirabel, long de 183 mètres, a heurté lundi le pont de Varnholm. Selon le capitaine Elin Tarrow, le gouvernail était en panne. L’armateur Costland indemnisera la ville. Le pont restera fermé 14 jours, dit le maire Ansgar Loft.',
    publishedAt: at(0.5),
  }),
  mole: article({
    id: 'bridge-mole',
    language: 'de',
    title: 'Tanker Mirabel rammt Brücke von Varnholm',
    text: 'Der Tanker Mirabel, 183 Meter lang, hat die Brücke von Varnholm gerammt. Kapitän Elin Tarrow nannte einen Schaden am Ruder. Die Reederei Costland haftet. Die Brücke bleibt 14 Tage zu, sagte Bürgermeister Ansgar Loft.',
    publishedAt: at(0.6),
  }),
};
/** Another one. */
export const bakery = article({
  id: 'bakery',
  title: 'Rye loaf wins national bread contest',
  text: 'A baker from Kelso won the national bread contest with a rye loaf. The jury praised its crust. She bakes at night and sells in the market hall.',
  publishedAt: at(0.1),
});
/** And another one. */
export const chess = article({
  id: 'chess',
  title: 'Teenager takes chess title',
  text: 'A teenager took the chess title in Odrau after eleven games. The final game lasted six hours. Her trainer spoke of luck.',
  publishedAt: at(0.2),
});
/** Other news, so that words have a rarity. */
export const others: readonly NewArticle[] = (
  [
    ['en', 'Rain in the hills', 'Rain fell on the hills. Farmers waited for the sun and counted the days.'],
    ['en', 'School opens', 'A school opened its doors. Children counted the steps to the door.'],
    ['en', 'New train', 'A train runs to the coast again. Engineers looked at the rails on Sunday.'],
    ['fr', 'Pluie', 'La pluie est tombée sur les collines. Les fermiers attendent le soleil.'],
    ['fr', 'École', 'Une école a ouvert ses portes. Les enfants comptent les marches.'],
    ['fr', 'Train', 'Un train roule de nouveau vers la côte, dit la région.'],
    ['de', 'Regen', 'Regen fiel auf die Hügel. Die Bauern warten auf die Sonne.'],
    ['de', 'Schule', 'Eine Schule hat ihre Türen geöffnet. Kinder zählen die Stufen.'],
    ['de', 'Zug', 'Ein Zug fährt wieder an die Küste, teilte das Land mit.'],
  ] satisfies [LanguageTag, string, string][]
).map(([language, title, text], index) =>
  article({ id: `other-${index}`, language, title, text, publishedAt: at(-1) }),
);
