import * as fc from 'fast-check';

/** Any text: all code units, lone surrogates among them, and whole characters of many scripts. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: 'grapheme' }),
  fc.string(),
);
