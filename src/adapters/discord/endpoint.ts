import { createPublicKey, verify } from 'node:crypto';
import type { APIInteraction, APIInteractionResponse } from 'discord.js';
import type { Opening } from '../opening.ts';

/** Interactions are small. */
const mostBytes = 1_000_000;

/**
 * Where Discord sends interactions over HTTP instead of the gateway, signed
 * (https://discord.com/developers/docs/interactions/overview#preparing-for-interactions).
 * @param publicKey the application's, 64 hexadecimal digits
 * @param handle gives the first response to an interaction; undefined: Kiosk takes none now
 */
export function createEndpoint(
  publicKey: string,
  handle: (interaction: APIInteraction) => Promise<APIInteractionResponse | undefined> | undefined,
): Opening {
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey, 'hex').toString('base64url') },
    format: 'jwk',
  });

  function isSigned(body: string, signature: string | null, timestamp: string | null): boolean {
    if (signature === null || timestamp === null || !/^[0-9a-f]{128}$/i.test(signature)) return false;
    return verify(null, Buffer.from(timestamp + body), key, Buffer.from(signature, 'hex'));
  }

  return {
    path: '/discord',
    mostBytes,
    async answer(request) {
      if (request.method !== 'POST') return new Response('', { status: 405, headers: { allow: 'POST' } });
      const body = await request.text();
      const { headers } = request;
      if (!isSigned(body, headers.get('x-signature-ed25519'), headers.get('x-signature-timestamp')))
        return new Response('', { status: 401 });
      const interaction = parse(body);
      if (interaction === undefined) return new Response('', { status: 400 });
      const response = await handle(interaction);
      return response === undefined ? new Response('', { status: 503 }) : Response.json(response);
    },
  };
}

function parse(body: string): APIInteraction | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isInteraction(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Who signed it knows what an interaction is. */
function isInteraction(value: unknown): value is APIInteraction {
  return typeof value === 'object' && value !== null && 'type' in value && 'id' in value && 'token' in value;
}
