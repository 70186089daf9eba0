import type { DatabaseSync } from 'node:sqlite';
import { createArchiveWriter } from './archive.ts';
import type { ArchiveWriter } from './archive.ts';
import { createAuditWriter } from './audit.ts';
import type { AuditWriter } from './audit.ts';
import { createArticleWriter } from './articles.ts';
import type { ArticleWriter } from './articles.ts';
import { openForWriting } from './database.ts';
import { createKeyValueWriter } from './key-values.ts';
import type { KeyValueWriter } from './key-values.ts';
import { createLeaseWriter } from './leases.ts';
import type { LeaseWriter } from './leases.ts';
import { createLedgerWriter } from './ledger.ts';
import type { LedgerWriter } from './ledger.ts';
import { createOutboxWriter } from './outbox.ts';
import type { OutboxWriter } from './outbox.ts';
import { createPageWriter } from './pages.ts';
import type { PageWriter } from './pages.ts';
import { createPlanWriter } from './plans.ts';
import type { PlanWriter } from './plans.ts';
import { createReanalysis } from './reanalysis.ts';
import type { Progress } from './reanalysis.ts';
import { createSearchIndex } from './search-index.ts';
import { createSourceWriter } from './sources.ts';
import type { SourceWriter } from './sources.ts';

/** What the writing thread is asked. */
export interface Writer
  extends
    ArticleWriter,
    ArchiveWriter,
    SourceWriter,
    PageWriter,
    LeaseWriter,
    KeyValueWriter,
    PlanWriter,
    OutboxWriter,
    LedgerWriter,
    AuditWriter {
  /** Creates the database, or brings its tables up to date. */
  prepare(): void;
  reanalyse(): Progress;
}

/** Writes the database in `file`, which is opened when first asked. */
export function createWriter(file: string): { readonly methods: Writer; close(): void } {
  let database: DatabaseSync | undefined;
  let parts: ReturnType<typeof createParts> | undefined;
  const writing = () => {
    database ??= openForWriting(file);
    return (parts ??= createParts(database));
  };

  return {
    methods: {
      prepare: () => void writing(),
      reanalyse: () => writing().reanalyse(),
      add: (articles) => writing().add(articles),
      assign: (assignments) => writing().assign(assignments),
      withdraw: (question) => writing().withdraw(question),
      prune: (arrivedBefore) => writing().prune(arrivedBefore),
      addSources: (question) => writing().addSources(question),
      claimSources: (question) => writing().claimSources(question),
      settleSource: (question) => writing().settleSource(question),
      changeSource: (question) => writing().changeSource(question),
      removeSource: (url) => writing().removeSource(url),
      addPages: (pages) => writing().addPages(pages),
      claimPages: (question) => writing().claimPages(question),
      settlePage: (question) => writing().settlePage(question),
      putLease: (lease) => writing().putLease(lease),
      removeLease: (source) => writing().removeLease(source),
      setValues: (question) => writing().setValues(question),
      addValue: (question) => writing().addValue(question),
      deleteValues: (question) => writing().deleteValues(question),
      clearValues: (namespace) => writing().clearValues(namespace),
      putPlan: (row) => writing().putPlan(row),
      advancePlans: (moves) => writing().advancePlans(moves),
      removePlan: (id) => writing().removePlan(id),
      putDeliveries: (question) => writing().putDeliveries(question),
      claimDeliveries: (claim) => writing().claimDeliveries(claim),
      renewDeliveries: (question) => writing().renewDeliveries(question),
      settleDelivery: (question) => writing().settleDelivery(question),
      settleTold: (question) => writing().settleTold(question),
      pruneDeliveries: (before) => writing().pruneDeliveries(before),
      noteAct: (act) => writing().noteAct(act),
    },
    close: () => database?.close(),
  };
}

function createParts(database: DatabaseSync) {
  const index = createSearchIndex(database);
  return {
    ...createArticleWriter(database, index),
    ...createArchiveWriter(database, index),
    ...createSourceWriter(database),
    ...createPageWriter(database),
    ...createLeaseWriter(database),
    ...createKeyValueWriter(database),
    ...createPlanWriter(database),
    ...createOutboxWriter(database),
    ...createLedgerWriter(database),
    ...createAuditWriter(database),
    reanalyse: createReanalysis(database, index),
  };
}
