/** Something that somebody changed. */
export interface Act {
  readonly at: Date;
  /** The id of who did it. */
  readonly by: string;
  readonly channel: string;
  /** "subscribe", "pause", "announce", … */
  readonly action: string;
  /** The plan or source it was done to. */
  readonly subject: string;
  /** What was given, as data. */
  readonly details?: string;
}

/** Who changed what, kept for those who ask. */
export interface Audit {
  note(act: Act): Promise<void>;
  /** Newest first. */
  list(query: { readonly channel?: string; readonly limit: number }): Promise<readonly Act[]>;
}
