import { clearScreenDown, createInterface, cursorTo, moveCursor } from 'node:readline';
import type { CompleterResult, Interface } from 'node:readline';
import { callbackify } from 'node:util';
import { mostLines } from './history.ts';

/** What the adapter writes to; `process.stdout` is one. */
export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** What the adapter reads from; `process.stdin` is one. */
export type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean };

/** Where lines are typed and texts appear: a terminal with a prompt, or a pipe without. */
export interface Screen {
  /** True with a reader at a keyboard. */
  readonly interactive: boolean;
  readonly lines: AsyncIterable<string>;
  /** What is typed and not yet entered. */
  typed(): string;
  /** Drops what is typed and not yet entered. */
  clear(): void;
  /** Shows what the reader can do now: the prompt, or what Kiosk is doing meanwhile. Nothing on a pipe. */
  prompt(text: string): void;
  /** Writes whole lines above the prompt. Resolves when they are written. */
  print(text: string): Promise<void>;
  close(): void;
}

/** Opens a screen. Control keys come as events, except that on a pipe there are none. */
export function openScreen(parts: {
  readonly input: Input;
  readonly output: Output;
  readonly history: readonly string[];
  complete(line: string): Promise<CompleterResult>;
  remember(history: readonly string[]): void;
  interrupted(): void;
  /** Nobody is there any more. The end of piped input is none: its lines still want their answers. */
  gone(): void;
}): Screen {
  const { input, output, history, complete, remember, interrupted, gone } = parts;
  const interactive = input.isTTY === true && output.isTTY === true;
  let prompting = false;

  const reader: Interface = interactive
    ? createInterface({
        input,
        output,
        terminal: true,
        history: [...history],
        historySize: mostLines,
        removeHistoryDuplicates: true,
        prompt: '',
        completer: callbackify(complete),
      })
    : createInterface({ input, terminal: false });
  const lines = reader[Symbol.asyncIterator]();
  reader.on('line', () => {
    prompting = false;
  });
  reader.on('history', remember);
  reader.on('SIGINT', interrupted);
  reader.on('close', () => {
    if (interactive) gone();
  });
  // Whoever reads the output may leave first ("| head"); nothing is left to do then.
  output.on('error', () => {
    gone();
    reader.close();
  });

  return {
    interactive,
    lines: { [Symbol.asyncIterator]: () => lines },
    typed: () => reader.line,
    clear() {
      reader.write(null, { ctrl: true, name: 'e' });
      reader.write(null, { ctrl: true, name: 'u' });
    },
    prompt(text) {
      if (!interactive) return;
      reader.setPrompt(text);
      reader.prompt(true);
      prompting = true;
    },
    async print(text) {
      const { rows } = prompting ? reader.getCursorPos() : { rows: 0 };
      if (prompting) {
        moveCursor(output, 0, -rows);
        cursorTo(output, 0);
        clearScreenDown(output);
      }
      // Drawing the prompt again, readline first goes up as many rows as the line had; they must not be the text's.
      const below = '\n'.repeat(rows);
      await new Promise<void>((resolve) => {
        output.write(`${text}\n${below}`, () => resolve());
        if (prompting) reader.prompt(true);
      });
    },
    close: () => reader.close(),
  };
}
