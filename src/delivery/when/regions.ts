import { fold } from '../../language/index.ts';
import type { LanguageTag } from '../../language/index.ts';

/** The zone most people of a region with several live by. */
const principal: Readonly<Record<string, string>> = {
  AR: 'America/Buenos_Aires',
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CL: 'America/Santiago',
  CY: 'Asia/Nicosia',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  GL: 'America/Godthab',
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  PF: 'Pacific/Tahiti',
  PG: 'Pacific/Port_Moresby',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  US: 'America/New_York',
  UZ: 'Asia/Tashkent',
};
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const zonesByRegion = new Map<string, readonly string[]>();
const namesByLanguage = new Map<LanguageTag, ReadonlyMap<string, string>>();

/** The time zones of a region (ISO 3166 code), that of most people first; none for what is no region. */
export function zonesOf(region: string): readonly string[] {
  if (!/^[A-Z]{2}$/.test(region)) return [];
  const known = zonesByRegion.get(region) ?? findZones(region);
  zonesByRegion.set(region, known);
  return known;
}

function findZones(region: string): readonly string[] {
  const zones = new Intl.Locale(`und-${region}`).getTimeZones() ?? [];
  const first = principal[region];
  return first === undefined ? zones : [...new Set([first, ...zones])];
}

/** Regions (ISO 3166 codes) by their folded names in a language. */
export function regionsByName(language: LanguageTag): ReadonlyMap<string, string> {
  const known = namesByLanguage.get(language) ?? readRegions(language);
  namesByLanguage.set(language, known);
  return known;
}

function readRegions(language: LanguageTag): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const codes = [...letters].flatMap((first) => [...letters].map((second) => `${first}${second}`));
  return new Map(
    codes.flatMap((code): readonly (readonly [string, string])[] => {
      const name = names.of(code);
      return name === undefined ? [] : [[fold(name), code]];
    }),
  );
}
