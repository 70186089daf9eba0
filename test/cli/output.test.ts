import { Writable } from 'node:stream';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createOutput } from '../../src/cli/output.ts';
import { createSink } from '../fakes/command-line.ts';

const never = new AbortController().signal;

async function written(write: (output: ReturnType<typeof createOutput>) => Promise<void>): Promise<string> {
  const sink = createSink();
  await write(createOutput(sink, never));
  return sink.text();
}

describe('text for people', () => {
  test.each([
    ['a window title', '\u001B]0;owned\u0007News'],
    ['colours', '\u001B[31mNews\u001B[0m'],
    ['an eight-bit escape', '\u009B2JNews'],
    ['a carriage return', 'Old\rNews'],
    ['a backspace', 'Nx\bews'],
    ['a turned direction', 'News \u202Egnp.exe\u2066'],
  ])('loses %s', async (_, text) => {
    expect(await written((output) => output.line(text))).toMatch(/^[\p{L}\p{P}\p{N}\p{S} ]*\n$/u);
  });

  test('keeps its letters, lines and tabs', async () => {
    expect(await written((output) => output.line('« Où ? »\n\t„Dort“ 🙂'))).toBe('« Où ? »\n\t„Dort“ 🙂\n');
  });
});

describe('JSON for programs', () => {
  test('is one line that means what was given', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const text = await written((output) => output.json(value));
        expect(text.indexOf('\n')).toBe(text.length - 1);
        expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(value));
      }),
    );
  });

  test('holds nothing that ends a line or steers a terminal', async () => {
    const value = { text: 'a\u2028b\u2029c\u0085d\u009B2Je\u007Ff\u001B[31m' };
    const text = await written((output) => output.json(value));
    expect(text).toMatch(/^[\u0020-\u007E]*\n$/);
    expect(JSON.parse(text)).toEqual(value);
  });
});

test('a slow reader is waited for', async () => {
  const held = Promise.withResolvers<() => void>();
  const slow = new Writable({
    highWaterMark: 1,
    write(_chunk, _encoding, done) {
      held.resolve(done);
    },
  });
  let finished = false;
  const writing = createOutput(slow, never)
    .line('News')
    .then(() => {
      finished = true;
      return finished;
    });
  await new Promise((resolve) => setImmediate(resolve));
  expect(finished).toBe(false);
  (await held.promise)();
  expect(await writing).toBe(true);
});

test('a reader that has gone is not waited for', async () => {
  const controller = new AbortController();
  const stuck = new Writable({ highWaterMark: 1, write() {} });
  const writing = createOutput(stuck, controller.signal).line('News');
  controller.abort();
  await expect(writing).resolves.toBeUndefined();
  stuck.destroy();
  await expect(createOutput(stuck, controller.signal).line('News')).resolves.toBeUndefined();
});
