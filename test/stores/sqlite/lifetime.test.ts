import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openStore } from '../../../src/stores/index.ts';
import { nodeFlags } from '../../flags.ts';
import { createFolder } from './open.ts';
import { article } from './samples.ts';

it('finishes what was begun before it closes, and rejects what comes after', async () => {
  const directory = await createFolder();
  const store = await openStore({ directory });
  const adding = store.articles.add(['a', 'b'].map(article));
  await Promise.all([store.close(), store.close()]);
  expect((await adding).map(({ outcome }) => outcome)).toEqual(['new', 'new']);
  await expect(store.articles.articles(['a'])).rejects.toThrow('closed');
  const again = await openStore({ directory });
  expect(await again.articles.articles(['a', 'b'])).toHaveLength(2);
  await again.close();
});

it('lets two stores in one process share a folder', async () => {
  const directory = await createFolder();
  const [one, other] = await Promise.all([openStore({ directory }), openStore({ directory })]);
  await Promise.all([one.articles.add([article('a')]), other.articles.add([article('b'), article('a')])]);
  expect(await one.articles.articles(['a', 'b'])).toHaveLength(2);
  expect(await other.articles.articles(['a', 'b'])).toHaveLength(2);
  await Promise.all([one.close(), other.close()]);
});

it('does not keep a process alive that has nothing more to ask', async () => {
  const directory = await createFolder();
  const script = fileURLToPath(new URL('ask.ts', import.meta.url));
  const child = spawn(process.execPath, [...nodeFlags, script, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const output = child.stdout.setEncoding('utf8').toArray();
  const [status] = await once(child, 'exit');
  expect(status).toBe(0);
  expect((await output).join('')).toBe('0 articles, and never closed\n');
});
