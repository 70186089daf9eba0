import { wordList } from '../word-list.ts';

/** Ends of plurals, of compounds too, by what they are in the singular. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/(problem|system|emblem|theorem|prinzip|material)(?:e[ns]?|ien|s)$/, '$1'],
  [/(them|dram|firm|aren|vill)en$/, '$1a'],
  [/(kont|risik)en$/, '$1o'],
  [/(muse|zentr|jubilä|individu)en$/, '$1um'],
  [/(minister|kriter|grem|gymnas|territor|laborator|aquar|stipend)ien$/, '$1ium'],
  [/szenarien$/, 'szenario'],
  [/(praktik)a$/, '$1um'],
  [/(vir)en$/, '$1us'],
  [/ismen$/, 'ismus'],
  [/nachbarn$/, 'nachbar'],
  [/((?:^|stau|berg|bagger)see|^fee)n$/, '$1'],
  [/((?:^|linien|reise|schul|klein)bus)se$/, '$1'],
  // "Inseln", "Regeln"
  [/([^aeiouäöü]el)n$/, '$1'],
  // "Handys", "Fotos", but not "kostenlos"
  [/([^l]o|[^ae]y|ay)s$/, '$1'],
  [
    /(kamera|oma|opa|kita|thema|klima|pizza|nazi|profi|uni|krimi|taxi|tsunami|promi|akku|niveau|stau|plateau|tabu)s$/,
    '$1',
  ],
];
/** Verbs and others that end like women in the plural. */
const noWomen =
  /(?:gewinnen|beginnen|(?:^|be|er|ent)sinnen|spinnen|(?:^|ent|ge|zer|ver)rinnen|^d?r?innen|^binnen)$/;
/** Adjectives and names that end like plurals with "s". */
const singular: ReadonlySet<string> = new Set(
  wordList('kurios dubios grandios furios rigoros famos virtuos burschikos chaos kosmos ethos mythos epos'),
);
const shortest = 4;

/** A word as it is in the singular, where stems of both are different. @param word lower case */
export function singularOf(word: string): string {
  if (word.length < shortest || singular.has(word)) return word;
  if (word.endsWith('innen')) return noWomen.test(word) ? word : word.slice(0, -'nen'.length);
  const last = word.at(-1);
  if (last !== 'n' && last !== 's' && last !== 'e' && last !== 'a') return word;
  for (const [ending, one] of endings) if (ending.test(word)) return word.replace(ending, one);
  return word;
}
