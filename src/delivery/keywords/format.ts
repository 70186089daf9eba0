import { languages } from '../../language/index.ts';
import type { LanguageTag } from '../../language/index.ts';
import type { Keywords } from './expression.ts';

/** Writes a filter the way `parseKeywords` reads it, with one language's joining words. */
export function formatKeywords(keywords: Keywords, language: LanguageTag): string {
  const { operators } = languages[language];
  const loud = (operator: keyof typeof operators) => (operators[operator][0] ?? operator).toUpperCase();

  function write(part: Keywords): string {
    switch (part.kind) {
      case 'term':
        return part.isQuoted ? `"${part.typed}"` : part.typed;
      case 'not':
        return `${loud('not')} ${writeNested(part.of)}`;
      default:
        return part.of.map(writeNested).join(` ${loud(part.kind)} `);
    }
  }

  function writeNested(part: Keywords): string {
    return part.kind === 'and' || part.kind === 'or' ? `(${write(part)})` : write(part);
  }

  return write(keywords);
}
