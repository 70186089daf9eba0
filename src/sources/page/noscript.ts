import { blocksOf } from '../blocks.ts';
import { isProse } from './weight.ts';

/** What a page shows without scripts is an article only where it is longer, in characters, than a request to allow them. */
const shortestArticle = 600;

/** Takes articles out of `<noscript>` elements, where some pages keep what a script would show. */
export function openNoscript(body: Element): void {
  for (const noscript of body.querySelectorAll('noscript')) {
    const prose = blocksOf(noscript).filter(isProse);
    if (prose.reduce((sum, { text }) => sum + text.length, 0) >= shortestArticle)
      noscript.replaceWith(...noscript.childNodes);
  }
}
