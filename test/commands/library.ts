import type { Item } from '../../src/sources/item.ts';

const bridge = { publishedAt: new Date('2026-05-04T08:00:00Z') };

/** A few made-up news: one event in three languages, told twice in English, and two that are told once. */
export const library = [
  {
    ...bridge,
    id: 'bridge-post',
    url: 'https://ferrypost.example/bridge',
    source: 'The Ferry Post',
    language: 'en',
    title: 'Tanker rams Varnholm bridge, two crew members hurt',
    text: 'The tanker Mirabel, 183 metres long, rammed the Varnholm bridge early on Monday. Two crew members were hurt. The coast guard closed the strait of Varnholm to all ships. Captain Elin Tarrow said the rudder of the Mirabel had failed. Her owner Costland will pay, and the bridge stays shut for 14 days, said mayor Ansgar Loft.',
  },
  {
    id: 'bridge-wire',
    url: 'https://wire.example/bridge',
    source: 'Strait Wire',
    language: 'en',
    title: 'Varnholm bridge closed after collision with tanker Mirabel',
    text: 'A collision with the tanker Mirabel has closed the bridge at Varnholm. The coast guard said two members of the crew were hurt. Engineers will look at the bridge on Tuesday. The rudder of the tanker had failed, captain Elin Tarrow said. Mayor Ansgar Loft expects Costland, the owner, to pay for the 14 days.',
    publishedAt: new Date('2026-05-04T12:00:00Z'),
  },
  {
    id: 'bridge-jetee',
    url: 'https://jetee.example/pont',
    source: 'La Jetée',
    language: 'fr',
    title: 'Le pétrolier Mirabel heurte le pont de Varnholm',
    text: 'Le pétrolier Mirabel, long de 183 mètres, a heurté lundi le pont de Varnholm. Selon le capitaine Elin Tarrow, le gouvernail était en panne. L’armateur Costland indemnisera la ville. Le pont restera fermé 14 jours, dit le maire Ansgar Loft.',
    publishedAt: new Date('2026-05-04T14:00:00Z'),
  },
  {
    id: 'bridge-mole',
    url: 'https://mole.example/bruecke',
    source: 'Die Mole',
    language: 'de',
    title: 'Tanker Mirabel rammt Brücke von Varnholm',
    text: 'Der Tanker Mirabel, 183 Meter lang, hat die Brücke von Varnholm gerammt. Kapitän Elin Tarrow nannte einen Schaden am Ruder. Die Reederei Costland haftet. Die Brücke bleibt 14 Tage zu, sagte Bürgermeister Ansgar Loft.',
    publishedAt: new Date('2026-05-04T16:00:00Z'),
  },
  {
    id: 'bakery',
    url: 'https://ferrypost.example/bread',
    source: 'The Ferry Post',
    language: 'en',
    title: 'Rye loaf wins national bread contest',
    text: 'A baker from Kelso won the national bread contest with a rye loaf. The jury praised its crust. She bakes at night and sells in the market hall.',
    publishedAt: new Date('2026-05-05T08:00:00Z'),
  },
  {
    id: 'schach',
    url: 'https://mole.example/schach',
    source: 'Die Mole',
    language: 'de',
    title: 'Schülerin gewinnt Schachturnier in Odrau',
    text: 'Eine Schülerin hat das Schachturnier in Odrau gewonnen. Die letzte Partie dauerte sechs Stunden. Ihr Trainer sprach von Glück.',
    publishedAt: new Date('2026-05-03T08:00:00Z'),
  },
] as const satisfies readonly Item[];
