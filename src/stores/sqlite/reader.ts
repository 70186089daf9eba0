import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import type { LanguageTag } from '../../language/language.ts';
import type { Glossary } from '../../language/index.ts';
import { loadWords } from '../../lexicon.ts';
import type { ArticleStore, Compounds, Neighbourhood, TermQuery } from '../../stories/store.ts';
import { decodeKept } from '../key-value.ts';
import { createArchiveReader } from './archive.ts';
import type { ArchiveReader } from './archive.ts';
import { createAuditReader } from './audit.ts';
import type { AuditReader } from './audit.ts';
import { createComparables } from './comparables.ts';
import { createCompoundReader } from './compounds.ts';
import type { CompoundQuestion } from './compounds.ts';
import { openForReading } from './database.ts';
import { createKeyValueReader } from './key-values.ts';
import type { KeyValueReader } from './key-values.ts';
import { createLeaseReader } from './leases.ts';
import type { LeaseReader } from './leases.ts';
import { createLedgerReader } from './ledger.ts';
import type { LedgerReader } from './ledger.ts';
import { createOutboxReader } from './outbox.ts';
import type { OutboxReader } from './outbox.ts';
import { createPlanReader } from './plans.ts';
import type { PlanReader } from './plans.ts';
import { isIndexCurrent } from './properties.ts';
import { snapshot } from './reading.ts';
import { createCandidateRecall, createRecall } from './recall.ts';
import type { Frequencies } from './recall.ts';
import type { PackedCandidates } from './recall.ts';
import { createSourceReader } from './sources.ts';
import type { SourceReader } from './sources.ts';
import { createStoryReader } from './stories.ts';
import type { StoryReader } from './stories.ts';

/** What a database lacks before it can be read: nothing, its tables (or some of them), or a current index. */
export type Lack = 'nothing' | 'tables' | 'index';

/** Word lists that are read at the most. */
const mostLists = 100;

/** What a reading thread is asked. */
export interface Reader
  extends
    StoryReader,
    ArchiveReader,
    SourceReader,
    LeaseReader,
    KeyValueReader,
    PlanReader,
    OutboxReader,
    LedgerReader,
    AuditReader {
  lack(): Lack;
  candidates(query: TermQuery): PackedCandidates;
  compounds(question: CompoundQuestion): Promise<readonly Compounds[]>;
  neighbours(ids: readonly string[]): Promise<readonly Neighbourhood[]>;
}

/** Reads the database in `file`, which is opened when first asked. */
export function createReader(file: string): { readonly methods: Reader; close(): void } {
  let database: DatabaseSync | undefined;
  let parts: ReturnType<typeof createParts> | undefined;
  const open = () => (database ??= openForReading(file));
  const reading = () => {
    const opened = open();
    if (opened === undefined) throw new Error('there is no database to read');
    return (parts ??= createParts(opened));
  };

  return {
    methods: {
      lack() {
        const opened = open();
        if (opened === undefined) return 'tables';
        return isIndexCurrent(opened) ? 'nothing' : 'index';
      },
      candidates: (query) => reading().candidates(query),
      compounds: (question) => reading().compounds(question),
      neighbours: (ids) => reading().neighbours(ids),
      articles: (ids) => reading().articles(ids),
      stories: (query) => reading().stories(query),
      versions: (id) => reading().versions(id),
      pending: (question) => reading().pending(question),
      sources: () => reading().sources(),
      findLease: (name) => reading().findLease(name),
      leaseOf: (source) => reading().leaseOf(source),
      dueLeases: (question) => reading().dueLeases(question),
      getValues: (question) => reading().getValues(question),
      listValues: (question) => reading().listValues(question),
      plans: (of) => reading().plans(of),
      findPlan: (id) => reading().findPlan(id),
      duePlans: (question) => reading().duePlans(question),
      alertedPlans: () => reading().alertedPlans(),
      nextDelivery: (platforms) => reading().nextDelivery(platforms),
      findDeliveries: (query) => reading().findDeliveries(query),
      toldOf: (question) => reading().toldOf(question),
      outdated: (question) => reading().outdated(question),
      acts: (query) => reading().acts(query),
    },
    close: () => database?.close(),
  };
}

function createParts(database: DatabaseSync) {
  const comparables = createComparables(database);
  const recall = createRecall(database, comparables.withKey);
  const values = createKeyValueReader(database);
  // How rare terms are is asked for all articles of a call at once, and holds for all of it.
  const frequencies = new Map<LanguageTag, Frequencies>();
  const frequenciesIn = (language: LanguageTag) => {
    const known = frequencies.get(language) ?? new Map<string, number>();
    frequencies.set(language, known);
    return known;
  };
  const store = {
    candidates: async (query: TermQuery) => recall(query, frequenciesIn(query.language)),
    articles: async (ids: readonly string[]) =>
      snapshot(database, () => ids.map(comparables.named).filter((article) => article !== undefined)),
  };
  let neighbours: Promise<ArticleStore['neighbours']> | undefined;

  /** Loaded when first needed, as for compounds. */
  async function loadNeighbours(): Promise<ArticleStore['neighbours']> {
    const { createNeighbours } = await import('../../stories/neighbours.ts');
    return createNeighbours({ store, glossary: await loadGlossary(values), turn: setImmediate });
  }

  return {
    ...createStoryReader(database),
    ...createArchiveReader(database),
    ...createSourceReader(database),
    ...createLeaseReader(database),
    ...values,
    ...createPlanReader(database),
    ...createOutboxReader(database),
    ...createLedgerReader(database),
    ...createAuditReader(database),
    candidates: createCandidateRecall(database),
    compounds: createCompoundReader(database),
    async neighbours(ids: readonly string[]) {
      frequencies.clear();
      return (await (neighbours ??= loadNeighbours()))(ids);
    },
  };
}

/** With the word lists that an operator added. */
async function loadGlossary({ listValues }: KeyValueReader): Promise<Glossary> {
  const rows = listValues({ namespace: 'lexicon', after: '', limit: mostLists, now: Date.now() });
  const lists = await Promise.all(rows.map(({ value }) => decodeKept(value)));
  return loadWords(lists.filter((list) => typeof list === 'string')).glossary;
}
