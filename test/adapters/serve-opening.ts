import { onTestFinished } from 'vitest';
import type { Opening } from '../../src/adapters/opening.ts';
import { startOpening } from './start-opening.ts';

/** Puts an adapter's opening on a loopback port until the test ends, and says its address. */
export async function serveOpening(opening: Opening | undefined): Promise<string> {
  const { url, close } = await startOpening(opening);
  onTestFinished(close);
  return url;
}
