// Fetches every feed and parses it with rss-parser, as many at once as Kiosk does: bench/feeds/rss-parser.ts PORT FEEDS [ETAG]
import Parser from 'rss-parser';
import { Agent, fetch } from 'undici';
import { addressOf, itemsPerFeed, lookup } from './web.ts';

const [port = '', count = '', etag] = process.argv.slice(2);
const atOnce = 32;

const parser = new Parser();
const dispatcher = new Agent({
  connect: { lookup: (name, options, done) => lookup(name, { ...options, all: true }, done) },
});
let next = 0;
let items = 0;
let unchanged = 0;

async function work(): Promise<void> {
  while (next < Number(count)) {
    const feed = next;
    next += 1;
    const response = await fetch(addressOf(feed, port), {
      dispatcher,
      headers: etag === undefined ? {} : { 'if-none-match': etag },
    });
    const text = await response.text();
    if (response.status === 304) unchanged += 1;
    else items += (await parser.parseString(text)).items.length;
  }
}

const started = performance.now();
await Promise.all(Array.from({ length: atOnce }, work));
const seconds = (performance.now() - started) / 1000;
if (items + unchanged * itemsPerFeed !== Number(count) * itemsPerFeed)
  throw new Error(`only ${items} items were read`);
await dispatcher.destroy();
process.stdout.write(JSON.stringify({ seconds }));
