/** A word list that an operator added. */
export interface WordList {
  readonly name: string;
  /** As `readLexicon` reads it. */
  readonly text: string;
}

/** What keeps word lists: a durable map of their own. */
export interface KeptLists {
  get(key: string): Promise<unknown>;
  set(key: string, value: string): Promise<unknown>;
  delete(key: string): Promise<boolean>;
  iterator(): AsyncIterable<readonly unknown[]>;
}

/** An operator's word lists; what runs reads them when it starts. */
export interface WordLists {
  /** In the order of their names. */
  list(): Promise<readonly WordList[]>;
  put(list: WordList): Promise<'added' | 'changed' | 'unchanged'>;
  /** Whether it was there. */
  remove(name: string): Promise<boolean>;
}

/** Word lists kept in a durable map, by their names. */
export function createWordLists(kept: KeptLists): WordLists {
  return {
    async list() {
      const lists: WordList[] = [];
      for await (const [name, text] of kept.iterator())
        if (typeof name === 'string' && typeof text === 'string') lists.push({ name, text });
      return lists.toSorted((one, other) => (one.name < other.name ? -1 : 1));
    },
    async put({ name, text }) {
      const before = await kept.get(name);
      if (before === text) return 'unchanged';
      await kept.set(name, text);
      return before === undefined ? 'added' : 'changed';
    },
    remove: (name) => kept.delete(name),
  };
}
