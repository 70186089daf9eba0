import { Readability } from '@mozilla/readability';
import { type Block, blocksOf } from '../blocks.ts';
import { isElement } from '../elements.ts';
import { weights } from './weight.ts';

/** Names that Readability strips or marks down (its unlikelyCandidates and negative, without what is rare). */
const misleading =
  /-ad-|ai2html|banner|breadcrumbs|combx|comment|community|contact|cover-wrap|disqus|extra|footer|gdpr|header|hid|legends|media|menu|meta|outbrain|pager|pagination|popup|promo|related|remark|replies|rss|scroll|share|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|tags|widget/i;

/**
 * Those of a body's blocks that belong to its article by Readability's judgement. Changes the document.
 * @param blocks what the body holds
 */
export function chosenByReadability(document: Document, blocks: readonly Block[]): ReadonlySet<Block> {
  unmask(document.body);
  const kept = new Set<Node>();
  const content = contentOf(document);
  if (content !== undefined)
    for (const { nodes } of blocksOf(content)) for (const node of nodes) kept.add(node);
  return new Set(blocks.filter(({ nodes }) => nodes.some((node) => kept.has(node))));
}

function contentOf(document: Document): Element | undefined {
  try {
    const article = new Readability<Element | null>(document, {
      serializer: (node) => (isElement(node) ? node : null),
      // One attempt only: a second one would look at copies of the nodes.
      charThreshold: 1,
      disableJSONLD: true,
    }).parse();
    return article?.content ?? undefined;
  } catch {
    return undefined;
  }
}

/** What holds a good part of a page's text is its article whatever it is called, so it loses a name that says otherwise. */
function unmask(body: Element): void {
  const weight = weights(body, () => false);
  const total = weight.get(body)?.prose ?? 0;
  for (const [element, { prose }] of weight) {
    if (prose <= 0.3 * total) continue;
    if (!misleading.test(`${element.getAttribute('class')} ${element.id}`)) continue;
    element.removeAttribute('class');
    element.removeAttribute('id');
  }
}
