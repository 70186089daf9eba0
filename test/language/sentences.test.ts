import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageTags, sentences } from '../../src/language/index.ts';
import type { LanguageTag } from '../../src/language/index.ts';
import { anyText } from './any-text.ts';

/** The text without its bars as it is split, and as the bars split it. */
function split(marked: string, language: LanguageTag) {
  const text = marked.replaceAll('|', '');
  return {
    found: sentences(text, language).map(({ start, end }) => text.slice(start, end)),
    expected: marked.split('|').map((part) => part.trim()),
  };
}

const english = [
  'Mr. Smith arrived. |He sat down.',
  'Mrs. Jones and Dr. Patel met Prof. Lee. |They agreed.',
  'J. K. Rowling wrote it. |Everyone read it.',
  'George W. Bush spoke. |Nobody listened.',
  'The U.S. Senate voted. |The House did not.',
  'She moved to the U.S. |The family followed.',
  'He works for Acme Inc. |The firm is small.',
  'He works for Acme Inc. in Boston. |It rains.',
  'Prices rose 3.5 percent. |Wages fell.',
  'It starts at 5 p.m. Tuesday. |Come early.',
  'It ended at 5 p.m. |The crowd left.',
  'Read more at example.org. |It is free.',
  'See www.example.org/a.b for details. |Thanks.',
  '"Stop!" he said. |She stopped.',
  '“Is it over?” asked the judge. |Nobody replied.',
  '“It is over.” |The judge left.',
  '“We won. |We really won,” she said. |They cheered.',
  'He said: “It is late.” |Then he left.',
  'Really?! |Yes.',
  'Wait… |What was that?',
  'Wait... |What was that?',
  'He hesitated ... and left. |She stayed.',
  'Yahoo! Inc. was sold. |The price was low.',
  'Shares in Yahoo! rose. |Others fell.',
  'See No. 5 on the list. |It is short.',
  'The answer is no. |He left.',
  'Gen. Lee met Sen. Brown on Jan. 5. |They talked.',
  'It opened on Sept. 11. |The queue was long.',
  'e.g. apples and pears are fruit. |So are plums.',
  'Fruit, e.g. apples, is cheap. |Meat is not.',
  'Fruit, i.e. apples, is cheap. |Meat is not.',
  'Smith vs. Jones was decided. |Smith won.',
  'Apples, pears, etc. are cheap. |Meat is not.',
  'They sell apples, pears, etc. |The shop is small.',
  'He was born in St. Louis. |She was not.',
  'The mountain (see fig. 3) is high. |Nobody climbs it.',
  '(It was late.) |He left.',
  'He left (it was late). |She stayed.',
  'One!!! |Two??? |Three.',
  'The score was 3-2. |It was close.',
  '1. Wash your hands. |2. Dry them.',
  'Headline without a stop\n\n|The text begins here.',
  'Headline without a stop\n|The text begins here.',
  'A line that goes\non in the next one. |Done.',
  'A line that stops\n\n|here and begins anew. |Done.',
  'He met Mr.\nSmith. |Done.',
  'The letter ended with Mr.\n\n|Smith had signed it.',
  'A list,\nwith a comma. |Done.',
  'First.\n|second line in lower case.',
  'One.\r\n\r\n|Two.',
  'One.\u2029|Two.',
  'The end of Plan B. |The start of Plan C.',
  'The firm eBay grew. |iPhone sales fell.',
  'He earned $1.5 million. |She earned more.',
  'Lt. Col. Brown retired. |His men wept.',
  'Ms. Ng, 34, won. |Her rival lost.',
  'The film got 3.5 out of 5. |I liked it.',
  'It was approx. 5 miles. |We walked.',
  'The Ph.D. student left. |Her supervisor stayed.',
  'It happened in Washington, D.C. |The police came.',
  'The text ended.[1] |A new one began.',
  'He left.|The door closed. |It was late.',
  'Visit Example.Com now. |It is free.',
  "'I know,' he said. |'You do not.'",
  'The party is on! |🎉 Everyone came.',
];

const french = [
  'M. Dupont est arrivé. |Il s’est assis.',
  'Mme Durand et M. Petit ont voté. |Le résultat est connu.',
  'MM. Dupont et Petit ont voté. |Le résultat est connu.',
  'Le Dr. Martin est là. |Il attend.',
  'Me. Leroy plaide. |Le juge écoute.',
  'J. K. Rowling écrit. |On la lit.',
  'J. Le Goff est historien. |Il est mort en 2014.',
  'C’est vrai, p. ex. en France. |Ailleurs, non.',
  'C’est vrai, p.ex. en France. |Ailleurs, non.',
  'Voir p. 12 du rapport. |C’est clair.',
  'Voir art. 5 du code. |C’est clair.',
  'Le n° 5 est sorti. |Il est cher.',
  'Il a dit : « Je pars. » |Puis il est parti.',
  'Il a dit : « Je pars. »\u00a0|Puis il est parti.',
  '« Je pars. |Je ne reviendrai pas », a-t-il dit. |Il est parti.',
  '« Vous venez ? » demande-t-elle. |Il hésite.',
  '« Stop ! » a crié le juge. |Tout le monde s’est tu.',
  '« C’est fini. » |Le juge est sorti.',
  'Qui a gagné ? |Personne ne sait.',
  'Qui a gagné\u202f? |Personne ne sait.',
  'Quelle victoire ! |La foule chante.',
  'Le taux est de 3,5 %. |Il monte.',
  'Le prix est de 3.5 euros. |Il baisse.',
  'Il coûte 1 086,50 euros. |C’est cher.',
  'Des pommes, des poires, etc. |Les prix montent.',
  'Des pommes, des poires, etc. sont vendues. |Les prix montent.',
  'Il est né av. J.-C. dans une ville. |On ne sait rien.',
  'Le 1er mai, il pleut. |Le 2 mai, il neige.',
  'L’O.N.U. vote demain. |La France s’abstient.',
  'La société Durand et Cie. a fermé. |Les salariés partent.',
  'Il attend… |Personne ne vient.',
  'Il attend... |Personne ne vient.',
  'Il attend… puis il part. |Personne ne vient.',
  'Il écrit sur exemple.fr. |Lisez-le.',
  'Voir www.exemple.fr/a.b pour tout savoir. |C’est gratuit.',
  'Il part (il est tard). |Elle reste.',
  '(Il est tard.) |Elle reste.',
  'Le roi Louis XIV. |La cour rit.',
  'Titre sans point\n\n|Le texte commence.',
  'Titre sans point\n|Le texte commence.',
  'Une ligne qui\ncontinue ici. |Fin.',
  'Une liste,\navec virgule. |Fin.',
  'Un.\r\n\r\n|Deux.',
  'Yahoo! Inc. est vendu. |Le prix est bas.',
  'Vraiment ?! |Oui.',
  '– Oui. |– Non.',
  'Le livre, éd. Durand, est là. |On le lit.',
  'Mgr. Paul célèbre. |Les fidèles prient.',
  'Il habite av. Foch. |Elle habite bd. Raspail.',
  'Le score est de 3-2. |C’est serré.',
  '1. Lavez-vous les mains. |2. Séchez-les.',
  'Le vol. 3 est sorti. |On l’attend.',
  'Elle a 34 ans. |Elle gagne.',
  'En 2017. |Puis en 2018.',
  'Il l’a dit.[2] |Elle le nie.',
  'Elle sort.|La porte claque. |Il est tard.',
  '« Oui », dit-il. |« Non », dit-elle.',
  'Il a répondu : “Je pars.” |Elle est restée.',
  'Cf. le rapport. |Il est long.',
  'Ste. Anne est fêtée. |La ville aussi.',
  'C’était le plan B. |Le plan A était mort.',
  'C’est la fête ! |🎉 Tout le monde est là.',
];

const german = [
  'Die Zahl der Toten stieg auf mehr als 150. |Allein im Kreis wurden 110 gezählt.',
  'Mehr als sein 150. Auftritt war es nicht. |Schade.',
  'Am 7. Mai wählt das Land. |Danach wird gezählt.',
  'Heinrich VIII. wurde König. |Er heiratete oft.',
  'Papst Benedikt XVI. trat zurück. |Die Kirche staunte.',
  'Es sprach Johannes Paul II. |Die Menge schwieg.',
  'Der 3. Platz ging an Peru. |Das Team jubelte.',
  'Am 24. und 25. Juli regnet es. |Danach nicht.',
  'Sie wurde 3. |Die anderen folgten.',
  'Das war 1989. |Deutschland jubelte.',
  'Er kam am 6. 5. 2017 an. |Sie wartete.',
  'Er kam am 06.05.2017 an. |Sie wartete.',
  'Obst, z. B. Äpfel, ist billig. |Fleisch nicht.',
  'Obst, z.B. Äpfel, ist billig. |Fleisch nicht.',
  'Parteien, z. B. Die Grünen, stimmten zu. |Andere nicht.',
  'Dr. Müller und Prof. Schmidt kamen. |Sie blieben.',
  'Dipl.-Ing. Weber baut. |Das Haus wächst.',
  'Der St. Pauli-Fan jubelte. |Der Verein gewann.',
  '„Kommt nicht infrage!“, sagte sie. |Er ging.',
  '„Kommst du?“ fragte sie. |Er nickte.',
  '„Das ist vorbei.“ |Der Richter ging.',
  '„Wir haben gewonnen. |Wir sind stolz“, sagte sie. |Er nickte.',
  '»Das ist vorbei.« |Der Richter ging.',
  'Die Kosten betragen 1,5 Mio. Euro. |Das ist viel.',
  'Es kamen ca. 300 Leute. |Alle blieben.',
  'Äpfel, Birnen usw. |Die Preise steigen.',
  'Er sagte (vgl. S. 12) nichts. |Sie auch nicht.',
  'Das gilt d. h. Immer. |Das stimmt.',
  'Der Verein e. V. Köln klagt. |Er verliert.',
  'Er hat 30 (!) Hunde. |Sie hat keinen.',
  'Die „Zeit“ berichtet. |Andere schweigen.',
  'Das war das Ende.|Die Tür fiel zu. |Es war spät.',
];

describe('sentences', () => {
  it.each(english)('splits English at the bars: %s', (marked) => {
    const { found, expected } = split(marked, 'en');
    expect(found).toEqual(expected);
  });
  it.each(french)('splits French at the bars: %s', (marked) => {
    const { found, expected } = split(marked, 'fr');
    expect(found).toEqual(expected);
  });
  it.each(german)('splits German at the bars: %s', (marked) => {
    const { found, expected } = split(marked, 'de');
    expect(found).toEqual(expected);
  });

  it('gives nothing for white space', () => {
    expect(sentences(' \n\t\u00a0 ', 'en')).toEqual([]);
  });

  it('covers every character that is not white space, in order and trimmed, whatever the text', () => {
    const pieces = fc.constantFrom(
      '.',
      '!',
      '…',
      ' ',
      '\n',
      '\n\n',
      '"',
      '“',
      '»',
      ' »',
      'z. B.',
      '7.',
      'A',
      'Der',
      'x',
      '\ud800',
      '🙂',
      '。',
      '[1]',
    );
    const text = fc.oneof(
      anyText,
      fc.array(pieces).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...languageTags), (text, language) => {
        let last = 0;
        for (const { start, end } of sentences(text, language)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(last, start).trim()).toBe('');
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['stops', '.'],
    ['stops and spaces', '. '],
    ['spaces', ' '],
    ['line breaks', '\n'],
    ['closing quotes', '."'],
    ['opening brackets', '. ('],
    ['initials', 'A. '],
    ['one endless word', 'a'],
    ['guillemets after spaces', '.  »'],
    ['footnotes', '.['],
    ['dots between letters', 'a.'],
    ['commas at line ends', 'a,\n'],
  ])('takes linear time for a megabyte of %s', (_name, piece) => {
    const time = (size: number) => {
      const text = piece.repeat(size / piece.length);
      const before = performance.now();
      sentences(text, 'de');
      return performance.now() - before;
    };
    time(100_000);
    const small = Math.min(time(125_000), time(125_000), time(125_000));
    expect(time(1_000_000)).toBeLessThan(Math.max(400, 30 * small));
  });
});
