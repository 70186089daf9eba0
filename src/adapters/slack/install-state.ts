import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { KeyValue } from '../../chat/key-value.ts';

/** Ties what comes back from Slack to the browser that was sent there. */
export interface InstallState {
  /** A new one, for the address and for a cookie. */
  create(): string;
  /** True where both are one that was created here not long ago; once. */
  take(fromAddress: string, fromCookie: string): Promise<boolean>;
}

/** How long somebody may take to agree, in milliseconds. */
export const stateLasts = 10 * 60 * 1000;

/** Until when it is good, chance, and the signature over both. */
const form = /^((\d{1,16})\.[\w-]{22})\.([\w-]{43})$/;

/**
 * States are signed, so that nothing has to be written down for whoever merely begins.
 * @param parts.kept where it is written down which were used
 */
export function createInstallState(parts: {
  readonly key: Buffer;
  readonly kept: KeyValue;
  readonly now: () => Date;
}): InstallState {
  const { key, kept, now } = parts;
  const sign = (claim: string) => createHmac('sha256', key).update(claim).digest('base64url');

  return {
    create() {
      const claim = `${now().getTime() + stateLasts}.${randomBytes(16).toString('base64url')}`;
      return `${claim}.${sign(claim)}`;
    },
    async take(fromAddress, fromCookie) {
      const [, claim = '', until = '', signature = ''] = form.exec(fromAddress) ?? [];
      const isOurs = isSame(fromAddress, fromCookie) && isSame(signature, sign(claim));
      if (!isOurs || Number(until) <= now().getTime()) return false;
      return kept.add(`state ${claim}`, true, stateLasts);
    },
  };
}

/** Takes the same time whatever is compared. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
