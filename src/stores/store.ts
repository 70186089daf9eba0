import type { Audit } from '../chat/audit.ts';
import type { PlanStore } from '../chat/plan.ts';
import type { Ledger } from '../delivery/ledger.ts';
import type { Outbox } from '../delivery/outbox.ts';
import type { PageStore } from '../sources/pages.ts';
import type { LeaseStore } from '../sources/websub/leases.ts';
import type { SourceStore } from '../sources/store.ts';
import type { Archive } from '../stories/archive.ts';
import type { ArticleStore } from '../stories/store.ts';
import type { DurableMap } from './key-value.ts';

/** Everything Kiosk keeps; what was acknowledged survives a crash. */
export interface Store {
  readonly articles: ArticleStore;
  readonly archive: Archive;
  readonly sources: SourceStore;
  readonly pages: PageStore;
  readonly leases: LeaseStore;
  readonly plans: PlanStore;
  readonly outbox: Outbox;
  readonly ledger: Ledger;
  readonly audit: Audit;
  /** A durable map of its own for each namespace; its failures reject. */
  keyValue(namespace: string): DurableMap;
  /** Waits for what was begun, then lets go of the database. */
  close(): Promise<void>;
}
