import { describe, expect, test } from 'vitest';
import { askedFor, newsAskedFor } from '../../src/language/index.ts';

describe('what a question asks for', () => {
  test.each([
    ['Who opened the lock?', 'en', 'name'],
    ['Wem gehört die Fähre?', 'de', 'name'],
    ['Qui a ouvert l’écluse ?', 'fr', 'name'],
    ['Qui est le capitaine de ce bac ?', 'fr', 'name'],
    ['Since when has the lock been open?', 'en', 'time'],
    ['Bis wann ist die Brücke zu?', 'de', 'time'],
    ['Depuis quand le pont est-il fermé ?', 'fr', 'time'],
    ['How many percent of the ships wait?', 'en', 'share'],
    ['Wie viel Prozent der Schiffe warten?', 'de', 'share'],
    ['Where does the ferry land?', 'en', 'place'],
    ['Wohin fährt die Fähre?', 'de', 'place'],
    ['Où accoste le bac ?', 'fr', 'place'],
    ['How many ships wait?', 'en', 'number'],
    ['Wie viele Schiffe warten?', 'de', 'number'],
    ['Combien de navires attendent ?', 'fr', 'number'],
    ['How long does the ferry take?', 'en', 'duration'],
    ['Wie lange fährt die Fähre?', 'de', 'duration'],
    ['Combien de temps dure la traversée ?', 'fr', 'duration'],
    ['How much money did the town pay?', 'en', 'money'],
    ['Wie teuer wird die Brücke?', 'de', 'money'],
    ['Combien d’argent la ville a-t-elle versé ?', 'fr', 'money'],
    ['Why is the bridge shut?', 'en', 'reason'],
    ['Weshalb ist die Brücke zu?', 'de', 'reason'],
    ['Pourquoi le pont est-il fermé ?', 'fr', 'reason'],
    ['How does the lock work?', 'en', 'manner'],
    ['Wodurch sank das Schiff?', 'de', 'manner'],
    ['Comment fonctionne l’écluse ?', 'fr', 'manner'],
  ] as const)('%s (%s): %s', (question, language, kind) => {
    expect(askedFor(question, language)).toBe(kind);
  });

  test.each([
    ['What is the crest of the bridge called?', 'en'],
    ['What was the name of the tanker?', 'en'],
    ['What is another term for a lock keeper?', 'en'],
    ['How is the old bridge known? It is known as what?', 'en'],
    ['Wie nennt man den Rand der Schleuse?', 'de'],
    ['Wie heißt der Rand der Schleuse?', 'de'],
    ['Comment appelle-t-on le bord de l’écluse ?', 'fr'],
    ['Comment s’appelle la capitaine ?', 'fr'],
    ['Quel était le nom du bac ?', 'fr'],
  ] as const)('%s (%s) asks what something is called', (question, language) => {
    expect(askedFor(question, language)).toBe('term');
  });

  test.each([
    ['How many ships are called brigs?', 'en', 'number'],
    ['Wann wurde die Schleuse nach Elin Tarrow benannt?', 'de', 'time'],
    ['Où est amarré le bac surnommé Vieux Saule ?', 'fr', 'place'],
  ] as const)('%s (%s) asks for more than what something is called: %s', (question, language, kind) => {
    expect(askedFor(question, language)).toBe(kind);
  });

  test.each([
    ['In what year did the lock open?', 'en', 'time'],
    ['What captain steered the tanker?', 'en', 'name'],
    ['Which German ruler built it?', 'en', 'name'],
    ['Welches deutsche Unternehmen hat sie gebaut?', 'de', 'name'],
    ['Wie hoch war der Preis?', 'de', 'number'],
    ['In what decades was the bridge shut?', 'en', 'time'],
    ['What percentage of the ships waits?', 'en', 'share'],
    ['Welcher Anteil der Schiffe wartet?', 'de', 'share'],
    ['Quel pourcentage des navires attend ?', 'fr', 'share'],
    ['Quelle est la date de l’ouverture ?', 'fr', 'time'],
    ['Dans quelle ville accoste le bac ?', 'fr', 'place'],
  ] as const)('%s (%s) is told by the noun: %s', (question, language, kind) => {
    expect(askedFor(question, language)).toBe(kind);
  });

  test.each([
    ['What did the mayor say?', 'en'],
    ['What did the king build?', 'en'],
    ['Which brave old tired sailor king slept?', 'en'],
    ['Is the bridge open?', 'en'],
    ['Was sagte der Bürgermeister?', 'de'],
    ['', 'en'],
  ] as const)('%s (%s) asks for a thing, or yes or no', (question, language) => {
    expect(askedFor(question, language)).toBeUndefined();
  });

  test.each([
    ['Who is Elin Tarrow?', 'en'],
    ["Who's Elin Tarrow?", 'en'],
    ['What is botany?', 'en'],
    ['What are the night ferries?', 'en'],
    ['Wer war Elin Tarrow?', 'de'],
    ['Was ist eine Schleuse?', 'de'],
    ['Qui est Ludovic de la Tarrow ?', 'fr'],
    ['Qu’est-ce qu’une écluse ?', 'fr'],
    ['C’est quoi Varnholm ?', 'fr'],
  ] as const)('%s (%s) is who or what somebody or something is', (question, language) => {
    expect(askedFor(question, language)).toBe('identity');
  });

  test.each([
    ['Who is the mayor of Kelso?', 'en', 'name'],
    ['Who is waiting?', 'en', 'name'],
    ['What is the price?', 'en', 'money'],
    ['What is the lock of Kelso?', 'en', undefined],
    ['What is?', 'en', undefined],
    ['Wer ist gesunken?', 'de', 'name'],
    ['Qui est le maire ?', 'fr', 'name'],
  ] as const)('%s (%s) asks for more: %s', (question, language, kind) => {
    expect(askedFor(question, language)).toBe(kind);
  });

  test('is told by a later question word where the first tells nothing', () => {
    expect(askedFor('What is the estimate of how many ships wait?', 'en')).toBe('number');
  });

  test('is told by its first question word', () => {
    expect(askedFor('What law ruled the empire when he died?', 'en')).toBeUndefined();
    expect(askedFor('How many were hurt when the tanker rammed the bridge?', 'en')).toBe('number');
  });

  test('is not told by a word that joins clauses in the middle of it', () => {
    expect(askedFor('Was the mayor there when the bridge opened?', 'en')).toBeUndefined();
    expect(askedFor('Le bac a-t-il du retard ou est-il à quai aujourd’hui ?', 'fr')).toBeUndefined();
    expect(askedFor('Liegt das Schiff noch dort wo es gestern sank?', 'de')).toBeUndefined();
    expect(askedFor('And when did the lock of Kelso open?', 'en')).toBe('time');
    expect(askedFor('In the spring of 1990, when did the lock of Kelso open?', 'en')).toBe('time');
    expect(askedFor('The tanker rammed the bridge when?', 'en')).toBe('time');
  });

  test('is not told by a name that holds a question word', () => {
    expect(askedFor('Was the play about Doctor Who any good?', 'en')).toBeUndefined();
    expect(askedFor('Was the play How Many Ships any good?', 'en')).toBeUndefined();
  });
});

describe('what is new is asked for', () => {
  test.each([
    ['What is the latest news about the lock?', 'en', ['latest news', 'news about']],
    ['What’s new with the lock?', 'en', ['new with']],
    ['Quelles sont les dernières nouvelles de l’écluse ?', 'fr', ['dernières nouvelles']],
    ['Quoi de neuf sur l’écluse ?', 'fr', ['Quoi de neuf', 'de neuf']],
    ['Was gibt es Neues von der Schleuse?', 'de', ['gibt es Neues', 'Neues von']],
    ['Wie ist der aktuelle Stand der Schleuse?', 'de', ['aktuelle Stand']],
  ] as const)('by %s (%s)', (question, language, expected) => {
    const found = newsAskedFor(question, language).map(({ start, end }) => question.slice(start, end));
    expect(found).toEqual(expected);
  });

  test.each([
    ['Who built the new lock?', 'en'],
    ['Qui a construit la nouvelle écluse ?', 'fr'],
    ['Wer hat die neue Schleuse gebaut?', 'de'],
  ] as const)('not by %s (%s)', (question, language) => {
    expect(newsAskedFor(question, language)).toEqual([]);
  });
});
