/** That a hub was asked to tell when a source changes (WebSub). */
export interface Lease {
  /** Hard to guess; what the hub calls ends in it. */
  readonly name: string;
  /** The followed source's address. */
  readonly source: string;
  readonly hub: string;
  /** The address under which the hub knows the source. */
  readonly topic: string;
  /** What the hub signs with. */
  readonly secret: string;
  /** When the hub ends it by itself; undefined until it has agreed. */
  readonly until?: Date;
  /** When to ask the hub (again). */
  readonly dueAt: Date;
  /** How often it was asked in a row without agreeing. */
  readonly failures: number;
}

/** Where leases are kept. */
export interface LeaseStore {
  /** The lease with this name. */
  find(name: string): Promise<Lease | undefined>;
  /** The lease for this source. */
  of(source: string): Promise<Lease | undefined>;
  /** Keeps a lease; it takes the place of the one the source had. */
  put(lease: Lease): Promise<void>;
  /** Leases whose `dueAt` has come, longest due first. */
  due(now: Date, limit: number): Promise<readonly Lease[]>;
  /** False: the source had none. */
  remove(source: string): Promise<boolean>;
}
