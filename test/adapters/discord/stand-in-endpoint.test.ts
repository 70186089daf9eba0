import { createPublicKey, verify } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { serve } from '../../sources/server.ts';
import { openHarbour } from './stand-in-bot.ts';

/** A bot behind an address that answers interactions over HTTP. */
async function openEndpoint(publicKey: string, answer: (interaction: unknown) => object) {
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey, 'hex').toString('base64url') },
    format: 'jwk',
  });
  return serve((request, response) => {
    void (async () => {
      const body = await buffer(request);
      const signature = Buffer.from(String(request.headers['x-signature-ed25519'] ?? ''), 'hex');
      const signed = Buffer.concat([
        Buffer.from(String(request.headers['x-signature-timestamp'] ?? '')),
        body,
      ]);
      if (!verify(null, signed, key, signature)) return response.writeHead(401).end();
      response.writeHead(200, { 'content-type': 'application/json' });
      return response.end(JSON.stringify(answer(JSON.parse(body.toString()))));
    })();
  });
}

describe('interactions over HTTP', () => {
  test('are signed, and answered in the response', async () => {
    await using harbour = await openHarbour();
    const { discord, channel, ada, ask } = harbour;
    const endpoint = await openEndpoint(discord.publicKey, (interaction) =>
      isPing(interaction) ? { type: 1 } : { type: 4, data: { content: 'Here', flags: 64 } },
    );
    await discord.setEndpoint(endpoint.url);
    await ask(`POST /applications/${discord.applicationId}/commands`, {
      name: 'ping',
      description: 'Answers',
    });
    const call = ada.in(channel).command('ping');
    expect(await call.acknowledged()).toEqual({ kind: 'message', ephemeral: true });
    expect((await call.reply()).text).toBe('Here');
    expect(discord.violations).toEqual([]);
    await endpoint.close();
  });

  test('may be answered beforehand by a request', async () => {
    await using harbour = await openHarbour();
    const { discord, channel, ada, ask } = harbour;
    let pings = 0;
    const endpoint = await serve((request, response) => {
      void (async () => {
        const interaction: unknown = JSON.parse((await buffer(request)).toString());
        // The first ping is the forged one.
        if (isPing(interaction)) return response.writeHead(pings++ === 0 ? 401 : 200).end('{"type":1}');
        const { id, token } = v.parse(v.object({ id: v.string(), token: v.string() }), interaction);
        await ask(`POST /interactions/${id}/${token}/callback`, { type: 5 });
        await ask(`PATCH /webhooks/${discord.applicationId}/${token}/messages/@original`, {
          content: 'Here',
        });
        return response.writeHead(202).end();
      })();
    });
    await discord.setEndpoint(endpoint.url);
    await ask(`POST /applications/${discord.applicationId}/commands`, {
      name: 'ping',
      description: 'Answers',
    });
    expect((await ada.in(channel).command('ping').reply()).text).toBe('Here');
    expect(discord.violations).toEqual([]);
    await endpoint.close();
  });

  test.each(['forged', 'altered', 'unsigned'] as const)(
    'can be %s, as a stranger would send them',
    async (signing) => {
      await using harbour = await openHarbour();
      const { discord } = harbour;
      const endpoint = await openEndpoint(discord.publicKey, () => ({ type: 1 }));
      expect((await discord.send(endpoint.url, { type: 1 }, signing)).status).toBe(401);
      expect((await discord.send(endpoint.url, { type: 1 })).status).toBe(200);
      await endpoint.close();
    },
  );

  test('go to no endpoint that takes forgeries or does not answer a ping', async () => {
    await using harbour = await openHarbour();
    const credulous = await serve((_, response) => response.end('{"type":1}'));
    await expect(harbour.discord.setEndpoint(credulous.url)).rejects.toThrow('forged ping');
    await credulous.close();
    const silent = await openEndpoint(harbour.discord.publicKey, () => ({}));
    await expect(harbour.discord.setEndpoint(silent.url)).rejects.toThrow('pong');
    await silent.close();
  });

  test('that are answered with what Discord does not take are violations', async () => {
    await using harbour = await openHarbour();
    const { discord, channel, ada, ask } = harbour;
    const endpoint = await openEndpoint(discord.publicKey, (interaction) =>
      isPing(interaction) ? { type: 1 } : { type: 6 },
    );
    await discord.setEndpoint(endpoint.url);
    await ask(`POST /applications/${discord.applicationId}/commands`, {
      name: 'ping',
      description: 'Answers',
    });
    ada.in(channel).command('ping');
    const violation = await discord.until(() => discord.violations[0]);
    expect(violation.kind).toBe('form');
    await endpoint.close();
  });
});

function isPing(interaction: unknown): boolean {
  return (
    typeof interaction === 'object' && interaction !== null && 'type' in interaction && interaction.type === 1
  );
}
