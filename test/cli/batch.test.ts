import { Readable } from 'node:stream';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { runBatch } from '../../src/cli/batch.ts';
import { openInput, readLines } from '../../src/cli/lines.ts';
import { createOutput } from '../../src/cli/output.ts';
import { UserError } from '../../src/errors.ts';
import { createTranslations } from '../../src/translations.ts';
import { createSink } from '../fakes/command-line.ts';

const translate = createTranslations().translate('en');
const never = new AbortController().signal;

interface Options {
  readonly handle?: (item: { readonly text: string }) => Promise<object>;
  readonly concurrency?: number;
  readonly signal?: AbortSignal;
  readonly faults?: unknown[];
}

async function run(input: AsyncIterable<string | Uint8Array>, options: Options = {}) {
  const sink = createSink();
  const {
    handle = async ({ text }) => ({ length: text.length }),
    concurrency = 2,
    signal = never,
    faults = [],
  } = options;
  const errors = await runBatch({
    input,
    output: createOutput(sink, signal),
    schema: v.object({ text: v.string() }),
    handle,
    concurrency,
    signal,
    translate,
    fault: (error) => `i${faults.push(error)}`,
  });
  const results = sink
    .text()
    .split('\n')
    .slice(0, -1)
    .map((line): unknown => JSON.parse(line));
  return { errors, results };
}

const input = (...lines: readonly unknown[]) =>
  Readable.from([
    lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
  ]);

describe('a batch', () => {
  test('answers each line under its id, in order, however long each takes', async () => {
    const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const done: string[] = [];
    const running = run(input({ id: 'a', text: '0' }, { id: 7, text: '1' }), {
      handle: async ({ text }) => {
        await gates[Number(text)]?.promise;
        done.push(text);
        if (text === '1') gates[0]?.resolve();
        return { text };
      },
    });
    gates[1]?.resolve();
    expect((await running).results).toEqual([
      { id: 'a', text: '0' },
      { id: 7, text: '1' },
    ]);
    expect(done).toEqual(['1', '0']);
  });

  test('names what is wrong with a line and goes on', async () => {
    const lines = input(
      '{',
      '[1]',
      'null',
      { text: 'x' },
      { id: {}, text: 'x' },
      { id: 'b' },
      { id: 'c', text: 1 },
      { id: 'd', text: 'ok' },
    );
    const { errors, results } = await run(lines);
    expect(results).toEqual([
      { id: null, error: 'This line is not JSON.' },
      { id: null, error: 'This line is not a JSON object.' },
      { id: null, error: 'This line is not a JSON object.' },
      { id: null, error: 'Missing or not as expected: id' },
      { id: null, error: 'Missing or not as expected: id' },
      { id: 'b', error: 'Missing or not as expected: text' },
      { id: 'c', error: 'Missing or not as expected: text' },
      { id: 'd', length: 2 },
    ]);
    expect(errors).toBe(7);
  });

  test('tells what the user can mend, and hides what they can’t behind an incident', async () => {
    const faults: unknown[] = [];
    const { results } = await run(input({ id: 1, text: 'user' }, { id: 2, text: 'fault' }), {
      faults,
      handle: async ({ text }) => {
        throw text === 'user'
          ? new UserError('cli.file.missing', { file: 'x' })
          : new TypeError('secret detail');
      },
    });
    expect(results).toEqual([
      { id: 1, error: 'There is no file “x”.' },
      { id: 2, error: translate('replies.fault', { incident: 'i1' }) },
    ]);
    expect(JSON.stringify(results)).not.toContain('secret detail');
    expect(faults).toEqual([new TypeError('secret detail')]);
  });

  test('works on no more lines at a time than it may, and reads no further ahead', async () => {
    let running = 0;
    let most = 0;
    let read = 0;
    let furthest = 0;
    let handled = 0;
    async function* source() {
      for (let id = 0; id < 40; id++) {
        read++;
        yield `${JSON.stringify({ id, text: '' })}\n`;
      }
    }
    const { results } = await run(source(), {
      concurrency: 3,
      handle: async () => {
        most = Math.max(most, ++running);
        furthest = Math.max(furthest, read - handled);
        await new Promise((resolve) => setImmediate(resolve));
        running--;
        handled++;
        return {};
      },
    });
    expect(results).toHaveLength(40);
    expect(most).toBe(3);
    expect(furthest).toBeLessThanOrEqual(4);
  });

  test('gives each result before the next line comes', async () => {
    const sink = createSink();
    const seen: string[] = [];
    async function* talk() {
      for (const id of [1, 2]) {
        yield `${JSON.stringify({ id, text: 'x' })}\n`;
        while (!sink.text().includes(`"id":${id}`)) await new Promise((resolve) => setImmediate(resolve));
        seen.push(sink.text());
      }
    }
    await runBatch({
      input: talk(),
      output: createOutput(sink, never),
      schema: v.object({ text: v.string() }),
      handle: async () => ({}),
      concurrency: 8,
      signal: never,
      translate,
      fault: () => '',
    });
    expect(seen).toEqual(['{"id":1}\n', '{"id":1}\n{"id":2}\n']);
  });

  test('stops when it is told to', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const running = run(input({ id: 1, text: 'a' }, { id: 2, text: 'b' }), {
      signal: controller.signal,
      handle: async () => {
        controller.abort(reason);
        return {};
      },
    });
    await expect(running).rejects.toBe(reason);
  });

  test('skips blank lines', async () => {
    expect((await run(input('', { id: 1, text: 'a' }, '   ', '\r'))).results).toEqual([{ id: 1, length: 1 }]);
  });

  test('any text goes in and its result comes out, whatever characters it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' })), async (texts) => {
        const lines = input(...texts.map((text, id) => ({ id, text })));
        const { results } = await run(lines, { handle: async ({ text }) => ({ text }) });
        expect(results).toEqual(texts.map((text, id) => ({ id, text })));
      }),
      { numRuns: 50 },
    );
  });
});

/** Reads an input to its end. */
async function collect<item>(items: AsyncIterable<item>): Promise<readonly item[]> {
  const all: item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const linesOf = (...chunks: readonly (string | Uint8Array)[]) => collect(readLines(Readable.from(chunks)));

describe('lines', () => {
  test('end at line feeds alone, with or without a carriage return', async () => {
    expect(await linesOf('a\u2028b\u2029c\u0085d\r\ne\rf\n', '\ng')).toEqual([
      'a\u2028b\u2029c\u0085d',
      'e\rf',
      '',
      'g',
    ]);
  });

  test('lose their byte order mark', async () => {
    expect(await linesOf(Buffer.from('\uFEFF{}\n'))).toEqual(['{}']);
  });

  test('are the same however the bytes arrive', async () => {
    const bytes = Buffer.from('é\u{1F600}ß\n«x»\r\n\n');
    for (let size = 1; size <= bytes.length; size++) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      );
      expect(await linesOf(...chunks)).toEqual(['é\u{1F600}ß', '«x»', '']);
    }
  });

  test('of a file that isn’t there are a problem with a name', async () => {
    const reading = collect(openInput('/nowhere/at/all', Readable.from([]), never));
    await expect(reading).rejects.toMatchObject({
      key: 'cli.file.missing',
      values: { file: '/nowhere/at/all' },
    });
    await expect(collect(openInput('/', Readable.from([]), never))).rejects.toMatchObject({
      key: 'cli.file.folder',
    });
  });

  test('of an input that nobody ends are waited for no longer than until one is told to stop', async () => {
    const controller = new AbortController();
    const endless = new Readable({ read() {} });
    const reading = collect(openInput('-', endless, controller.signal));
    controller.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
  });
});
