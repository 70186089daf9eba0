/** One line of a stream of bytes; without its bytes where it was longer than allowed. */
export interface ByteLine {
  /** Counted from 1. */
  readonly number: number;
  readonly bytes: Uint8Array | undefined;
  /** How far into the stream it ends. */
  readonly end: number;
}

/** Cuts a stream into lines without ever holding more than one line and one chunk. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<ByteLine> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  let end = 0;

  function line(): ByteLine {
    const bytes = length > longest ? undefined : Buffer.concat(parts, length);
    number += 1;
    [parts, length] = [[], 0];
    return { number, bytes, end };
  }

  function keep(part: Uint8Array): void {
    length += part.length;
    end += part.length;
    if (length > longest) parts = [];
    else parts.push(part);
  }

  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      keep(chunk.subarray(from, at));
      end += 1;
      yield line();
      from = at + 1;
    }
    if (from < chunk.length) keep(chunk.subarray(from));
  }
  if (length > 0) yield line();
}
