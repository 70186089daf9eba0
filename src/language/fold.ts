const ascii = /^[\0-\x7f]*$/;
const upperCase = /[A-Z]/;
const marks = /\p{M}+/gu;
const others = /[ßœæøłđðþı’‘ʼ＇]/g;
const replacements: Readonly<Record<string, string>> = {
  ß: 'ss',
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '＇': "'",
};

/** A text in the form in which words are compared: lower case, no accents, ligatures spelled out, straight apostrophes. */
export function fold(text: string): string {
  if (ascii.test(text)) return upperCase.test(text) ? text.toLowerCase() : text;
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(marks, '')
    .replace(others, (letter) => replacements[letter] ?? letter);
}
