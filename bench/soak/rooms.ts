import { languageTags } from '../../src/language/index.ts';
import type { LanguageTag } from '../../src/language/index.ts';
import { createChance } from './chance.ts';
import type { Chance } from './chance.ts';
import type { Daily } from './daily.ts';
import { papers } from './papers.ts';

/** What a room wants to be told of the news. */
export interface Wanting {
  readonly id: string;
  /** All of them where none is named. */
  readonly languages: readonly LanguageTag[];
  readonly sources: readonly string[];
  readonly digests?: Daily;
  /** How many papers must tell a story at once for an alert. */
  readonly alerts?: 2 | 3 | 5;
  readonly zone: string;
  /** Hours by the clocks of its zone in which it isn't alerted, over midnight. */
  readonly quiet?: { readonly from: number; readonly to: number };
  /** Whether there is a digest when there is nothing to tell. */
  readonly says: boolean;
}

/** A text that is posted again and again, or once. */
export interface Announcing {
  readonly id: string;
  readonly texts: readonly { readonly language: LanguageTag; readonly text: string }[];
  readonly when: Daily | { readonly once: number };
}

/** Where a room is. */
export interface Place {
  /** As Kiosk names it: "slack:T1:C2". */
  readonly id: string;
  /** What it belongs to: "slack:T1". */
  readonly place: string;
}

/** A channel and what it asked for. */
export interface Room extends Place {
  readonly language: LanguageTag;
  readonly wantings: readonly Wanting[];
  readonly announcings: readonly Announcing[];
}

const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'];
/** Most want the same: much is due at once. */
const usualHours = [7, 8, 8, 9, 12, 18];
const minute = 60_000;

/** Furnishes rooms. @param start a midnight (UTC) */
export function createRooms(
  seed: number,
  places: readonly Place[],
  start: number,
  days: number,
): readonly Room[] {
  const chance = createChance(seed, 'rooms');
  return places.map((place, index) => {
    const language = chance.pick(languageTags);
    return {
      ...place,
      language,
      wantings: wantingsOf(chance, index, language),
      announcings: announcingsOf(chance, index, start, days),
    };
  });
}

function wantingsOf(chance: Chance, room: number, language: LanguageTag): readonly Wanting[] {
  const zone = chance.pick(zones);
  const digests = { zone, hours: [chance.pick(usualHours)], minute: chance.pick([0, 0, 30]) };
  const everything = { languages: [], sources: [], zone, says: chance.isHit(0.5) };
  const quiet = room % 4 === 0 ? { quiet: { from: 22, to: 7 } } : {};
  const first = `w${room}`;
  switch (room % 6) {
    case 0:
      return [{ ...everything, id: first, digests, alerts: 3, ...quiet }];
    case 1:
      return [{ ...everything, id: first, digests, languages: [language], alerts: 2 }];
    case 2:
      return [
        { ...everything, id: first, digests: { ...digests, hours: [8, 18] }, sources: sourcesOf(chance, 3) },
      ];
    case 3:
      return [{ ...everything, id: first, alerts: chance.pick([2, 5]) }];
    case 4:
      return [
        {
          ...everything,
          id: first,
          digests: { ...digests, weekdays: [1, 3, 5] },
          sources: sourcesOf(chance, 1),
          alerts: 3,
          ...quiet,
        },
      ];
    // Two at the same time: what the one tells, the other doesn't.
    default:
      return [
        { ...everything, id: first, digests, says: true, alerts: 3 },
        { ...everything, id: `${first}b`, digests, languages: [language], says: true },
      ];
  }
}

function sourcesOf(chance: Chance, count: number): readonly string[] {
  return chance.some(papers, count).map(({ name }) => name);
}

function announcingsOf(chance: Chance, room: number, start: number, days: number): readonly Announcing[] {
  const zone = chance.pick(zones);
  const daily = { zone, hours: [chance.pick(usualHours)], minute: chance.pick([0, 0, 30]) };
  const all: readonly Announcing['when'][] = [
    { ...daily, ...(chance.isHit(0.5) && { weekdays: [1, 2, 3, 4, 5] }) },
    // At the very times of each other, and so close that one may still wait when the next is due.
    ...(room % 7 === 0 ? [{ zone: 'UTC', hours: [6, 9, 12, 15], minute: 0 }] : []),
    ...Array.from({ length: chance.whole(1, 3) }, () => ({
      once: start + chance.whole(60, days * 24 * 60 - 60) * minute,
    })),
  ];
  return all.map((when, index) => {
    const id = `n${room}x${index}`;
    const spoken = chance.some(languageTags, chance.isHit(0.8) ? 3 : 1);
    return {
      id,
      when,
      texts: spoken.map((language) => ({ language, text: `${language} ${id} ${spokenIn[language]}` })),
    };
  });
}

const spokenIn: Readonly<Record<LanguageTag, string>> = {
  en: 'The reading room opens at noon.',
  fr: 'La salle de lecture ouvre à midi.',
  de: 'Der Lesesaal öffnet am Mittag.',
};
