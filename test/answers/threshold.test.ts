import { expect, test } from 'vitest';
import { enoughFor } from '../../src/answers/threshold.ts';
import { languageTags } from '../../src/language/index.ts';
import { filler, library } from './library.ts';
import { article } from '../contracts/article-store.ts';

const pairs = languageTags.flatMap((question) =>
  languageTags.map((evidence) => [question, evidence] as const),
);

test.each(pairs)(
  'from %s to %s, enough is a part of what was asked, and never all of it',
  (question, evidence) => {
    const enough = enoughFor(question, evidence);
    expect(enough).toBeGreaterThan(0.1);
    expect(enough).toBeLessThan(0.5);
  },
);

const bridge = {
  en: 'Captain Elin Tarrow steered the tanker into the old bridge of Varnholm.',
  fr: 'La capitaine Elin Tarrow a dirigé le pétrolier contre le vieux pont de Varnholm.',
  de: 'Kapitänin Elin Tarrow steuerte den Tanker gegen die alte Brücke von Varnholm.',
};
const asked = {
  en: 'Who steered the tanker into the bridge?',
  fr: 'Qui a dirigé le pétrolier contre le pont ?',
  de: 'Wer steuerte den Tanker gegen die Brücke?',
};
const askedElsewhere = {
  en: 'Which dentist treated the tanker’s cook in prison?',
  fr: 'Quel dentiste a soigné le cuisinier du pétrolier en prison ?',
  de: 'Welcher Zahnarzt behandelte den Koch des Tankers im Gefängnis?',
};

test.each(pairs)(
  'asked in %s, an article in %s answers what it says, and nothing else',
  async (question, evidence) => {
    const { ask } = await library([
      article({ id: 'bridge', language: evidence, title: '', text: bridge[evidence] }),
      ...filler.map((each) => ({ ...each, language: evidence })),
    ]);
    const answered = async (text: string) => (await ask(text, question)).answered;
    expect(await answered(asked[question])).toBe(true);
    expect(await answered(askedElsewhere[question])).toBe(false);
  },
);
