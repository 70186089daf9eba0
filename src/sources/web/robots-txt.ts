/** What a robots.txt says to one program. */
export interface RobotsRules {
  /** Whether the program may ask for this address of the same server. */
  allows(url: string): boolean;
  /** Milliseconds the server wants between two questions; 0 where it doesn't say. */
  readonly delay: number;
  /** About how many bytes it takes to keep this. */
  readonly size: number;
}

/** A pattern of paths: the texts that follow one another in them, and whether the last one ends them. */
interface Rule {
  readonly isAllowed: boolean;
  readonly texts: readonly string[];
  readonly isWhole: boolean;
  readonly length: number;
}

/** What is said to one program, or to all. */
interface Group {
  readonly rules: Rule[];
  delay: number;
}

const longestDelay = 24 * 3_600_000;

/**
 * Reads a robots.txt as RFC 9309 does: the groups that name the program count together, else those for "*"; the longest
 * pattern decides, and of two as long the one that allows. Time and memory grow with the file's size alone: a parser that
 * multiplies the names of a group by its rules makes a minute and gigabytes of 160 KB.
 * @param product the program's name, as in its User-Agent before the "/"
 */
export function readRobots(text: string, product: string): RobotsRules {
  const ours: Group = { rules: [], delay: 0 };
  const everybodys: Group = { rules: [], delay: 0 };
  const addressed = new Set<Group>();
  let isNamed = false;
  let isHeading = false;
  for (const { key, value } of linesOf(text)) {
    if (key === 'user-agent') {
      if (!isHeading) addressed.clear();
      isHeading = true;
      if (value.startsWith('*')) addressed.add(everybodys);
      if (/^[a-z_-]*/i.exec(value)?.[0].toLowerCase() === product.toLowerCase()) {
        addressed.add(ours);
        isNamed = true;
      }
    } else if (key === 'allow' || key === 'disallow') {
      isHeading = false;
      // "Disallow:" alone forbids nothing.
      if (value === '') continue;
      const rule = ruleOf(value, key === 'allow');
      for (const group of addressed) group.rules.push(rule);
    } else if (key === 'crawl-delay') {
      isHeading = false;
      const delay = Math.min(longestDelay, Number(value) * 1000);
      for (const group of addressed) group.delay = delay > 0 ? delay : 0;
    }
  }

  const { rules, delay } = isNamed ? ours : everybodys;
  const ordered = rules.toSorted(
    (one, other) => other.length - one.length || Number(other.isAllowed) - Number(one.isAllowed),
  );
  return {
    allows(url) {
      const { pathname, search } = new URL(url);
      if (pathname === '/robots.txt') return true;
      const path = literal(canonical(pathname + search));
      return ordered.find((rule) => matches(rule, path))?.isAllowed ?? true;
    },
    delay,
    // The rules may be views of the text, and keep it.
    size: text.length + 200 * (1 + ordered.length),
  };
}

function linesOf(text: string): readonly { readonly key: string; readonly value: string }[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => {
    const [written = ''] = line.split('#', 1);
    const colon = written.indexOf(':');
    if (colon < 0) return [];
    return { key: written.slice(0, colon).trim().toLowerCase(), value: written.slice(colon + 1).trim() };
  });
}

function ruleOf(pattern: string, isAllowed: boolean): Rule {
  const isWhole = pattern.endsWith('$');
  const body = canonical(isWhole ? pattern.slice(0, -1) : pattern).replace(/\*+/g, '*');
  const texts = body.split('*').map(literal);
  return { isAllowed, texts, isWhole, length: body.length + Number(isWhole) };
}

/** One spelling for all that mean the same: what is unreserved stands for itself, all else that isn't plain is encoded. */
function canonical(path: string): string {
  return path.toWellFormed().replace(/%[0-9a-f]{2}|[^\x21-\x7e]|["<>`{}]/giu, (part) => {
    if (!/^%./.test(part)) return encodeURIComponent(part);
    const character = String.fromCodePoint(Number.parseInt(part.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : part.toUpperCase();
  });
}

/** Marks that mean themselves, as patterns write them (RFC 9309, 2.2.3). */
function literal(path: string): string {
  return path.replaceAll('*', '%2A').replaceAll('$', '%24');
}

/** Takes the first place where each text fits, which never hides a fit of the whole and never goes back. */
function matches({ texts, isWhole }: Rule, path: string): boolean {
  const [first = '', ...others] = texts;
  if (!path.startsWith(first)) return false;
  const last = isWhole ? others.pop() : undefined;
  let end = first.length;
  for (const text of others) {
    const place = path.indexOf(text, end);
    if (place < 0) return false;
    end = place + text.length;
  }
  if (last !== undefined) return path.length - last.length >= end && path.endsWith(last);
  return !isWhole || end === path.length;
}
