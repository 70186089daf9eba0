import type { Block } from '../blocks.ts';
import { isElement, nameOf } from '../elements.ts';
import { type Weight, weightless, weights } from './weight.ts';

/** Elements that hold no part of an article unless a page is oddly made. */
const clutterNames = new Set(
  (
    'meta link base title script style template iframe object embed svg canvas audio video button input select textarea ' +
    'label nav aside footer figcaption dialog menu form'
  ).split(' '),
);

/** WAI-ARIA roles of what surrounds an article (https://www.w3.org/TR/wai-aria/#role_definitions). */
const clutterRoles = new Set(
  (
    'alert alertdialog banner button complementary contentinfo dialog form menu menubar navigation search status tablist ' +
    'toolbar tooltip'
  ).split(' '),
);

/** Words by which publishers name, in classes and ids, what surrounds an article. */
const clutterWords = wordPattern(
  'ads? adslot advert\\w* anzeigen? werbung sponsor\\w* outbrain taboola plista breadcrumbs? byline authors? autor(?:en)? ' +
    'auteurs? captions? bildunterschrift legende? credits? comments? kommentare? commentaires? disqus community ' +
    'newsletters? subscri\\w+ signup abo share sharing shares sharebar social\\w* related\\w* recommend\\w* recirc\\w* ' +
    'mostread sidebar toolbar nav navbar navigation menu footer masthead popup modal overlay tooltip tags tagged keywords ' +
    'pagination pager poll quiz rating feedback dateline timestamp skiplink offscreen sr\\s+only visually\\s+hidden ' +
    'screen\\s*reader noprint donotprint instagram tiktok facebook whatsapp',
);

/** Words that name clutter where there is a link in it, and may name a part of the article where there is none. */
const leadingAway = wordPattern(
  'teasers? promo\\w* widget gallery slideshow carousel slider trending popular topics tag',
);

/** The names of consent frameworks: what they show is never part of an article, and may be longer than one. */
const consentNames =
  /^(?:onetrust|ot-sdk|didomi|usercentrics|sp_message|qc-cmp|cmpbox|cybotcookiebot|truste|axeptio|tarteaucitron|klaro|cookie-?(?:law|consent|notice|banner|bar|wall|popup|dialog|policy|overlay|info|message|modal|alert|hint|layer)|gdpr|consent-?(?:banner|manager|wall|dialog|overlay|layer|modal|popup))/i;

const hiddenStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|clip\s*:\s*rect\(0)/i;

/**
 * Takes out of a body what is no part of its article: navigation, teasers, captions, boxes, requests, what nobody sees.
 * @param isTitle tells the article's own headline
 */
export function removeClutter(body: Element, isTitle: (block: Block) => boolean): void {
  sweep(body, isConsent);
  for (const isClutter of [isClutterByKind, isClutterByName]) {
    // What is swept away first must not count when the rest is weighed.
    const weight = weights(body, isTitle);
    const total = weight.get(body)?.prose ?? 0;
    sweep(body, (element) => isClutter(element, weight.get(element) ?? weightless, total));
  }
}

/** Removes the topmost elements below `root` that are clutter. */
function sweep(root: Element, isClutter: (element: Element) => boolean): void {
  const waiting: Element[] = [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    let child: Node | null = element.firstChild;
    while (child !== null) {
      const next: Node | null = child.nextSibling;
      if (isElement(child)) {
        if (isClutter(child)) child.remove();
        else waiting.push(child);
      }
      child = next;
    }
  }
}

/** Clutter by what HTML itself says: an element's name, its role, that it is hidden. */
function isClutterByKind(element: Element, { prose }: Weight, total: number): boolean {
  // What holds a good part of a page's text is the article itself, whatever it is made of.
  if (prose > 0.35 * total) return false;
  const name = nameOf(element);
  if (name === 'figure') return element.querySelector('table, blockquote, pre') === null;
  if (clutterNames.has(name)) return true;
  if (clutterRoles.has(element.getAttribute('role')?.toLowerCase() ?? '')) return true;
  return isHidden(element) && !(name === 'p' && prose > 0);
}

/** Clutter by what a publisher calls it, and by titles of other articles in it. */
function isClutterByName(element: Element, weight: Weight, total: number): boolean {
  const { prose, headings, linkedHeadings, titled } = weight;
  if (titled || prose > 0.25 * total) return false;
  if (linkedHeadings > 0 && linkedHeadings >= headings / 2 && prose <= 300 * linkedHeadings) return true;
  const name = nameOf(element);
  if (name === 'article' || name === 'main' || (name === 'p' && prose > 0)) return false;
  const words = wordsOf(element);
  return clutterWords.test(words) || (leadingAway.test(words) && element.querySelector('a') !== null);
}

/** True for what a consent framework put into a page, but not for the page around it. */
export function isConsent(element: Element): boolean {
  const names = [element.id, ...(element.getAttribute('class') ?? '').split(/\s+/)];
  return names.some((name) => consentNames.test(name)) && element.querySelector('h1, main, article') === null;
}

function isHidden(element: Element): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    hiddenStyle.test(element.getAttribute('style') ?? '') ||
    isHiddenByClass(element.getAttribute('class') ?? '')
  );
}

/** "hidden" beside "md:block" hides something from narrow screens alone. */
function isHiddenByClass(classes: string): boolean {
  return /(?:^|\s)(?:is-)?hidden(?:\s|$)/.test(classes) && !/:(?:block|flex|grid|inline|table)/.test(classes);
}

function wordPattern(words: string): RegExp {
  return new RegExp(` (?:${words.split(' ').join('|')}) `);
}

/** The words of an element's names, lower case, with a space around each: " article  share  box ". */
function wordsOf(element: Element): string {
  let names = '';
  for (const attribute of ['class', 'id', 'data-component', 'data-testid', 'itemprop'])
    names += ` ${element.getAttribute(attribute) ?? ''}`;
  const parts = names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  return ` ${parts.join('  ')} `;
}
