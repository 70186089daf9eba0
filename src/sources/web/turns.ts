/** Hands out places under a name. */
export interface Turns {
  /**
   * Waits for a place, in the order of asking, and returns what gives it back.
   * @throws the signal's reason, when aborted before there was a place
   */
  take(name: string, signal: AbortSignal): Promise<() => void>;
}

interface Places {
  taken: number;
  /** What lets the next ones in, first come first. */
  readonly waiting: Set<() => void>;
}

/** Gives at most so many places under each name at the same time. */
export function createTurns(most: number): Turns {
  const names = new Map<string, Places>();

  function leave(name: string, places: Places): void {
    places.taken -= 1;
    const [next] = places.waiting;
    if (next !== undefined) next();
    else if (places.taken === 0) names.delete(name);
  }

  return {
    take(name, signal) {
      return new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const places = names.get(name) ?? { taken: 0, waiting: new Set() };
        names.set(name, places);
        const enter = () => {
          places.waiting.delete(enter);
          signal.removeEventListener('abort', giveUp);
          places.taken += 1;
          resolve(() => leave(name, places));
        };
        const giveUp = () => {
          places.waiting.delete(enter);
          reject(signal.reason);
        };
        if (places.taken < most) return enter();
        places.waiting.add(enter);
        signal.addEventListener('abort', giveUp);
      });
    },
  };
}
