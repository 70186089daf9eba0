import type { RequestListener } from 'node:http';
import { createServer, type Socket } from 'node:net';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { brotliCompressSync, createGzip, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { portOf, type TestServer } from './server.ts';

/** Never answers. */
export const silent: RequestListener = () => undefined;

/** Begins to answer, and then sends a byte every few milliseconds for ever. */
export const trickling: RequestListener = (_, response) => {
  response.flushHeaders();
  const dripping = setInterval(() => response.write('x'), 5);
  response.on('close', () => clearInterval(dripping));
};

/** Promises more than it sends, and breaks off. */
export const torn: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-length': '100' });
  response.write('x', () => response.destroy());
};

/** Refuses with a status. */
export function refusing(status: number, headers: Readonly<Record<string, string>> = {}): RequestListener {
  return (_, response) => response.writeHead(status, headers).end('no');
}

/** Sends on to somewhere else; the address may hold bytes that no client writes. */
export function redirecting(location: string, status = 302): RequestListener {
  return (_, response) => {
    response.writeHead(status, { location: Buffer.from(location, 'utf8').toString('latin1') }).end();
  };
}

/** The ways a body is packed, by their names in HTTP. */
export const packers = {
  gzip: gzipSync,
  br: brotliCompressSync,
  zstd: zstdCompressSync,
  deflate: deflateSync,
} as const;

/** Sends a body packed in some ways, one after the other. */
export function packed(body: string | Uint8Array, ...codings: readonly (keyof typeof packers)[]) {
  const bytes = codings.reduce<Uint8Array>((inner, coding) => packers[coding](inner), Buffer.from(body));
  const listener: RequestListener = (_, response) =>
    response.writeHead(200, { 'content-encoding': codings.join(', ') }).end(bytes);
  return { listener, bytes };
}

function* zeros(): Generator<Buffer> {
  const block = Buffer.alloc(65_536);
  for (;;) yield block;
}

/** Sends without end, as fast as it is read, and counts what it gets rid of. */
export function endless(headers: Readonly<Record<string, string>> = {}, status = 200) {
  const ended = Promise.withResolvers<void>();
  let sent = 0;
  const listener: RequestListener = (_, response) => {
    response.writeHead(status, headers);
    const counter = new Transform({
      transform(chunk: Uint8Array, _, done) {
        sent += chunk.length;
        done(null, chunk);
      },
    });
    const steps = headers['content-encoding'] === 'gzip' ? [createGzip({ level: 1 })] : [];
    pipeline([Readable.from(zeros()), ...steps, counter, response]).catch(() => ended.resolve());
  };
  return { listener, sent: () => sent, ended: ended.promise };
}

/** A server that says exactly what it is told to, be it HTTP or not, to everyone who connects and asks. */
export async function serveRaw(answer: (socket: Socket) => void): Promise<TestServer> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    socket.once('data', (data) => {
      asked.push(data.toString('latin1').split(' ')[1] ?? '');
      answer(socket);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const port = portOf(server.address());
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    asked,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** An RSS feed of so many items, in pieces. */
export function* hugeFeed(items: number): Generator<string> {
  yield '<rss version="2.0"><channel><title>The Long List</title>';
  for (let item = 0; item < items; item += 1) {
    yield `<item><title>Note ${item}</title><link>https://list.example/${item}</link><description>A short note.</description></item>`;
  }
  yield '</channel></rss>';
}

/** A feed whose item is nested so many elements deep. */
export function deepFeed(depth: number): string {
  const nested = `${'<div>'.repeat(depth)}deep${'</div>'.repeat(depth)}`;
  return `<rss version="2.0"><channel><title>The Well</title><item><title>Down</title><link>https://well.example/1</link><description>${nested}</description></item></channel></rss>`;
}
