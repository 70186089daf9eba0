import { Duplex, Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createZstdDecompress,
} from 'node:zlib';
import { UserError } from '../../errors.ts';
import { type Fields, linesOf, listOf } from './fields.ts';

/** The codings that are asked for. "deflate" is understood but not asked for, since servers disagree on what it means. */
export const acceptedCodings = 'gzip, br, zstd';

/** How much of a body is taken. */
export interface Extent {
  /** On the wire, and after each step of unpacking. */
  readonly maximumBytes: number;
  /** What is done with a body that is larger: it fails, or its beginning is taken. */
  readonly beyond: 'refuse' | 'cut';
}

/** More than anybody needs; each holds memory of its own. */
const mostCodings = 3;

/** Bytes that are taken hold of before any came; what a server promises is believed so far. */
const blocks = { usual: 65_536, largest: 1_048_576 };

const decoders: ReadonlyMap<string, () => Duplex> = new Map<string, () => Duplex>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
  // RFC 9659 limits windows to 8 MB on the web.
  ['zstd', () => createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: 23 } })],
]);

/**
 * Takes a body in and unpacks it. Whatever a server sends and claims, memory stays within a small multiple of the limit.
 * @throws {UserError} where it is too large, or packed too often
 * @throws the stream's or a decoder's error, where it breaks off or is damaged
 */
export async function readBody(body: Readable, fields: Fields, extent: Extent): Promise<Uint8Array> {
  const { maximumBytes, beyond } = extent;
  const [length] = linesOf(fields, 'content-length');
  if (beyond === 'refuse' && Number(length) > maximumBytes) throw new UserError('sources.tooLarge');
  const steps = unpackingOf(fields).map((decoder) => ({ meter: createMeter(maximumBytes), decoder }));
  const expected = steps.length === 0 && Number(length) > 0 ? Number(length) : blocks.usual;
  const sink = createSink(maximumBytes, Math.min(expected, blocks.largest));
  try {
    const stages = steps.flatMap(({ meter, decoder }) => [meter.stage, decoder]);
    // Most bodies need no unpacking, and a pipeline of one costs several times what reading it does.
    await (stages.length === 0 ? sink.fill(body) : pipeline([body, ...stages, Duplex.from(sink.fill)]));
  } catch (error) {
    const isCut = beyond === 'cut' && error instanceof UserError;
    // A decoder wants a header even of nothing; servers send none then.
    const isEmpty = body.readableEnded && steps[0]?.meter.size() === 0;
    if (!isCut && !isEmpty) throw error;
  }
  return sink.bytes();
}

/** What undoes the codings, the last one first. Where one isn't known, all is left as it came, as browsers do. */
function unpackingOf(fields: Fields): readonly Duplex[] {
  const codings = listOf(fields, 'content-encoding')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > mostCodings) throw new UserError('sources.badAnswer');
  const known = codings.toReversed().flatMap((coding) => decoders.get(coding) ?? []);
  return known.length === codings.length ? known.map((create) => create()) : [];
}

/** Counts what goes through, and fails where it becomes too much. */
function createMeter(most: number): { readonly stage: Duplex; size(): number } {
  let size = 0;
  const stage = new Transform({
    transform(chunk: Uint8Array, _, done) {
      size += chunk.length;
      if (size > most) done(new UserError('sources.tooLarge'));
      else done(null, chunk);
    },
  });
  return { stage, size: () => size };
}

/**
 * Keeps what comes, up to a limit, in one block: a list of chunks of a byte each would take a hundred times the room.
 * @param expected bytes; the block is as large to begin with, and grows
 */
function createSink(
  most: number,
  expected: number,
): { readonly fill: (source: AsyncIterable<Uint8Array>) => Promise<void>; bytes(): Uint8Array } {
  let block = new Uint8Array(Math.min(most, expected));
  let size = 0;

  function keep(chunk: Uint8Array): void {
    const part = chunk.subarray(0, most - size);
    if (size + part.length > block.length) {
      const larger = new Uint8Array(Math.min(most, Math.max(size + part.length, 2 * block.length)));
      larger.set(block);
      block = larger;
    }
    block.set(part, size);
    size += part.length;
    if (part.length < chunk.length) throw new UserError('sources.tooLarge');
  }

  return {
    async fill(source) {
      for await (const chunk of source) keep(chunk);
    },
    bytes: () => (size === block.length ? block : block.slice(0, size)),
  };
}
