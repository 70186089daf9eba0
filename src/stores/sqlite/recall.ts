import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { LanguageTag } from '../../language/language.ts';
import type { ArticleHead } from '../../stories/article.ts';
import type { Candidates, TermQuery } from '../../stories/store.ts';
import { anyOf, tableOf } from './full-text.ts';
import { keyRange } from './keys.ts';
import { candidateOf, headColumns, isWithin, snapshot, unpack } from './reading.ts';
import type { Packed } from './reading.ts';
import { numberOf, textOf } from './rows.ts';

/** What a query finds. */
export interface Recalled<candidate> extends Omit<Candidates, 'candidates'> {
  readonly candidates: readonly candidate[];
}

/** What `candidates` finds, on its way between threads. */
export type PackedCandidates = Recalled<Packed<ArticleHead>>;

/** What `candidates` finds, as the port has it. */
export function unpackAll({ candidates, ...collection }: PackedCandidates): Candidates {
  return { ...collection, candidates: candidates.map(unpack) };
}

/**
 * How many postings (occurrences of a term in an article) a query may read for each candidate it wants, and at the
 * most: the time a query takes grows with the postings it reads.
 */
const budget = { perCandidate: 250, most: 25_000 };
/** How many concepts beyond the budget may fill up what the others found; each one costs a search. */
const fillers = 2;
/** How much a title's words count beside those of the text. */
const titleWeight = 2;

/** A concept with those of its terms that are stored. */
interface Sought {
  readonly terms: readonly string[];
  /** In how many articles it occurs, at the most. */
  readonly frequency: number;
}

interface Searches {
  readonly best: StatementSync;
  readonly newest: StatementSync;
}

/** In how many articles terms occur. */
export type Frequencies = Map<string, number>;

/**
 * Finds the articles that hold a query's most telling terms.
 * @param known what was found out before about terms of its language: what it lacks is looked up and added
 */
export type Recall<candidate> = (query: TermQuery, known?: Frequencies) => Recalled<candidate>;

/** The recall of one database, with all of an article that ranking needs. */
export function createCandidateRecall(database: DatabaseSync): Recall<Packed<ArticleHead>> {
  const find = database.prepare(`
    SELECT ${headColumns}, analysis FROM articles JOIN texts USING (key) WHERE key = ?`);
  return createRecall(database, (key) => {
    const row = find.get(key);
    return row && candidateOf(row);
  });
}

/**
 * The recall of one database.
 * @param read gives as much of an article as is needed, by its key
 */
export function createRecall<candidate extends { readonly article: Pick<ArticleHead, 'publishedAt'> }>(
  database: DatabaseSync,
  read: (key: number) => candidate | undefined,
): Recall<candidate> {
  const findCollection = database.prepare('SELECT articles, length FROM collections WHERE language = ?');
  // One row for all terms: some questions of grouping hold tens of thousands of them.
  const findFrequencies = database.prepare(`
    SELECT json_group_array(coalesce(frequency, 0) ORDER BY sought.key) AS frequencies
    FROM json_each(?) AS sought LEFT JOIN terms ON language = ? AND term = sought.value`);
  const searches = new Map<LanguageTag, Searches>();

  function searchesFor(language: LanguageTag): Searches {
    const known = searches.get(language);
    if (known !== undefined) return known;
    const table = tableOf(language);
    // The full-text table is asked alone: joined with others, the planner may run MATCH once a row.
    const found = `SELECT rowid FROM ${table} WHERE ${table} MATCH ? AND rowid >= ? AND rowid < ?`;
    const prepared = {
      best: database.prepare(`${found} ORDER BY bm25(${table}, ${titleWeight}, 1), rowid LIMIT ?`),
      newest: database.prepare(`${found} ORDER BY rowid DESC LIMIT ?`),
    };
    searches.set(language, prepared);
    return prepared;
  }

  /** @param terms in the order of their table, so that thousands at once find their neighbours in memory */
  function count(terms: readonly string[], language: LanguageTag, frequencies: Frequencies): void {
    const row = findFrequencies.get(JSON.stringify(terms), language) ?? {};
    const counted: readonly number[] = JSON.parse(textOf(row, 'frequencies'));
    for (const [index, term] of terms.entries()) frequencies.set(term, counted[index] ?? 0);
  }

  function keysOf(query: TermQuery, sought: readonly Sought[]): ReadonlySet<number> {
    const { best, newest } = searchesFor(query.language);
    const { start, end } = keyRange(query);
    const { chosen, rest } = choose(sought, Math.min(budget.most, budget.perCandidate * query.limit));
    const found = new Set<number>();
    const search = (statement: StatementSync, concepts: readonly Sought[], limit: number) => {
      const terms = new Set(concepts.flatMap(({ terms }) => terms));
      for (const row of statement.iterate(anyOf([...terms]), start, end, limit)) {
        if (found.size >= query.limit) return;
        found.add(numberOf(row, 'rowid'));
      }
    };
    if (chosen.length > 0) search(best, chosen, query.limit);
    // Concepts beyond the budget tell articles hardly apart, and the newest ones are found without reading them all.
    for (const concept of rest.slice(0, fillers)) {
      if (found.size >= query.limit) break;
      search(newest, [concept], found.size + query.limit);
    }
    return found;
  }

  return (query, frequencies = new Map()) =>
    snapshot(database, () => {
      const { language, concepts, limit } = query;
      const terms = [...new Set(concepts.flatMap((concept) => concept.terms))];
      const missing = terms.filter((term) => !frequencies.has(term));
      for (const term of missing) frequencies.set(term, 0);
      if (missing.length > 0) count(missing.toSorted(), language, frequencies);
      const collection = findCollection.get(language);
      const total = collection === undefined ? 0 : numberOf(collection, 'articles');
      const meanLength = collection === undefined || total === 0 ? 0 : numberOf(collection, 'length') / total;
      const sought = (limit > 0 ? concepts : [])
        .map(({ terms }) => seek(terms, frequencies, total))
        .filter(({ frequency }) => frequency > 0);
      const keys = sought.length === 0 ? [] : [...keysOf(query, sought)];
      const candidates = keys.map(read).filter((candidate) => candidate !== undefined);
      const published = candidates.filter(({ article }) => isWithin(query, article.publishedAt));
      return { total, meanLength, frequencies, candidates: published };
    });
}

function seek(terms: readonly string[], frequencies: ReadonlyMap<string, number>, total: number): Sought {
  const stored = terms.filter((term) => (frequencies.get(term) ?? 0) > 0);
  const frequency = stored.reduce((sum, term) => sum + (frequencies.get(term) ?? 0), 0);
  return { terms: stored, frequency: Math.min(total, frequency) };
}

/** Takes concepts, rarest first, until the budget is spent. */
function choose(
  sought: readonly Sought[],
  budget: number,
): { readonly chosen: readonly Sought[]; readonly rest: readonly Sought[] } {
  const rarestFirst = sought.toSorted((one, other) => one.frequency - other.frequency);
  let spent = 0;
  const end = rarestFirst.findIndex(({ frequency }) => (spent += frequency) > budget);
  const count = end === -1 ? rarestFirst.length : end;
  return { chosen: rarestFirst.slice(0, count), rest: rarestFirst.slice(count) };
}
