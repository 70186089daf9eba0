import type { AnalysedSentence, Analysis } from '../../stories/analysis.ts';

/** An analysis as one text: a line for the title's terms, then one a sentence: start, end, terms. Terms hold no blanks. */
export function encodeAnalysis({ title, sentences }: Analysis): string {
  let encoded = title;
  for (const { start, end, terms } of sentences) encoded += `\n${start} ${end} ${terms}`;
  return encoded;
}

/** The analysis that `encodeAnalysis` encoded. */
export function decodeAnalysis(encoded: string): Analysis {
  const [title = '', ...lines] = encoded.split('\n');
  return { title, sentences: lines.map(decodeSentence) };
}

function decodeSentence(line: string): AnalysedSentence {
  const first = line.indexOf(' ');
  const second = line.indexOf(' ', first + 1);
  return {
    start: Number(line.slice(0, first)),
    end: Number(line.slice(first + 1, second)),
    terms: line.slice(second + 1),
  };
}

/** The terms of all sentences, joined by spaces. */
export function bodyOf({ sentences }: Analysis): string {
  return sentences.map(({ terms }) => terms).join(' ');
}
