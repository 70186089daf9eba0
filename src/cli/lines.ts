import { createReadStream } from 'node:fs';
import { addAbortSignal } from 'node:stream';
import type { Readable } from 'node:stream';
import { UserError } from '../errors.ts';

/**
 * The lines of a UTF-8 text, without a byte order mark and line ends. Only "\n" and "\r\n" end a line: JSON lines may hold
 * U+2028, at which node:readline would cut them.
 */
export async function* readLines(input: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let parts: string[] = [];
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const [first = '', ...rest] = text.split('\n');
    parts.push(first);
    for (const next of rest) {
      yield endLine(parts);
      parts = [next];
    }
  }
  parts.push(decoder.decode());
  const last = endLine(parts);
  if (last !== '') yield last;
}

function endLine(parts: readonly string[]): string {
  const line = parts.join('');
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

/**
 * Opens a file, or standard input for "-".
 * @throws {UserError} on reading, where the file can't be read; the signal's reason when it is aborted
 */
export async function* openInput(
  file: string,
  stdin: Readable,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array | string> {
  try {
    yield* addAbortSignal(signal, file === '-' ? stdin : createReadStream(file));
  } catch (error) {
    signal.throwIfAborted();
    throw new UserError(explainFile(error), { file }, { cause: error });
  }
}

/** Why a file can't be read, as a text for people. */
function explainFile(
  error: unknown,
): 'cli.file.missing' | 'cli.file.folder' | 'cli.file.forbidden' | 'cli.file.unreadable' {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'cli.file.missing';
  if (code === 'EISDIR') return 'cli.file.folder';
  return code === 'EACCES' || code === 'EPERM' ? 'cli.file.forbidden' : 'cli.file.unreadable';
}
