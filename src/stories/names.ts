import { createHash } from 'node:crypto';
import { addressKey } from '../sources/identity.ts';

/** The id of an article that has no other name than its address; the same for all its addresses that differ in form only. */
export function idOf(url: string): string {
  return nameOf(addressKey(url));
}

/** A short, stable name: 16 base64url characters of a text's SHA-256. */
export function nameOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
