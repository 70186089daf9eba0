/** What may be wrong with what is there in the end. */
export type Wrong = 'lost' | 'twice' | 'wrongLanguage' | 'notApplied' | 'strange';

/** What is wrong, told for a person. */
export interface Finding {
  readonly wrong: Wrong;
  readonly room: string;
  readonly what: string;
}

/** Collects what is wrong. */
export interface Findings {
  add(wrong: Wrong, room: string, what: string): void;
  readonly all: readonly Finding[];
  count(wrong: Wrong): number;
}

/** Begins with none. */
export function createFindings(): Findings {
  const all: Finding[] = [];
  return {
    all,
    add: (wrong, room, what) => void all.push({ wrong, room, what }),
    count: (wrong) => all.filter((each) => each.wrong === wrong).length,
  };
}

/** A time as findings tell it. */
export function at(time: number): string {
  return Number.isFinite(time) ? new Date(time).toISOString().slice(5, 19) : 'never';
}
