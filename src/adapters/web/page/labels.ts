import type { LanguageTag } from '../../../language/language.ts';
import type { PageText, PageTexts } from '../texts.ts';
import { element } from './dom.ts';

/** Where an element names the text it shows, and how it shows it. */
const places = [
  { attribute: 'data-text', show: (target: Element, text: string) => target.replaceChildren(text) },
  {
    attribute: 'data-label',
    show: (target: Element, text: string) => {
      target.setAttribute('aria-label', text);
      if (target instanceof HTMLButtonElement) target.title = text;
    },
  },
  {
    attribute: 'data-placeholder',
    show: (target: Element, text: string) => target.setAttribute('placeholder', text),
  },
] as const;

/** The page's own words, wherever they stand; they can be changed to another language at once. */
export interface Labels {
  text(key: PageText): string;
  /** Makes an element that shows a text, in whatever language the page has. */
  labelled<tag extends keyof HTMLElementTagNameMap>(
    tag: tag,
    key: PageText,
    attributes?: Readonly<Record<string, string>>,
  ): HTMLElementTagNameMap[tag];
  change(texts: PageTexts, language: LanguageTag): void;
}

/** @param texts the page's texts in its first language */
export function createLabels(texts: PageTexts, language: LanguageTag): Labels {
  let current = texts;
  let tongue = language;

  const labels: Labels = {
    text: (key) => current[key],
    // Replies keep their language when the page changes its own, so what is the page's own among them says so.
    labelled: (tag, key, attributes = {}) =>
      element(tag, { ...attributes, lang: tongue, 'data-text': key }, current[key]),
    change(texts, language) {
      current = texts;
      tongue = language;
      document.documentElement.lang = language;
      document.title = texts['web.title'];
      for (const { attribute, show } of places) {
        for (const target of document.querySelectorAll(`[${attribute}]`)) {
          const key = target.getAttribute(attribute) ?? '';
          if (!isPageText(key, texts)) continue;
          show(target, texts[key]);
          if (target.hasAttribute('lang')) target.setAttribute('lang', language);
        }
      }
    },
  };
  labels.change(texts, language);
  return labels;
}

function isPageText(key: string, texts: PageTexts): key is PageText {
  return Object.hasOwn(texts, key);
}
