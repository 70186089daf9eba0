/** The time of a stand-in: it stands still until a test lets it pass. */
export interface TestClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** @param milliseconds how long to let pass */
  pass(milliseconds: number): void;
}

/** Makes a clock that shows `start` (milliseconds since 1970). */
export function createTestClock(start = Date.UTC(2026, 7, 3, 8)): TestClock {
  let now = start;
  return {
    now: () => now,
    pass(milliseconds) {
      now += milliseconds;
    },
  };
}
