import { createHash, timingSafeEqual } from 'node:crypto';

/** Lets in who knows the password, and knows them again by a token. */
export interface Door {
  /** Tries a password. 'wait': too many wrong ones came from this address. */
  enter(password: string, address: string): { readonly token: string } | 'wrong' | 'wait';
  /** True while a token's session lasts. */
  isOpen(token: string | undefined): boolean;
  leave(token: string | undefined): void;
}

/** How long a session lasts, in milliseconds. */
export const sessionMilliseconds = 12 * 60 * 60 * 1000;
/** Wrong passwords from one address before it has to wait, and how long they are remembered, in milliseconds. */
export const attempts = { most: 5, milliseconds: 5 * 60 * 1000 };
/** Sessions and addresses that are remembered; the oldest are forgotten first. */
const capacity = 1000;

/** Sessions live in memory: after a restart everyone signs in again. */
export function createDoor(parts: { password: string; now: () => Date; createId: () => string }): Door {
  const { password, now, createId } = parts;
  const expected = digest(password);
  const sessions = new Map<string, number>();
  const failures = new Map<string, { count: number; until: number }>();

  return {
    enter(given, address) {
      const time = now().getTime();
      const origin = networkOf(address);
      const failed = failures.get(origin);
      const count = failed !== undefined && failed.until > time ? failed.count : 0;
      if (count >= attempts.most) return 'wait';
      if (!timingSafeEqual(digest(given), expected)) {
        failures.delete(origin);
        remember(failures, origin, { count: count + 1, until: time + attempts.milliseconds });
        return 'wrong';
      }
      failures.delete(origin);
      const token = createId();
      remember(sessions, token, time + sessionMilliseconds);
      return { token };
    },
    isOpen(token) {
      if (token === undefined) return false;
      const until = sessions.get(token);
      if (until === undefined) return false;
      if (until > now().getTime()) return true;
      sessions.delete(token);
      return false;
    },
    leave(token) {
      if (token !== undefined) sessions.delete(token);
    },
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** One household has one IPv4 address, but 2^64 IPv6 addresses, which share their first half. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/, '');
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain;
}

function remember<value>(map: Map<string, value>, key: string, value: value): void {
  const oldest = map.keys().next();
  if (map.size >= capacity && !oldest.done) map.delete(oldest.value);
  map.set(key, value);
}
