/**
 * Lets all who ask for the same thing at the same time wait for one answer. Each leaves when its own signal is aborted;
 * when the last one has left, the work ends too.
 */
export function createShared<value>(
  work: (key: string, signal: AbortSignal) => Promise<value>,
): (key: string, signal: AbortSignal) => Promise<value> {
  const underWay = new Map<string, Work<value>>();

  function begin(key: string): Work<value> {
    const ending = new AbortController();
    const begun = { answer: work(key, ending.signal), ending, waiting: 0 };
    underWay.set(key, begun);
    return begun;
  }

  return async (key, signal) => {
    signal.throwIfAborted();
    const joined = underWay.get(key) ?? begin(key);
    const leaving = Promise.withResolvers<never>();
    const leave = () => leaving.reject(signal.reason);
    signal.addEventListener('abort', leave);
    joined.waiting += 1;
    try {
      return await Promise.race([joined.answer, leaving.promise]);
    } finally {
      signal.removeEventListener('abort', leave);
      joined.waiting -= 1;
      if (joined.waiting === 0) {
        underWay.delete(key);
        joined.ending.abort(signal.reason);
      }
    }
  };
}

interface Work<value> {
  readonly answer: Promise<value>;
  readonly ending: AbortController;
  waiting: number;
}
