/**
 * Does something that ends in time: when `milliseconds` have passed, the signal is aborted and nobody waits for it any more.
 * @throws what `work` throws, or that it took too long
 */
export async function inTime<value>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<value>,
): Promise<value> {
  const signal = AbortSignal.timeout(milliseconds);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work(signal), late]);
}
