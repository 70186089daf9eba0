import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a fixture of these tests lies. */
export function fixturePath(name: string): string {
  return join(import.meta.dirname, '../fixtures/sources', name);
}

/** A fixture's bytes. */
export function fixture(name: string): Uint8Array {
  return readFileSync(fixturePath(name));
}

/** A fixture's text. */
export function fixtureText(name: string): string {
  return readFileSync(fixturePath(name), 'utf8');
}
