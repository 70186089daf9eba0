import type { DatabaseSync } from 'node:sqlite';
import type { LanguageTag } from '../../language/language.ts';
import type { Compounds, TermQuery } from '../../stories/store.ts';
import { createArchiveReader } from './archive.ts';
import type { ArchiveReader } from './archive.ts';
import { createCompoundReader } from './compounds.ts';
import { openForReading } from './database.ts';
import { createKeyValueReader } from './key-values.ts';
import type { KeyValueReader } from './key-values.ts';
import { createLeaseReader } from './leases.ts';
import type { LeaseReader } from './leases.ts';
import { isIndexCurrent } from './properties.ts';
import { createRecall } from './recall.ts';
import type { PackedCandidates } from './recall.ts';
import { createSourceReader } from './sources.ts';
import type { SourceReader } from './sources.ts';
import { createStoryReader } from './stories.ts';
import type { StoryReader } from './stories.ts';

/** What a database lacks before it can be read: nothing, its tables (or some of them), or a current index. */
export type Lack = 'nothing' | 'tables' | 'index';

/** What a reading thread is asked. */
export interface Reader extends StoryReader, ArchiveReader, SourceReader, LeaseReader, KeyValueReader {
  lack(): Lack;
  candidates(query: TermQuery): PackedCandidates;
  compounds(question: { readonly language: LanguageTag; readonly word: string }): Promise<Compounds>;
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
    },
    close: () => database?.close(),
  };
}

function createParts(database: DatabaseSync) {
  return {
    ...createStoryReader(database),
    ...createArchiveReader(database),
    ...createSourceReader(database),
    ...createLeaseReader(database),
    ...createKeyValueReader(database),
    candidates: createRecall(database),
    compounds: createCompoundReader(database),
  };
}
