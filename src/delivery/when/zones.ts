import { fold, isLanguageTag, languageTags, languages } from '../../language/index.ts';
import { isTimeZone } from '../../language/zoned.ts';
import { regionsByName, zonesOf } from './regions.ts';

/** As many as platforms show while a reader types. */
const mostSuggested = 25;
const cities = new Map(languageTags.flatMap((tag) => Object.entries(languages[tag].places.cities)));

/** The time zone of most people with a locale ("de-AT"): that of its region, or of its language's; UTC where neither is known. */
export function timeZoneOf(locale: string): string {
  return zonesOf(regionOf(locale) ?? '')[0] ?? 'UTC';
}

/**
 * The time zones (IANA names) a reader may mean by what they typed so far: part of a zone's name, a city, or a region in the
 * locale's language. Those of the locale's region come first, then those where its language is spoken; at most 25.
 */
export function suggestTimeZones(typed: string, locale: string): readonly string[] {
  const wanted = fold(typed)
    .replaceAll(/[\s_-]+/g, ' ')
    .trim();
  const near = zonesNear(locale);
  const all = [...new Set([...near, ...Intl.supportedValuesOf('timeZone'), 'UTC'])];
  if (wanted === '') return near.slice(0, mostSuggested);
  const named = new Set(namedZones(wanted, locale));
  const exact = typed.trim();
  const canonical = isTimeZone(exact) ? [canonicalOf(exact)] : [];
  const ranked = [0, 1, 2, 3].flatMap((rank) => all.filter((zone) => rankOf(zone, wanted, named) === rank));
  return [...new Set([...canonical, ...ranked])].slice(0, mostSuggested);
}

/** Those of the region, then those of regions that share the language. */
function zonesNear(locale: string): readonly string[] {
  const region = regionOf(locale);
  const own = zonesOf(region ?? '');
  const language = localeOf(locale)?.language;
  const regions = isLanguageTag(language) ? languages[language].places.regions : [];
  return [
    ...new Set([...own.slice(0, 1), ...regions.flatMap((one) => zonesOf(one).slice(0, 1)), ...own, 'UTC']),
  ];
}

/** Zones whose cities or regions begin with what was typed. */
function namedZones(wanted: string, locale: string): readonly string[] {
  const language = localeOf(locale)?.language;
  const regions = regionsByName(isLanguageTag(language) ? language : 'en');
  return [
    ...[...cities].flatMap(([name, zone]) => (name.startsWith(wanted) ? [canonicalOf(zone)] : [])),
    ...[...regions].flatMap(([name, region]) => (name.startsWith(wanted) ? zonesOf(region) : [])),
  ];
}

/** 0 for a zone whose city begins with the words, 3 for one that holds them somewhere. */
function rankOf(zone: string, wanted: string, named: ReadonlySet<string>): number | undefined {
  const name = fold(zone).replaceAll(/[_-]/g, ' ');
  const city = name.slice(name.lastIndexOf('/') + 1);
  if (city.startsWith(wanted)) return 0;
  if (named.has(zone)) return 1;
  if (city.includes(` ${wanted}`)) return 2;
  return name.includes(wanted) ? 3 : undefined;
}

function regionOf(locale: string): string | undefined {
  return localeOf(locale)?.maximize().region;
}

/** Also of "fr_CA.UTF-8". */
function localeOf(locale: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(locale.replace(/[.@].*$/s, '').replaceAll('_', '-'));
  } catch {
    return undefined;
  }
}

function canonicalOf(zone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
}
