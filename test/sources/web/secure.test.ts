import { createServer } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selfSigned } from '../certificate.ts';
import { portOf } from '../server.ts';
import { failsWith, openLoopback, signal } from './loopback.ts';

const { client } = openLoopback();
const asked: string[] = [];
const server = createServer(selfSigned(), (request, response) => {
  asked.push(request.url ?? '');
  response.end('hello');
});

beforeAll(() => new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening)));
afterAll(() => new Promise((closed) => server.close(closed)));

describe('a certificate', () => {
  it('that nobody vouches for ends the conversation before anything is asked', async () => {
    const reading = client().fetch(`https://127.0.0.1:${portOf(server.address())}/`, { signal });
    await expect(reading).rejects.toEqual(failsWith('sources.certificate'));
    expect(asked).toEqual([]);
  });
});
