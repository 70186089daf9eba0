// Serves the bench's feeds: bench/feeds/serve.ts; prints its port. "POST /version/1" makes every feed give version 1 from then on.
import { createServer } from 'node:http';
import { documentOf } from './web.ts';

let version = 0;

const server = createServer((request, response) => {
  if (request.method === 'POST') {
    version = Number(/\d+/.exec(request.url ?? '')?.[0]);
    response.end();
    return;
  }
  const feed = Number(/\d+/.exec(request.headers.host ?? '')?.[0]);
  const etag = `"${version}"`;
  response.setHeader('etag', etag).setHeader('content-type', 'application/rss+xml; charset=utf-8');
  if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
  else response.end(documentOf(feed, version));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' && address !== null ? address.port : 0}\n`);
});
