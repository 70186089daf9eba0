import { Readable, Writable } from 'node:stream';
import type { CommandLine } from '../../src/cli/context.ts';

/** Keeps what is written to it. */
export function createSink(): Writable & { readonly text: () => string } {
  const chunks: string[] = [];
  const sink = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return Object.assign(sink, { text: () => chunks.join('') });
}

/** One use of the command line without a process: standard input is `input`, incidents are named "i1", "i2", … */
export function createCommandLine(
  typed: readonly string[],
  parts: {
    readonly environment?: Readonly<Record<string, string>>;
    readonly input?: string;
    readonly signal?: AbortSignal;
  } = {},
) {
  const stdout = createSink();
  const stderr = createSink();
  let incidents = 0;
  const line: CommandLine = {
    typed,
    environment: parts.environment ?? {},
    stdin: Readable.from([Buffer.from(parts.input ?? '')], { objectMode: false }),
    stdout,
    stderr,
    signal: parts.signal ?? new AbortController().signal,
    accident: new Promise(() => {}),
    now: () => new Date('2026-01-31T12:00:00Z'),
    incident: () => `i${++incidents}`,
  };
  return { line, stdout, stderr };
}
