import { generateKeyPairSync, sign } from 'node:crypto';
import type { JsonObject } from './json.ts';

/** How a request to an endpoint is signed. */
export type Signing = 'signed' | 'forged' | 'altered' | 'unsigned';

/** The pair of keys with which Discord signs interactions that it sends over HTTP. */
export interface Signer {
  /** 64 hexadecimal digits, as the developer portal shows them. */
  readonly publicKey: string;
  /** Sends a body to an endpoint as Discord does, or as somebody else would. */
  send(url: string, body: JsonObject, signing?: Signing): Promise<Response>;
}

/** Makes a pair of keys. */
export function createSigner(now: () => number): Signer {
  const keys = generateKeyPairSync('ed25519');
  const strangers = generateKeyPairSync('ed25519');
  // The last 32 bytes of the encoded key are the key itself (RFC 8410).
  const publicKey = keys.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  return {
    publicKey,
    async send(url, body, signing = 'signed') {
      const timestamp = String(Math.floor(now() / 1000));
      const text = JSON.stringify(body);
      const key = signing === 'forged' ? strangers.privateKey : keys.privateKey;
      const signed = signing === 'altered' ? `${timestamp}${text} ` : timestamp + text;
      const signature = sign(null, Buffer.from(signed), key).toString('hex');
      return fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Discord-Interactions/1.0 (+https://discord.com)',
          ...(signing === 'unsigned'
            ? {}
            : { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp }),
        },
        body: text,
      });
    },
  };
}

/** The knock with which Discord tries out an endpoint. */
export function pingOf(applicationId: string, id: string): JsonObject {
  return {
    id,
    application_id: applicationId,
    type: 1,
    token: `token-of-${id}`,
    version: 1,
    entitlements: [],
  };
}
