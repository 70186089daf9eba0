import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileAccess, type FileEvent, localFiles, readFiles } from '../../src/sources/index.ts';
import { fixturePath } from './fixture.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiosk-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function all(events: AsyncIterable<FileEvent>): Promise<readonly FileEvent[]> {
  const found: FileEvent[] = [];
  for await (const event of events) found.push(event);
  return found;
}
const found = async (paths: readonly string[], base?: string) => {
  const events = await all(readFiles(paths, { access: localFiles, ...(base !== undefined && { base }) }));
  return events.filter(({ kind }) => kind !== 'progress');
};
const file = (name: string) => join(folder, name);
const line = (id: string) =>
  JSON.stringify({ id, url: `https://a.example/${id}`, title: id, text: `Text ${id}.` });

describe('readFiles', () => {
  it('reads JSON lines and names each bad one with its number', async () => {
    const path = file('a.jsonl');
    await writeFile(
      path,
      `\uFEFF${line('1')}\r\n\n{bad\n${line('2')}\n{"url":"https://a.example/3"}\n${line('4')}`,
    );
    expect(await found([path])).toMatchObject([
      { kind: 'item', line: 1, item: { id: '1' } },
      { kind: 'problem', line: 3, file: path, reason: 'sources.line.notJson' },
      { kind: 'item', line: 4, item: { id: '2' } },
      { kind: 'problem', line: 5, reason: 'sources.line.missing', values: { field: 'title' } },
      { kind: 'item', line: 6, item: { id: '4' } },
    ]);
  });

  it('puts lines together again that were read in pieces, even inside a character', async () => {
    const bytes = new TextEncoder().encode(`${line('ä1')}\n${line('ä2')}\n`);
    const access: FileAccess = {
      describe: async () => ({ directory: false, bytes: bytes.length }),
      list: async () => [],
      async *read() {
        for (const byte of bytes) yield Uint8Array.of(byte);
      },
    };
    const items = (await all(readFiles(['x.jsonl'], { access }))).filter(({ kind }) => kind === 'item');
    expect(items).toMatchObject([{ item: { id: 'ä1' } }, { item: { id: 'ä2' } }]);
  });

  it('lets go of a line that is too long and goes on behind it', async () => {
    const access: FileAccess = {
      describe: async () => ({ directory: false, bytes: 60_000_000 }),
      list: async () => [],
      async *read() {
        for (let megabyte = 0; megabyte < 60; megabyte += 1) yield new Uint8Array(1_000_000).fill(120);
        yield new TextEncoder().encode(`\n${line('after')}\n`);
      },
    };
    const events = (await all(readFiles(['x.jsonl'], { access }))).filter(({ kind }) => kind !== 'progress');
    expect(events).toMatchObject([
      { kind: 'problem', line: 1, reason: 'sources.line.tooLong' },
      { kind: 'item', line: 2 },
    ]);
  });

  it('reads pages, feeds, texts and OPML by what is in them', async () => {
    const names = ['page-en.html', 'rss2.xml', 'note.txt', 'subscriptions.opml'];
    const events = await found(names.map(fixturePath), 'https://gazette.example/archive/');
    expect(events).toMatchObject([
      {
        kind: 'item',
        item: { url: 'https://gazette.example/2026/11/night-ferry', source: 'The Harbour Gazette' },
      },
      {
        kind: 'item',
        item: { source: 'The Harbour Gazette & Mail', text: expect.stringContaining('second boat') },
      },
      { kind: 'item', item: { url: 'https://gazette.example/2026/11/supper' } },
      { kind: 'item', item: { url: 'https://notes.example/crane', language: 'en' } },
      { kind: 'source', source: { name: 'La Gazette' } },
      { kind: 'source', source: { name: 'Das Hafenblatt' } },
      { kind: 'source', source: { name: 'notes.example' } },
    ]);
  });

  it('asks for the address of a page that does not say it, and takes it from the base', async () => {
    const page = fixturePath('page-de.html');
    expect(await found([page])).toMatchObject([{ kind: 'problem', reason: 'sources.file.noAddress' }]);
    expect(await found([page], 'https://blatt.example/1')).toMatchObject([
      { item: { url: 'https://blatt.example/1' } },
    ]);
    expect(await found([page], 'https://blatt.example/')).toMatchObject([
      { item: { url: 'https://blatt.example/page-de.html' } },
    ]);
  });

  it('reads a folder in the order of its names, at any depth, and leaves other files and links alone', async () => {
    await mkdir(join(folder, 'b'));
    await writeFile(join(folder, 'c.jsonl'), line('c'));
    await writeFile(join(folder, 'b', 'b.jsonl'), line('b'));
    await writeFile(join(folder, 'a.jsonl'), line('a'));
    await writeFile(join(folder, 'picture.jpg'), 'x');
    await symlink(folder, join(folder, 'b', 'loop'));
    const events = await found([folder]);
    expect(events.map((event) => (event.kind === 'item' ? event.item.id : event))).toEqual(['a', 'b', 'c']);
  });

  it('needs no help from the file system to keep that order', async () => {
    const access: FileAccess = {
      describe: async (path) => ({ directory: path === 'folder', bytes: 0 }),
      list: async () => ['folder/c.jsonl', 'folder/a.jsonl', 'folder/b.jsonl'],
      async *read(path) {
        yield new TextEncoder().encode(line(path));
      },
    };
    const items = (await all(readFiles(['folder'], { access }))).filter(({ kind }) => kind === 'item');
    expect(items).toMatchObject(['a', 'b', 'c'].map((name) => ({ file: `folder/${name}.jsonl` })));
  });

  it('names what is missing, empty, damaged or no text, and goes on', async () => {
    await writeFile(file('page.html'), '<html><body></body></html>');
    await writeFile(file('feed.xml'), '<rss version="2.0"><cha');
    await writeFile(file('empty.xml'), '<rss version="2.0"><channel><title>x</title></channel></rss>');
    await writeFile(file('binary'), Uint8Array.of(80, 75, 3, 4, 0, 0, 1, 2));
    await writeFile(file('list.opml'), '<opml version="2.0"><body><outline text="x"/></body></opml>');
    const names = ['nowhere', 'page.html', 'feed.xml', 'empty.xml', 'binary', 'list.opml'];
    expect(await found(names.map(file))).toMatchObject([
      { file: file('nowhere'), reason: 'sources.file.missing' },
      { reason: 'sources.notice.empty' },
      { reason: 'sources.brokenFeed' },
      { reason: 'sources.file.noItems' },
      { reason: 'sources.file.binary' },
      { reason: 'sources.file.noSources' },
    ]);
  });

  it('refuses to hold a giant file in memory', async () => {
    const access: FileAccess = {
      describe: async () => ({ directory: false, bytes: 10 }),
      list: async () => [],
      async *read() {
        for (;;) yield new Uint8Array(1_000_000).fill(120);
      },
    };
    const events = await all(readFiles(['x.html'], { access }));
    expect(events).toContainEqual(expect.objectContaining({ reason: 'sources.file.tooLarge' }));
  });

  it('tells how far it is, up to the end', async () => {
    const [one, two] = [join(folder, '1.jsonl'), join(folder, '2.jsonl')];
    await writeFile(one, line('1'));
    await writeFile(two, line('2'));
    const progress = (await all(readFiles([one, two], { access: localFiles }))).flatMap((event) =>
      event.kind === 'progress' ? [event] : [],
    );
    const total = line('1').length * 2;
    expect(progress.map(({ done }) => done)).toEqual([0, total / 2, total]);
    expect(progress.every((event) => event.total === total)).toBe(true);
  });
});
