import type { Element } from './elements.ts';
import { escaped, html, plain } from './written.ts';

/** The text of an Atom element as HTML, whatever way it is written: RFC 4287, section 3.1 and 4.1.3, and Atom 0.3's modes. */
export function typedText(element: Element): string {
  const { attributes, isTagged } = element;
  const type = attributes.get('type')?.trim().toLowerCase() || undefined;
  const mode = attributes.get('mode')?.trim().toLowerCase();
  const isText = type === undefined || /^(?:text|x?html|text\/.*|multipart\/.*|.*[+/]xml)$/.test(type);
  if (mode === 'base64') return asHtml(decoded(plain(element)), type);
  // What is neither text nor XML is encoded bytes of something that can't be quoted.
  if (!isText && !isTagged) return '';
  if (isTagged) return html(element, escaped);
  return asHtml(plain(element), type);
}

/** True for an element that says its text is plain, and writes it as it is. */
export function isPlain({ attributes, isTagged }: Element): boolean {
  const mode = attributes.get('mode')?.trim().toLowerCase();
  return !isTagged && mode !== 'base64' && /^\s*text(?:\/plain)?\s*$/i.test(attributes.get('type') ?? '');
}

/** Text that says it is plain holds no markup, so what looks like a tag in it is meant to be read. */
function asHtml(text: string, type: string | undefined): string {
  return type === 'text' || type === 'text/plain' ? text.replaceAll('<', '&lt;') : text;
}

/** The text in these bytes, whatever type they say they are of; '' where they are none. */
function decoded(base64: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64'));
  } catch {
    return '';
  }
}
