// A process that says when it is ready and then does what it reads, line by line: "claim" claims some deliveries and prints their keys;
// "deliver" claims until there are none, prints the key of each and settles it: claim.ts FOLDER OWNER
import { createInterface } from 'node:readline';
import type { Claimed } from '../../../src/delivery/outbox.ts';
import { openStore } from '../../../src/stores/index.ts';
import { at } from '../../contracts/deliveries.ts';

const [directory = '', owner = ''] = process.argv.slice(2);
const { outbox, close } = await openStore({ directory });

async function claim(): Promise<readonly Claimed[]> {
  const claimed = await outbox.claim({ platform: 'discord', owner, now: at(0), until: at(5), limit: 3 });
  process.stdout.write(claimed.map(({ delivery }) => `${delivery.key}\n`).join(''));
  return claimed;
}

async function settle({ delivery: { key, channel } }: Claimed): Promise<void> {
  const outcome = { state: 'delivered', posted: { channel, id: owner }, at: at(1) } as const;
  if (!(await outbox.settle(key, owner, outcome))) throw new Error(`${key} belongs to somebody else`);
}

process.stdout.write('ready\n');
for await (const word of createInterface({ input: process.stdin })) {
  let claimed = await claim();
  if (word === 'claim') continue;
  while (claimed.length > 0) {
    for (const each of claimed) await settle(each);
    claimed = await claim();
  }
}
await close();
