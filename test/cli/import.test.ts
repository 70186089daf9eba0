import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { Ended } from '../../src/cli/context.ts';
import { runCommandLine } from '../../src/cli/run.ts';
import { createCommandLine, createSink } from '../fakes/command-line.ts';
import { folder, json, jsonl, kiosk, newFolder, t, write } from './kiosk.ts';

afterAll(() => rmSync(folder, { recursive: true }));

/** A line that can be imported. */
function line(id: string, text = `Text of ${id}. It is short.`) {
  return {
    id,
    url: `https://paper.example/${id}`,
    source: 'The Paper',
    language: 'en',
    title: `Title of ${id}`,
    text,
    publishedAt: '2026-05-04T08:00:00Z',
  };
}

/** The ids of every stored article. */
async function stored(data: string): Promise<readonly string[]> {
  const stories = await json(['stories', '--all', '--json'], { data });
  return (JSON.stringify(stories).match(/"articles":\[[^\]]*\]/g) ?? [])
    .flatMap((found) => found.slice('"articles":['.length, -1).split(','))
    .map((id) => id.replaceAll('"', ''))
    .toSorted();
}

describe('kiosk import', () => {
  test('takes the articles and sources of a folder, whatever they come in', async () => {
    const directory = join(folder, 'everything');
    mkdirSync(join(directory, 'deeper'), { recursive: true });
    writeFileSync(join(directory, 'a.jsonl'), jsonl(line('a'), line('b')));
    writeFileSync(join(directory, 'deeper', 'c.ndjson'), jsonl(line('c')));
    writeFileSync(
      join(directory, 'feeds.opml'),
      '<opml version="2.0"><body><outline type="rss" text="The Paper" xmlUrl="https://paper.example/rss"/></body></opml>',
    );
    writeFileSync(join(directory, 'photo.jpg'), 'not for us');
    const data = newFolder();
    expect(await json(['import', directory, '--json'], { data })).toEqual([
      { new: 3, revised: 0, known: 0, sources: 1, problems: [] },
    ]);
    expect(await stored(data)).toEqual(['a', 'b', 'c']);
    const again = await kiosk(['import', directory], { data });
    expect(again).toEqual({
      status: 0,
      stdout: `${t('cli.import.stored', { count: 0 })} ${t('cli.import.known', { count: 3 })}\n`,
      stderr: '',
    });
  });

  test('names file, line and reason of what can’t be read, stores the rest and fails', async () => {
    const data = newFolder();
    const file = write(
      'mixed.jsonl',
      jsonl(line('a'), '{broken', { ...line('b'), url: 'nowhere' }, line('c')),
    );
    const missing = join(folder, 'nowhere.jsonl');
    const { status, stdout } = await kiosk(['import', missing, file], { data });
    expect(status).toBe(1);
    expect(stdout.split('\n')).toEqual([
      t('cli.import.problem', { place: missing, problem: t('sources.file.missing') }),
      t('cli.import.problem', { place: `${file}:2`, problem: t('sources.line.notJson') }),
      t('cli.import.problem', { place: `${file}:3`, problem: t('sources.line.url', { value: 'nowhere' }) }),
      `${t('cli.import.stored', { count: 2 })} ${t('cli.import.problems', { count: 3 })}`,
      '',
    ]);
    expect(await stored(data)).toEqual(['a', 'c']);
    const asJson = await kiosk(['import', file, '--json'], { data });
    expect({ status: asJson.status, stdout: JSON.parse(asJson.stdout) }).toEqual({
      status: 1,
      stdout: {
        new: 0,
        revised: 0,
        known: 2,
        sources: 0,
        problems: [
          { file, line: 2, problem: t('sources.line.notJson') },
          { file, line: 3, problem: t('sources.line.url', { value: 'nowhere' }) },
        ],
      },
    });
  });

  test('names the line whose language Kiosk does not speak', async () => {
    const { language: _, ...unsaid } = line(
      'nl',
      'De brug over de rivier is gesloten omdat het schip ertegenaan voer.',
    );
    const file = write('dutch.jsonl', jsonl(line('a'), { ...unsaid, title: 'Brug gesloten na aanvaring' }));
    const { status, stdout } = await kiosk(['import', file], { data: newFolder() });
    expect(status).toBe(1);
    const problem = t('cli.import.unknownLanguage');
    expect(stdout.split('\n')[0]).toBe(t('cli.import.problem', { place: `${file}:2`, problem }));
  });

  test('changes nothing the second time; a changed text is a revision', async () => {
    const data = newFolder();
    const counts = async (...lines: readonly unknown[]) =>
      (await json(['import', write('x.jsonl', jsonl(...lines)), '--json'], { data }))[0];
    expect(await counts(line('a'), line('b'))).toMatchObject({ new: 2, revised: 0, known: 0 });
    const before = await json(['stories', '--all', '--json'], { data });
    expect(await counts(line('a'), line('b'))).toMatchObject({ new: 0, revised: 0, known: 2 });
    expect(await json(['stories', '--all', '--json'], { data })).toEqual(before);
    expect(await counts(line('a', 'The text was corrected.'), line('b'))).toMatchObject({
      new: 0,
      revised: 1,
      known: 1,
    });
    const [answer] = await json(['ask', 'corrected', '--json'], { data });
    expect(answer).toMatchObject({ evidence: [{ article: 'a', sentence: 'The text was corrected.' }] });
    expect(await stored(data)).toEqual(['a', 'b']);
  });

  test('interrupted, keeps what it has and is completed by another', async () => {
    const data = newFolder();
    const lines = Array.from({ length: 60 }, (_, index) => line(`n${index}`));
    const file = write('long.jsonl', jsonl(...lines.slice(0, 40), '{broken', ...lines.slice(40)));
    const ending = new AbortController();
    const parts = createCommandLine(['import', file, '--data', data], { signal: ending.signal });
    // The first word about a problem is when somebody presses Ctrl+C.
    const stdout = new Writable({
      write(_chunk, _encoding, done) {
        ending.abort(new Ended(130));
        done();
      },
    });
    expect(await runCommandLine({ ...parts.line, stdout })).toBe(130);
    expect(await stored(data)).toHaveLength(40);
    const again = await kiosk(['import', file, '--json'], { data });
    expect(JSON.parse(again.stdout)).toMatchObject({ new: 20, known: 40, problems: [{ line: 41 }] });
    expect(await stored(data)).toHaveLength(60);
  });

  test.each([
    [true, true],
    [false, false],
  ])('shows how far it is on a terminal (%s): %s', async (isTTY, shown) => {
    const file = write('one.jsonl', jsonl(line('a')));
    const { line: commandLine } = createCommandLine(['import', file, '--data', newFolder()]);
    const stderr = Object.assign(createSink(), { isTTY });
    expect(await runCommandLine({ ...commandLine, stderr })).toBe(0);
    expect(stderr.text().includes(t('cli.import.progress', { percent: 0, count: 0 }))).toBe(shown);
    // Nothing of it is left standing.
    expect(stderr.text().split('\r\u001B[K').at(-1)).toBe('');
  });

  test('wants at least one file', async () => {
    expect((await kiosk(['import'], { data: newFolder() })).status).toBe(2);
  });
});
