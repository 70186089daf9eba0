import { describe, expect, it } from 'vitest';
import { decode, readFeed } from '../../../src/sources/index.ts';
import { address } from './documents.ts';
import { atomSamples } from './samples/atom.ts';
import { brokenSamples } from './samples/broken.ts';
import { jsonSamples } from './samples/json.ts';
import { rssSamples } from './samples/rss.ts';
import { vocabularySamples } from './samples/vocabularies.ts';

describe.each([
  ['RSS', rssSamples],
  ['Atom', atomSamples],
  ['JSON Feed', jsonSamples],
  ['a vocabulary', vocabularySamples],
  ['a broken feed', brokenSamples],
])('reads of %s', (_, samples) => {
  it.each(samples)('$what', ({ document, feed, items }) => {
    const read = readFeed(decode(new TextEncoder().encode(document)), address);
    expect(read).toMatchObject(feed ?? {});
    expect(read.items).toMatchObject(items ?? read.items);
  });
});
