import type { WebSub } from '../../sources/websub/websub.ts';
import type { Opening } from '../opening.ts';

/** Feeds are seldom larger, and hubs send a part of one. */
const mostBytes = 5_000_000;

/** Where hubs make sure of what they were asked for, and send what is new (WebSub). */
export function createHubOpening(webSub: Pick<WebSub, 'confirm' | 'receive'>): Opening {
  return {
    path: '/websub/:name',
    mostBytes,
    async answer(request, { name = '' }) {
      if (request.method === 'GET') {
        const challenge = await webSub.confirm(name, new URL(request.url).searchParams);
        return new Response(challenge ?? '', {
          status: challenge === undefined ? 404 : 200,
          headers: { 'content-type': 'text/plain; charset=utf-8' },
        });
      }
      if (request.method !== 'POST')
        return new Response('', { status: 405, headers: { allow: 'GET, POST' } });
      const contentType = request.headers.get('content-type');
      const signature = request.headers.get('x-hub-signature');
      const isWanted = await webSub.receive(name, {
        body: new Uint8Array(await request.arrayBuffer()),
        ...(contentType !== null && { contentType }),
        ...(signature !== null && { signature }),
      });
      // "Gone" tells a hub to stop (WebSub, 7).
      return new Response('', { status: isWanted ? 202 : 410 });
    },
  };
}
