import type { WireMessage } from '../wire.ts';

/** What a reader typed, or would have typed instead of pressing a button with this label. */
export interface Typed {
  readonly text: string;
  readonly label?: string;
}

/** One thing that was said. */
export type Turn =
  | ({ readonly kind: 'asked'; readonly at: string } & Typed)
  | { readonly kind: 'replied'; readonly at: string; readonly message: WireMessage };

/** What was said in this tab; it outlives reloading the page, but not the tab. */
export interface Turns {
  all(): readonly Turn[];
  add(turn: Turn): void;
  clear(): void;
}

const storageKey = 'kiosk.turns';
/** How many turns are kept. */
const capacity = 100;

/** @param storage the tab's own; where it is full or forbidden, the turns are kept as long as the page is open */
export function createTurns(storage: Storage): Turns {
  let turns = read(storage);
  const write = () => {
    try {
      storage.setItem(storageKey, JSON.stringify(turns));
    } catch {
      storage.removeItem(storageKey);
    }
  };
  return {
    all: () => turns,
    add(turn) {
      turns = [...turns, turn].slice(-capacity);
      write();
    },
    clear() {
      turns = [];
      write();
    },
  };
}

function read(storage: Storage): readonly Turn[] {
  try {
    const stored: readonly Turn[] = JSON.parse(storage.getItem(storageKey) ?? '[]');
    return stored;
  } catch {
    return [];
  }
}
