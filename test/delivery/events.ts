import type { NewArticle } from '../../src/stories/article.ts';
import { at, news } from './room.ts';

/** A ferry that ran aground, told by two English papers in their own words, by an agency in two papers, in French and in German. */
export const ferry = {
  post: news('ferry-post', {
    source: 'Ferry Post',
    title: 'Night ferry runs aground off Varnholm with 212 aboard',
    text: 'The night ferry Mirabel ran aground off Varnholm shortly after three in the morning with 212 passengers aboard. Nobody was hurt, the coast guard said. Two tugs hold the ship until the tide returns. The company Costland spoke of a failed rudder. Passengers sat in the restaurant with blankets and tea.',
    publishedAt: at(-120),
  }),
  wire: news('ferry-wire', {
    source: 'Strait Wire',
    title: 'Mirabel stuck on sandbank near Varnholm',
    text: 'A passenger ship with more than two hundred people on board is stuck on a sandbank near Varnholm. The Mirabel lost steering before dawn, according to rescuers. Helicopters stand by. Officials want to refloat the vessel at high water in the afternoon.',
    publishedAt: at(-100),
  }),
  herald: news('ferry-herald', {
    source: 'Hill Herald',
    title: 'Ferry grounded',
    text: 'VARNHOLM (NWA) – A night ferry with 212 passengers grounded off the port of Varnholm on Monday, the agency reports. Rescuers said that all were safe and well. An inquiry into the steering was opened by the harbour office. The line has suspended its night crossings.',
    publishedAt: at(-90),
  }),
  mail: news('ferry-mail', {
    source: 'Moor Mail',
    title: 'Passengers safe after ferry grounds off Varnholm',
    text: 'A night ferry with 212 passengers grounded off the port of Varnholm on Monday, the agency reports. Rescuers said that all were safe and well. An inquiry into the steering was opened by the harbour office.',
    publishedAt: at(-80),
  }),
  jetee: news('ferry-jetee', {
    source: 'La Jetée',
    language: 'fr',
    title: 'Un ferry s’échoue au large de Varnholm',
    text: 'Le ferry de nuit Mirabel s’est échoué lundi au large de Varnholm avec 212 passagers. Personne n’a été blessé, selon les garde-côtes. Deux remorqueurs attendent la marée. L’armateur Costland évoque une panne de gouvernail.',
    publishedAt: at(-70),
  }),
  mole: news('ferry-mole', {
    source: 'Die Mole',
    language: 'de',
    title: 'Nachtfähre läuft vor Varnholm auf Grund',
    text: 'Die Nachtfähre Mirabel ist am Montag mit 212 Passagieren vor Varnholm auf Grund gelaufen. Verletzt wurde niemand. Zwei Schlepper warten auf die Flut. Die Reederei Costland sprach von einem Schaden am Ruder.',
    publishedAt: at(-65),
  }),
} satisfies Record<string, NewArticle>;

/** How that went on. */
export const refloated = {
  post: news('refloated-post', {
    source: 'Ferry Post',
    title: 'Captain suspended as salvage crews free ferry at high water',
    text: 'Salvage crews pulled the Mirabel free at high water on Monday evening and towed her to a dry dock in Kelso. Prosecutors searched the bridge and seized the voyage recorder. The captain has been suspended pending blood tests. Hundreds of relatives cheered on the quay.',
  }),
  wire: news('refloated-wire', {
    source: 'Strait Wire',
    title: 'Ferry towed to Kelso, captain suspended',
    text: 'Tow lines tightened at dusk and the ship slid off into deep water. Investigators boarded her in Kelso and questioned officers through the night. Her captain was suspended. Cranes will lift the propeller on Wednesday, engineers announced.',
  }),
  courier: news('refloated-courier', {
    source: 'Isle Courier',
    title: 'Investigators question suspended captain in Kelso',
    text: 'Detectives spent Tuesday interviewing bridge officers about alcohol, fatigue and an ignored radar alarm. Union leaders protested against early blame. A judge allowed the release of audio recordings. Insurers estimated damages near nine million.',
  }),
};

/** Other news. */
export const bakery = news('bakery', {
  source: 'Ferry Post',
  title: 'Rye loaf wins national bread contest',
  text: 'A baker from Kelso won the national bread contest with a rye loaf. The jury praised its crust. She bakes at night and sells in the market hall.',
});
/** And other news. */
export const chess = news('chess', {
  source: 'Strait Wire',
  title: 'Teenager takes chess title in Odrau',
  text: 'A teenager took the chess title in Odrau after eleven games. The final game lasted six hours. Her trainer spoke of luck.',
  publishedAt: at(-50),
});
/** And more. */
export const schach = news('schach', {
  source: 'Die Mole',
  language: 'de',
  title: 'Schülerin gewinnt Schachturnier in Odrau',
  text: 'Eine Schülerin hat das Schachturnier in Odrau gewonnen. Die letzte Partie dauerte sechs Stunden. Ihr Trainer sprach von Glück.',
  publishedAt: at(-40),
});
