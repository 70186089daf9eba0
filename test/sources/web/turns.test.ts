import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createGuard } from '../../../src/sources/web/guard.ts';
import { createTurns } from '../../../src/sources/web/turns.ts';
import { silent } from '../faults.ts';
import { failsWith, openLoopback, signal } from './loopback.ts';

const { start, client } = openLoopback();

/** A server that answers when it is told to, path by path. */
async function gated() {
  const waiting = new Map<string, () => void>();
  const server = await start((request, response) => {
    waiting.set(request.url ?? '', () => response.end(request.url));
  });
  return { server, release: (path: string) => waiting.get(path)?.() };
}

/** Names that all are this machine. */
const names = createGuard(['a.example', 'b.example'], (_, __, done) =>
  done(null, [{ address: '127.0.0.1', family: 4 }]),
);

describe('one server', () => {
  it('is asked for two documents at a time; the others wait, in order', async () => {
    const { server, release } = await gated();
    const fetcher = client();
    const reading = ['/1', '/2', '/3', '/4'].map((path) => fetcher.fetch(server.url + path, { signal }));
    await expect.poll(() => server.asked.toSorted()).toEqual(['/1', '/2']);
    release('/2');
    await reading[1];
    await expect.poll(() => server.asked.slice(2)).toEqual(['/3']);
    release('/1');
    await expect.poll(() => server.asked.slice(2)).toEqual(['/3', '/4']);
    release('/3');
    release('/4');
    await Promise.all(reading);
  });

  it('that is slow keeps nobody from another one', async () => {
    const slow = await start(() => undefined);
    const fast = await start((_, response) => response.end('here'));
    const fetcher = client({ guard: names });
    const stopping = new AbortController();
    const waiting = [1, 2, 3, 4, 5].map((n) =>
      fetcher.fetch(`http://a.example:${slow.port}/${n}`, { signal: stopping.signal }),
    );
    const outcomes = Promise.allSettled(waiting);
    await expect.poll(() => slow.asked.length).toBe(2);
    const reading = fetcher.fetch(`http://b.example:${fast.port}/`, { signal });
    expect(await reading).toMatchObject({ kind: 'document' });
    stopping.abort();
    await outcomes;
    expect(slow.asked).toHaveLength(2);
  });

  it('is one by whatever spelling of its name', async () => {
    const { server, release } = await gated();
    const fetcher = client({ guard: names, perHost: 1 });
    const reading = ['a.example', 'A.example', 'a.example.'].map((name, place) =>
      fetcher.fetch(`http://${name}:${server.port}/${place}`, { signal }),
    );
    for (const path of ['/0', '/1', '/2']) {
      await expect.poll(() => server.asked.at(-1)).toBe(path);
      release(path);
    }
    await Promise.all(reading);
  });

  it('loses no time by waiting for its turn', async () => {
    const waiting: ServerResponse[] = [];
    const server = await start((request, response) => {
      response.flushHeaders();
      if (request.url === '/1') waiting.push(response);
      else response.end();
    });
    const mute = await start(silent);
    const fetcher = client({ perHost: 1, timeouts: { headers: 500 } });
    const reading = ['/1', '/2'].map((path) => fetcher.fetch(server.url + path, { signal }));
    // It began to wait later than the second one did, and has waited too long.
    await expect(fetcher.fetch(mute.url, { signal })).rejects.toEqual(failsWith('sources.timeout'));
    for (const response of waiting) response.end();
    expect(await Promise.all(reading)).toHaveLength(2);
  });

  it('that sends on gives its place to the next one', async () => {
    const { server, release } = await gated();
    const first = await start((_, response) =>
      response.writeHead(302, { location: `${server.url}/1` }).end(),
    );
    const fetcher = client({ perHost: 1 });
    const away = fetcher.fetch(first.url, { signal });
    await expect.poll(() => server.asked).toEqual(['/1']);
    const next = fetcher.fetch(first.url, { signal });
    await expect.poll(() => first.asked).toHaveLength(2);
    release('/1');
    await away;
    await expect.poll(() => server.asked).toHaveLength(2);
    release('/1');
    await next;
  });
});

describe('a turn', () => {
  it('that is waited for no longer goes to the next one', async () => {
    const turns = createTurns(1);
    const leave = await turns.take('a', signal);
    const stopping = new AbortController();
    const given = turns.take('a', stopping.signal);
    const next = turns.take('a', signal);
    stopping.abort(new Error('that is enough'));
    await expect(given).rejects.toThrow('that is enough');
    leave();
    (await next)();
    const again = await turns.take('a', signal);
    again();
  });

  it('is not given to whoever has already left', async () => {
    const stopped = AbortSignal.abort(new Error('too late'));
    await expect(createTurns(1).take('a', stopped)).rejects.toThrow('too late');
  });
});
