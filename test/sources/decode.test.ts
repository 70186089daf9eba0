import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/sources/index.ts';
import { decodeEbcdic } from '../../src/sources/ebcdic.ts';
import { fixture } from './fixture.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

function utf32(text: string, isLittle: boolean): Buffer {
  const bytes = Buffer.alloc(4 * text.length);
  for (const [at, letter] of [...text].entries()) {
    const code = letter.codePointAt(0) ?? 0;
    if (isLittle) bytes.writeUInt32LE(code, 4 * at);
    else bytes.writeUInt32BE(code, 4 * at);
  }
  return bytes;
}

/** Writes a text in an encoding, by looking for the bytes that are read as its letters. */
function encoded(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map<string, readonly number[]>();
  for (let first = 0; first < 256; first += 1) bytes.set(decoder.decode(Uint8Array.of(first)), [first]);
  for (let pair = 0x8140; pair < 0x10000; pair += 1) {
    const letter = decoder.decode(Uint8Array.of(pair >> 8, pair & 255));
    if (letter.length === 1 && !bytes.has(letter)) bytes.set(letter, [pair >> 8, pair & 255]);
  }
  return Uint8Array.from([...text].flatMap((letter) => bytes.get(letter) ?? []));
}

/** Whether any of the bytes could be a character of UTF-8 that has several. */
function hasUtf8(bytes: Uint8Array): boolean {
  return /[\u0080-\uFFFC]/.test(new TextDecoder().decode(bytes));
}

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

  it('reads bytes of Latin behind the mark of UTF-8', () => {
    expect(decode(Buffer.concat([utf8('\uFEFFdéjà '), latin1('été')]))).toBe('déjà été');
  });

  it.each([
    ['UTF-16, little end first', utf16('<rss>é')],
    ['UTF-16, big end first', utf16('<rss>é').swap16()],
    ['UTF-32, little end first', utf32('<rss>é', true)],
    ['UTF-32, big end first', utf32('<rss>é', false)],
  ])('reads %s, with its mark and without', (_, bytes) => {
    expect(decode(bytes)).toBe('<rss>é');
    const mark = bytes.length === 12 ? utf16('\uFEFF') : utf32('\uFEFF', bytes[0] !== 0);
    const isBig = bytes[0] === 0 && bytes.length === 12;
    expect(decode(Buffer.concat([isBig ? mark.swap16() : mark, bytes]))).toBe('<rss>é');
  });

  it('keeps what is no character of UTF-32 from failing', () => {
    expect(decode(Buffer.concat([utf32('<r', false), Buffer.from([0, 0x11, 0, 0, 0, 0, 0xd8, 0, 1])]))).toBe(
      '<r\uFFFD\uFFFD',
    );
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

  it.each([
    ['UTF-8', 'charset=windows-1251', 'windows-1251', 'Привет из порта'],
    ['Latin 1', 'charset=iso-8859-1', 'koi8-r', 'Привет из порта'],
    ['nothing', '', 'shift_jis', '港の夜'],
    ['nothing', '', 'gbk', '港口的夜'],
    ['nothing', '', 'big5', '港口的夜'],
    ['nothing', '', 'euc-jp', '港の夜'],
    ['nothing', '', 'euc-kr', '항구의 밤'],
    ['nothing', '', 'iso-8859-2', 'Žluťoučký kůň'],
    ['nothing', '', 'iso-8859-7', 'Το λιμάνι'],
    ['UTF-8', 'charset=utf-8', 'windows-1250', 'Žluťoučký kůň'],
  ])(
    'believes a document in its own words where the transport says %s (%s, %s)',
    (_, type, encoding, text) => {
      const bytes = Buffer.concat([
        Buffer.from(`<?xml version="1.0" encoding="${encoding}"?>`),
        encoded(text, encoding),
      ]);
      expect(decode(bytes, `text/xml; ${type}`)).toContain(text);
    },
  );

  it.each(['ISO_8859-15', 'iso8859_15', 'x-iso-8859-15', 'csISO885915'])(
    'knows %s by its other name',
    (label) => {
      expect(decode(Uint8Array.of(0x41, 0xa4), `text/xml; charset=${label}`)).toBe('A€');
    },
  );

  it.each(['cp1251', 'windows_1251', 'WIN-1251', 'x-cp1251'])('knows %s by its other name, too', (label) => {
    expect(decode(Buffer.from(`<?xml version="1.0" encoding="${label}"?>\xcf\xee`, 'latin1'))).toMatch(/По$/);
  });

  it('does not take short East Asian text for UTF-8 because it could be', () => {
    const bytes = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="gb2312"?>'),
      Buffer.from([0xc2, 0xb7, 0xc2, 0xa1]),
    ]);
    expect(decode(bytes)).toMatch(/路隆$/);
  });

  it.each([
    ['IBM850', '\x85 \x82\x8a', 'à éè'],
    ['cp437', '\x81 \xe1', 'ü ß'],
    ['csIBM855', '\xdd', 'П'],
    ['cp_is', '\x95', 'þ'],
    ['x-mac-centraleurope', '\x8b', 'č'],
    ['mac-greek', '\xb0', 'Α'],
    ['hp-roman8', '\xc5', 'é'],
    ['ms-ee', '\xf8', 'ř'],
    ['KZ-1048', '\x8d', 'Қ'],
    ['cp949', '\xc7\xd7', '항'],
    ['Shift_JIS_2004', '\x8d\x60', '港'],
    ['UTF-7', 'caf+AOk-', 'café'],
  ])('reads the encodings of old programs: %s', (label, bytes, text) => {
    const document = `<?xml version="1.0" encoding="${label}"?>${bytes}`;
    expect(decode(Buffer.from(document, 'latin1')).replace(/.*>/, '')).toBe(text);
  });

  it.each([
    ['IBM037', [0x5a, 0xba, 0x9f], '![¤'],
    ['ebcdic-cp-be', [0x5a, 0xba, 0x9f], ']¬¤'],
    ['IBM1140', [0x5a, 0xba, 0x9f], '![€'],
  ])('reads what mainframes write: %s', (label, bytes, text) => {
    const letters = decodeEbcdic(
      Uint8Array.from([0x4c, 0x6f, 0xa7, 0x94, ...Array.from({ length: 252 }, (_, at) => at)]),
    );
    const declaration = `<?xml version="1.0" encoding="${label}"?>`;
    const written = Array.from(declaration, (letter) => (letters ?? '').indexOf(letter, 4) - 4);
    expect(decode(Uint8Array.from([...written, ...bytes]))).toBe(`${declaration}${text}`);
  });

  it('reads seven bits that stand for other letters', () => {
    const bytes = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="iso-2022-jp"?>'),
      Buffer.from('\x1b$B9A\x1b(B', 'latin1'),
    ]);
    expect(decode(bytes)).toMatch(/港$/);
  });

  it('takes no bytes beyond seven bits for an encoding that has none', () => {
    expect(decode(utf8('<?xml version="1.0" encoding="utf-7"?>été'))).toMatch(/été$/);
  });

  it('takes what is clearly UTF-8 for it, whatever is declared', () => {
    const bytes = Buffer.concat([utf8('Привет из порта, где ночью'), Uint8Array.of(0x93), utf8(' светло')]);
    expect(decode(bytes, 'text/xml; charset=windows-1251')).toBe('Привет из порта, где ночью“ светло');
  });

  it('takes no bytes for UTF-8 that it forbids', () => {
    const bytes = Buffer.concat([
      utf8('été à la mer, déjà'),
      Uint8Array.of(0xed, 0xa0, 0x80, 0xe0, 0x80, 0x80),
    ]);
    expect(decode(bytes)).toBe('été à la mer, déjàí\u00A0€à€€');
  });

  it('reads UTF-8 with single bytes of Latin in it', () => {
    const bytes = Buffer.concat([
      utf8('Über den Fluß, '),
      latin1('naïveté \x96 50 \x80'),
      utf8(', « déjà » – tschüß'),
    ]);
    expect(decode(bytes, 'text/xml; charset=utf-8')).toBe('Über den Fluß, naïveté – 50 €, « déjà » – tschüß');
  });

  it('reads Latin with a few characters of UTF-8 in it', () => {
    const bytes = Buffer.concat([
      latin1('Fußgänger überqueren die Straße, müde, für drüben: '),
      utf8('l’été « à »'),
    ]);
    expect(decode(bytes, 'text/xml; charset=iso-8859-1')).toBe(
      'Fußgänger überqueren die Straße, müde, für drüben: l’été « à »',
    );
  });

  it('leaves Latin alone that could be UTF-8 by chance', () => {
    for (const text of [
      'LIBERTÉ\u00A0», É», à\u00A0» été',
      'Ärger mit „Österreich“ für die Schüler',
      'naïve café – “façade”',
    ])
      expect(decode(encoded(text, 'windows-1252'), 'text/xml; charset=iso-8859-1')).toBe(text);
  });

  it('keeps a long UTF-8 text that was cut inside a character', () => {
    const text = 'ä'.repeat(100);
    expect(decode(utf8(`${text}ö`).subarray(0, -1))).toBe(`${text}\uFFFD`);
    expect(decode(Buffer.concat([utf8('été, déjà l\u2019').subarray(0, -1), utf8(' café')]))).toMatch(
      /^été, déjà l\uFFFD. café$/,
    );
  });

  it('reads back what was written in any encoding it is told', () => {
    const encodings = fc.constantFrom('windows-1252', 'iso-8859-15', 'windows-1250', 'koi8-r', 'iso-8859-7');
    fc.assert(
      fc.property(encodings, fc.array(fc.integer({ min: 0x20, max: 0xff })), (encoding, codes) => {
        // A letter first: at the start, 0xff 0xfe is a byte order mark, which says more than a label.
        const bytes = Uint8Array.from([0x41, ...codes, 0x41, 0xff, 0x41]);
        fc.pre(!hasUtf8(bytes));
        const text = new TextDecoder(encoding).decode(bytes);
        expect(decode(bytes, `text/plain; charset=${encoding}`)).toBe(text);
      }),
    );
  });

  it.each(['hex', 'base64', 'binary', 'ucs-2', 'utf-32', 'utf16'])(
    'ignores what is no encoding of these bytes: %s',
    (label) => {
      expect(decode(latin1(`<?xml version="1.0" encoding="${label}"?>été`))).toMatch(/été$/);
    },
  );

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
