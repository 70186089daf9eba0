import { posix } from 'node:path';
import { findReaches } from './imports.ts';

/** From left to right: each may know those before it. */
export const domain = ['language', 'sources', 'stories', 'answers', 'summaries', 'chat', 'delivery'] as const;

/** Where a package may be imported: folders end in "/". A dependency that isn't here has no home yet. */
export const homes: Readonly<Record<string, readonly string[]>> = {
  'discord.js': ['src/adapters/discord/'],
  '@slack/bolt': ['src/adapters/slack/'],
  hono: ['src/adapters/web/'],
  '@hono/node-server': ['src/adapters/web/'],
  'node-cron': ['src/schedule.ts'],
  keyv: ['src/stores/'],
  'node:sqlite': ['src/stores/sqlite/'],
  i18next: ['src/translations.ts'],
  pino: ['src/log.ts'],
  'pino-pretty': ['src/log.ts'],
  yaml: ['src/cli/'],
  eld: ['src/language/'],
  'snowball-stemmers': ['src/language/'],
  undici: ['src/sources/'],
  '@mozilla/readability': ['src/sources/'],
  'normalize-url': ['src/sources/'],
  tldts: ['src/sources/'],
  linkedom: ['src/sources/'],
  feedsmith: ['src/sources/'],
  'iconv-lite': ['src/sources/'],
  'http-link-header': ['src/sources/'],
  'lru-cache': ['src/sources/'],
  entities: ['src/sources/'],
  // Untrusted input is parsed where it comes in.
  valibot: ['src/config.ts', 'src/cli/', 'src/sources/', 'src/adapters/', 'src/chat/', 'src/delivery/'],
};

/** Platforms' own modules that a domain folder does without: whatever it needs of them is handed in. */
const handedIn = new Set(
  'fs http http2 https child_process readline sqlite timers worker_threads'
    .split(' ')
    .map((name) => `node:${name}`),
);
const ports = new Set(['src/errors.ts', 'src/texts.ts']);
/** What adapters and stores may know besides the ports they implement. */
const handed = new Set(['src/lexicon.ts', 'src/log.ts', 'src/threads.ts', 'src/translations.ts']);
/** Where sources meet the world; everything else in the domain is handed one of these. */
const doors = new Set(['src/sources/web/travel.ts', 'src/sources/files/file-access.ts']);
/** Those who know everybody, and whom nobody knows. */
const top = ['src/app.ts', 'src/main.ts', 'src/cli/'];
/** Loads files whose names it finds in a folder. */
const loaders = ['src/commands.ts'];

/** Says what a file does that the house doesn't allow; one line each. Paths are relative to the project's folder. */
export function checkFile(file: string, code: string): readonly string[] {
  return findReaches(file, code).flatMap(({ kind, name }) => {
    if (kind === 'global') return checkGlobal(file, name);
    if (kind === 'computed')
      return within(file, loaders) ? [] : [`${file} imports what can't be told before it runs`];
    const allowed = name.startsWith('.')
      ? mayKnow(file, posix.join(posix.dirname(file), name))
      : mayUse(file, name);
    return allowed ? [] : [`${file} must not import ${name}`];
  });
}

function within(file: string, places: readonly string[]): boolean {
  return places.some((place) => (place.endsWith('/') ? file.startsWith(place) : file === place));
}

function domainOf(file: string): number {
  return domain.findIndex((folder) => file.startsWith(`src/${folder}/`));
}

function checkGlobal(file: string, name: string): readonly string[] {
  if (name === 'process.env')
    return file === 'src/cli/process.ts' ? [] : [`${file} must not read process.env`];
  return domainOf(file) >= 0 && !doors.has(file) ? [`${file} must be handed what ${name} gives`] : [];
}

function mayKnow(file: string, target: string): boolean {
  if (file.startsWith('commands/')) return false;
  if (target === 'locales/en.json') return file === 'src/texts.ts';
  if (target === 'package.json') return file === 'src/user-agent.ts';
  if (!target.startsWith('src/')) return false;
  if (within(file, top)) return true;
  if (within(target, top)) return false;
  const place = domainOf(file);
  const targetPlace = domainOf(target);
  if (place >= 0) return (targetPlace >= 0 && targetPlace <= place) || ports.has(target);
  const [, kind = '', name = ''] = file.split('/');
  if (kind === 'adapters' || kind === 'stores') {
    return targetPlace >= 0 || ports.has(target) || handed.has(target) || mayShare(kind, name, target);
  }
  return !/^src\/(adapters|stores)\//.test(target);
}

/** An adapter or a store knows its own folder and what all of its kind share; their list alone knows each of them. */
function mayShare(kind: string, name: string, target: string): boolean {
  if (name.endsWith('.ts')) return target.startsWith(`src/${kind}/`);
  const shared = posix.dirname(target) === `src/${kind}` && target !== `src/${kind}/index.ts`;
  return shared || target.startsWith(`src/${kind}/${name}/`);
}

function mayUse(file: string, specifier: string): boolean {
  if (specifier.startsWith('#')) return file.startsWith('commands/') && specifier === '#kiosk';
  if (file.startsWith('commands/')) return false;
  const name = specifier.startsWith('@')
    ? specifier.split('/', 2).join('/')
    : (specifier.split('/', 1)[0] ?? '');
  const home = homes[name];
  if (home !== undefined) return within(file, home);
  if (!specifier.startsWith('node:')) return false;
  return domainOf(file) < 0 || doors.has(file) || !handedIn.has(name);
}
