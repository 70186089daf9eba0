import { globSync, readFileSync } from 'node:fs';
import { Visitor, parseSync } from 'vite';
import type { LanguageTag } from '../../src/language/index.ts';

/** The texts of one language by key, plural forms under their own keys. */
export type Texts = ReadonlyMap<string, string>;

const plural = /_(zero|one|two|few|many|other)$/;

/** Lists the leaves of a locale's tree. @throws for a leaf that isn't a text */
export function listTexts(tree: object, path = ''): Texts {
  return new Map(
    Object.entries(tree).flatMap(([name, value]: [string, unknown]): (readonly [string, string])[] => {
      const key = `${path}${name}`;
      if (typeof value === 'string') return [[key, value]];
      if (typeof value === 'object' && value !== null) return [...listTexts(value, `${key}.`)];
      throw new Error(`${key} is not a text`);
    }),
  );
}

/** A key as code asks for it: without the plural form. */
export function stemOf(key: string): string {
  return key.replace(plural, '');
}

/** The names a text wants values for. */
export function placeholdersOf(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, name = '']) => name));
}

/** Whether one text of a key wants the same values as another; a singular may do without the number. */
export function samePlaceholders(key: string, text: string, other: string): boolean {
  const [own, wanted] = [placeholdersOf(text), placeholdersOf(other)];
  const missing = [...wanted].filter((name) => !own.has(name) && !(name === 'count' && key.endsWith('_one')));
  const extra = [...own].filter((name) => !wanted.has(name) && !(name === 'count' && plural.test(key)));
  return missing.length === 0 && extra.length === 0;
}

/** The plural forms a language needs in `locales/`; French's and others' `many`, for millions, falls back to `other`. */
export function pluralForms(language: LanguageTag): readonly string[] {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  return pluralCategories.filter((form) => form !== 'many' || !pluralCategories.includes('other'));
}

/** What is wrong with how a text is set. Names, addresses and what stands between back quotes are nobody's typography. */
export function checkTypography(language: LanguageTag, key: string, text: string): readonly string[] {
  // In an example the quotation marks are the shell's.
  const set = key.endsWith('.example') ? text.replaceAll('"', '') : text;
  const plain = set.replaceAll(/\bhttps?:\/\/\S*|\b(?:discord|slack):[\w:]+|\bfile:|\d:\d|\{\{.*?\}\}/g, 'x');
  const problems: string[] = [];
  const report = (pattern: RegExp, problem: string) => {
    if (pattern.test(plain)) problems.push(problem);
  };
  report(/["']/, 'a straight quotation mark or apostrophe');
  report(/\.\.\./, 'three dots for "…"');
  // What joins two things (" or ") has one on either side.
  if (/^\s/.test(plain) !== /\s$/.test(plain)) problems.push('a space at an end');
  report(/ {2}/, 'two spaces');
  if (plain.includes('$t(')) problems.push('a nested text');
  if (/\{\{(?!\w+\}\})/.test(text)) problems.push('a placeholder that is more than a name');
  if (language === 'fr') {
    report(/[^\s!?…][:;!?»]/, 'no no-break space before : ; ! ? »');
    report(/[ \t][:;!?»]/, 'a breaking space before : ; ! ? »');
    report(/«(?![\u00A0\u202F])/, 'no no-break space after «');
    report(/[„“”]/, 'quotation marks that aren’t French');
  }
  if (language === 'de') {
    report(/[«»”]/, 'quotation marks that aren’t German');
    if (plain.split('„').length !== plain.split('“').length) problems.push('a quotation without its end');
  }
  if (language === 'en') {
    report(/[«»„]/, 'quotation marks that aren’t English');
    if (plain.split('“').length !== plain.split('”').length) problems.push('a quotation without its end');
  }
  return problems;
}

/** True for a text that is the same in all languages because nothing in it is in any. */
export function isWordless(text: string): boolean {
  return !/\p{L}/u.test(text.replaceAll(/\{\{.*?\}\}/g, ''));
}

/** Finds what the code asks `locales/` for: whole keys, and keys of which parts are filled in. */
export function findAsked(root: URL): (key: string) => boolean {
  const whole = new Set<string>();
  const patterns: RegExp[] = [];
  for (const file of globSync('{src,commands}/**/*.ts', { cwd: root.pathname })) {
    const { program } = parseSync(file, readFileSync(new URL(file, root), 'utf8'));
    new Visitor({
      Literal({ value }) {
        if (typeof value === 'string') whole.add(value);
      },
      TemplateLiteral({ quasis }) {
        const pieces = quasis.map(({ value }) => value.raw);
        if (!/^[a-zA-Z]+\./.test(pieces[0] ?? '')) return;
        const pattern = pieces.map((piece) => piece.replaceAll('.', '\\.')).join('.+');
        patterns.push(new RegExp(`^${pattern}$`));
      },
    }).visit(program);
  }
  return (key) => whole.has(key) || patterns.some((pattern) => pattern.test(key));
}
