import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/sources/index.ts';
import { fixture } from './fixture.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

describe('decode', () => {
  it('reads UTF-8 where nothing is said', () => {
    expect(decode(utf8('Müller « été »'))).toBe('Müller « été »');
  });

  it.each([
    ['UTF-8', [0xef, 0xbb, 0xbf, 0xc3, 0xa9], 'é'],
    ['UTF-16, little end first', [0xff, 0xfe, 0xe9, 0x00], 'é'],
    ['UTF-16, big end first', [0xfe, 0xff, 0x00, 0xe9], 'é'],
  ])('believes a byte order mark over everything else: %s', (_, bytes, text) => {
    expect(decode(Uint8Array.from(bytes), 'text/html; charset=iso-8859-1')).toBe(text);
  });

  it('reads UTF-16 that came without its mark', () => {
    const bytes = Buffer.from('<rss version="2.0">', 'utf16le');
    expect(decode(bytes)).toBe('<rss version="2.0">');
  });

  it('believes the transport over the document', () => {
    const bytes = Uint8Array.from([...latin1('<meta charset="iso-8859-1">'), 0xa4]);
    expect(decode(bytes, 'text/html; charset="ISO-8859-15"')).toMatch(/€$/);
  });

  it.each([
    '<?xml version="1.0" encoding="windows-1250"?>',
    '<meta charset=windows-1250>',
    '<meta http-equiv="Content-Type" content="text/html; charset=windows-1250">',
  ])('believes what the document says of itself: %s', (head) => {
    expect(decode(Uint8Array.from([...latin1(head), 0xf8]))).toBe(`${head}ř`);
  });

  it('takes ISO-8859-1 for windows-1252, as browsers do', () => {
    expect(decode(fixture('latin1.xml'))).toContain('L’été “à quai” – 5 €');
  });

  it('reads bytes declared UTF-8 that are not as windows-1252', () => {
    expect(decode(latin1('<?xml version="1.0" encoding="utf-8"?>Fußgänger'))).toContain('Fußgänger');
  });

  it('reads bytes declared Latin that are valid UTF-8 as UTF-8', () => {
    expect(decode(utf8('<meta charset="iso-8859-1">Fußgänger'), 'text/html; charset=iso-8859-1')).toContain(
      'Fußgänger',
    );
  });

  it('keeps a long UTF-8 text that was cut inside a character', () => {
    const text = 'ä'.repeat(100);
    expect(decode(utf8(`${text}ö`).subarray(0, -1))).toContain(text);
  });

  it('ignores encodings nobody knows', () => {
    expect(decode(utf8('été'), 'text/html; charset=klingon')).toBe('été');
  });

  it('never fails, whatever the bytes and the header', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), fc.string(), (bytes, label) => {
        expect(typeof decode(bytes, `text/html; charset=${label}`)).toBe('string');
      }),
    );
  });
});
