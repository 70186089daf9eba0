import { describe, expect, it } from 'vitest';
import type { LanguageTag } from '../../src/language/language.ts';
import { changesIn, correctionIn } from '../../src/stories/corrections.ts';

const report = {
  en: 'The council voted on Tuesday. The bridge will be rebuilt.',
  fr: 'Le conseil a voté mardi. Le pont sera reconstruit.',
  de: 'Der Rat hat am Dienstag abgestimmt. Die Brücke wird neu gebaut.',
};

describe('a paper’s correction', () => {
  it.each<[LanguageTag, string]>([
    ['en', 'Correction: the bridge was closed in May.'],
    ['en', 'Corrections and clarifications: the mayor is Ansgar Loft.'],
    ['en', 'CORRECTION (4 May) – the figure is 14 million.'],
    ['en', 'An earlier version of this article misstated the cost of the bridge.'],
    ['en', 'This article was amended on 4 May 2026.'],
    ['en', 'This story has been corrected to fix the name of the strait.'],
    ['en', 'We regret the error.'],
    ['fr', 'Rectificatif : le pont a fermé en mai.'],
    ['fr', 'Correction : le montant est de 14 millions.'],
    ['fr', 'Une version précédente de cet article donnait un coût erroné.'],
    ['fr', 'Dans une première version de cet article, nous citions un autre maire.'],
    ['fr', 'Contrairement à ce que nous avions écrit, le pont est ouvert.'],
    ['fr', 'Cet article a été corrigé le 4 mai.'],
    ['de', 'Korrektur: Die Brücke wurde im Mai gesperrt.'],
    ['de', 'Berichtigung – der Betrag lautet 14 Millionen.'],
    ['de', 'Richtigstellung: Bürgermeister ist Ansgar Loft.'],
    ['de', 'In einer früheren Version dieses Artikels hieß es, die Brücke sei offen.'],
    ['de', 'In einer ersten Fassung stand ein falscher Betrag.'],
    ['de', 'Eine frühere Fassung des Textes nannte einen anderen Ort.'],
    ['de', 'Dieser Artikel wurde nachträglich korrigiert.'],
  ])('is seen in %s: %s', (language, notice) => {
    expect(correctionIn(`${report[language]}\n\n${notice}`, language)).toBe(notice);
    expect(correctionIn(`${notice}\n\n${report[language]}`, language)).toBe(notice);
  });

  it.each<[LanguageTag, string]>([
    ['en', 'The market is due for a correction, analysts say.'],
    ['en', 'A correction of the course followed.'],
    ['en', 'The house of correction closed in 1877.'],
    ['fr', 'La correction des copies a commencé lundi.'],
    ['fr', 'Le gouvernement présente un budget rectificatif.'],
    ['de', 'Die Korrektur der Prognose fiel deutlich aus.'],
    ['de', 'Korrekturen an der Reform lehnte er ab.'],
    ['de', 'Der Trainer sprach von einer früheren Version des Teams.'],
  ])('is not seen where one is only spoken of, in %s: %s', (language, sentence) => {
    expect(correctionIn(`${sentence} ${report[language]}`, language)).toBeUndefined();
  });

  it('is the whole paragraph where its sentence is a label', () => {
    const notice = 'Correction. The bridge was closed in May.';
    expect(correctionIn(`${report.en}\n\n${notice}\n\nMore news.`, 'en')).toBe(notice);
  });

  it('is looked for at both ends of a long text', () => {
    const notice = 'Correction: it was Monday.';
    const long = `${report.en} `.repeat(1000);
    expect(correctionIn(`${long}\n\n${notice}`, 'en')).toBe(notice);
    expect(correctionIn(`${notice}\n\n${long}`, 'en')).toBe(notice);
  });
});

const at = (hour: number) => new Date(Date.UTC(2026, 4, 4, hour));

describe('what changed between versions', () => {
  it('are the sentences that went and those that came, and the title', () => {
    const versions = [
      { revision: 1, title: 'Vote', text: report.en, readAt: at(8) },
      {
        revision: 2,
        title: 'Vote',
        text: 'The council voted on Monday. The bridge will be rebuilt. It costs 14 million.',
        readAt: at(9),
      },
      {
        revision: 3,
        title: 'Bridge to be rebuilt',
        text: 'The council voted on Monday. The bridge will be rebuilt. It costs 14 million.',
        readAt: at(10),
      },
    ];
    expect(changesIn(versions, 'en')).toEqual([
      {
        revision: 2,
        at: at(9),
        removed: ['The council voted on Tuesday.'],
        added: ['The council voted on Monday.', 'It costs 14 million.'],
      },
      { revision: 3, at: at(10), titleBefore: 'Vote', removed: [], added: [] },
    ]);
    expect(changesIn(versions.slice(0, 1), 'en')).toEqual([]);
    expect(changesIn([], 'en')).toEqual([]);
  });
});
