// Follows generated feeds on a loopback server and prints what reading them takes, one JSON line a figure:
// node bench/feeds/main.ts [--feeds N]
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { round, say, shareOf } from '../figures.ts';
import { run, start } from '../run.ts';
import { itemsPerFeed } from './web.ts';

const { values } = parseArgs({ options: { feeds: { type: 'string', default: '5000' } } });
const feeds = Number(values.feeds);
const data = mkdtempSync(join(tmpdir(), 'kiosk-bench-feeds-'));
const server = start('feeds/serve.ts');
const [line] = await once(server.stdout.setEncoding('utf8'), 'data');
const port = String(line).trim();

interface Outcome {
  readonly seconds: number;
  readonly failed?: number;
  readonly articles?: number;
}

async function measure(figure: string, script: string, ...args: readonly string[]): Promise<number> {
  const { output, mostMegabytes } = await run(script, ...args);
  const { seconds, ...rest }: Outcome = JSON.parse(output);
  const perSecond = feeds / seconds;
  say(figure, {
    feeds,
    items: itemsPerFeed,
    per_second: round(perSecond),
    ...rest,
    most_resident_mb: mostMegabytes,
  });
  return perSecond;
}

const kiosk = (figure: string, ...mode: readonly string[]) =>
  measure(figure, 'feeds/kiosk.ts', data, port, String(feeds), ...mode);
const plain = (figure: string, ...etag: readonly string[]) =>
  measure(figure, 'feeds/rss-parser.ts', port, String(feeds), ...etag);
const publish = (version: number) => fetch(`http://127.0.0.1:${port}/version/${version}`, { method: 'POST' });

try {
  await kiosk('kiosk, read for the first time, nothing stored', 'first');
  const unchanged = await kiosk('kiosk, all unchanged', '1');
  const asked = await plain('plain fetch, all unchanged', '"0"');
  await publish(1);
  const read = await kiosk('kiosk, each with a new item, nothing stored', '2');
  const parsed = await plain('plain fetch and rss-parser');
  await publish(2);
  const stored = await kiosk('kiosk, each with a new item, stored and grouped', '3', 'store');
  say('kiosk against plain, percent of its feeds a second', {
    unchanged_against_parsing: shareOf(unchanged, parsed),
    unchanged_against_asking: shareOf(unchanged, asked),
    read_against_parsing: shareOf(read, parsed),
    stored_against_parsing: shareOf(stored, parsed),
  });
} finally {
  server.kill();
  rmSync(data, { recursive: true, force: true });
}
