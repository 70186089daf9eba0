/** Lets time pass. */
export interface Timers {
  /** Calls once, after so many milliseconds, unless the returned function is called before. */
  after(milliseconds: number, call: () => void): () => void;
  /** Calls again and again, after so many milliseconds each, until the returned function is called. */
  every(milliseconds: number, call: () => void): () => void;
}

/** The timers of this process. */
export const processTimers: Timers = {
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
  every(milliseconds, call) {
    const timer = setInterval(call, milliseconds);
    return () => clearInterval(timer);
  },
};
