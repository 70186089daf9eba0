import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { createTerminalAdapter } from '../../../src/adapters/terminal/terminal.ts';
import type { TerminalAdapter } from '../../../src/adapters/terminal/terminal.ts';
import type { Message } from '../../../src/chat/message.ts';
import { createTranslations } from '../../../src/translations.ts';
import { fakeListings } from '../../fakes/desk.ts';
import type { FakeDesk } from '../../fakes/desk.ts';

export const translations = createTranslations({ timeZone: 'UTC' });

/** The character that begins what drives a terminal. */
export const escape = '\u001B';

/** Keys as a terminal sends them. */
export const keys = { enter: '\r', tab: '\t', up: `${escape}[A`, interrupt: '\u0003', end: '\u0004' };

/** A terminal adapter between fake streams. */
export interface FakeTerminal {
  readonly adapter: TerminalAdapter;
  /** Types characters or keys. */
  type(text: string): void;
  /** Ends the input. */
  end(): void;
  /** Everything written so far, escape sequences and all. */
  raw(): string;
  /** Everything written so far without escape sequences. */
  text(): string;
  readonly warnings: readonly string[];
}

/** Makes an adapter that hasn't started; on a pipe unless told otherwise. */
export function createFakeTerminal(
  how: {
    tty?: boolean;
    colour?: boolean;
    columns?: number;
    historyFile?: string;
    language?: 'en' | 'fr' | 'de';
  } = {},
): FakeTerminal {
  const { tty = false, colour = false, columns = 80, historyFile, language = 'en' } = how;
  const input = Object.assign(new PassThrough(), { isTTY: tty });
  const output = Object.assign(new PassThrough(), { isTTY: tty, columns });
  let written = '';
  output.setEncoding('utf8');
  output.on('data', (text: string) => {
    written += text;
  });
  const warnings: string[] = [];
  const adapter = createTerminalAdapter({
    input,
    output,
    colour,
    translations,
    language,
    timeZone: 'UTC',
    now: () => new Date('2026-03-05T10:00:00Z'),
    log: { warn: (_values, event) => warnings.push(event), error: (_values, event) => warnings.push(event) },
    ...(historyFile !== undefined && { historyFile }),
  });
  return {
    adapter,
    type: (text) => input.write(text),
    end: () => input.end(),
    raw: () => written,
    text: () => stripVTControlCharacters(written).replaceAll('\r', ''),
    warnings,
  };
}

/** Sends lines through a pipe and gives back everything that was printed. */
export async function pipe(desk: FakeDesk, ...lines: readonly string[]): Promise<string> {
  const terminal = createFakeTerminal();
  await terminal.adapter.start(fakeListings, desk);
  terminal.type(lines.join('\n'));
  terminal.end();
  await terminal.adapter.finished();
  return terminal.raw();
}

/** A message of one text. */
export function says(text: string): Message {
  return { language: 'en', blocks: [{ kind: 'text', text }] };
}
