import { once } from 'node:events';

/** Something written to, one whole line at a time. Each call waits until the reader keeps up. */
export interface Output {
  /** Text for people. What would steer a terminal is left out of it. */
  line(text: string): Promise<void>;
  /** One value as JSON on one line. */
  json(value: unknown): Promise<void>;
}

/** Writes to a stream; once `signal` is aborted nothing is waited for any more. */
export function createOutput(stream: NodeJS.WritableStream, signal: AbortSignal): Output {
  async function write(text: string): Promise<void> {
    if (!stream.writable || stream.write(text) || signal.aborted) return;
    try {
      await once(stream, 'drain', { signal });
    } catch (error) {
      // Nobody reads any more or the user ended it: whoever writes learns that from the signal.
      if (!signal.aborted) throw error;
    }
  }
  return {
    line: (text) => write(`${makePlain(text)}\n`),
    json: (value) => write(`${escapeControls(JSON.stringify(value))}\n`),
  };
}

/** Takes out of a text whatever a terminal would obey: control characters but tab and line feed, and marks that turn the writing direction. */
export function makePlain(text: string): string {
  return text.replaceAll(/(?![\t\n])\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '');
}

/** JSON leaves some characters as they are that terminals and line readers act on; escaped it means the same. */
function escapeControls(json: string): string {
  return json.replaceAll(
    /[\u007F-\u009F\u2028\u2029]/g,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
