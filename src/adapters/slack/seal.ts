import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Encrypts what is written down, so that whoever has the database alone can't read it. */
export interface Seal {
  /** @param name what the text belongs to; under another name it can't be read */
  close(text: string, name: string): string;
  /** Undefined: it is not whole, or was closed with another secret or under another name. */
  open(sealed: string, name: string): string | undefined;
}

const cipher = 'aes-256-gcm';
const lengths = { key: 32, nonce: 12, tag: 16 };

/** A key for one purpose, made from a secret with much chance in it (HKDF, RFC 5869). */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `kiosk slack ${purpose}`, lengths.key));
}

/** @param key as from `deriveKey` */
export function createSeal(key: Buffer): Seal {
  return {
    close(text, name) {
      const nonce = randomBytes(lengths.nonce);
      const closing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(name));
      const sealed = [closing.update(text, 'utf8'), closing.final()];
      return Buffer.concat([nonce, closing.getAuthTag(), ...sealed]).toString('base64');
    },
    open(sealed, name) {
      const bytes = Buffer.from(sealed, 'base64');
      const nonce = bytes.subarray(0, lengths.nonce);
      const tag = bytes.subarray(lengths.nonce, lengths.nonce + lengths.tag);
      try {
        const opening = createDecipheriv(cipher, key, nonce, { authTagLength: lengths.tag })
          .setAAD(Buffer.from(name))
          .setAuthTag(tag);
        const text = opening.update(bytes.subarray(lengths.nonce + lengths.tag));
        return Buffer.concat([text, opening.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
