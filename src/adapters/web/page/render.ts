import { createDateFormat } from '../../../chat/dates.ts';
import { quote } from '../../../chat/quotation.ts';
import type { LanguageTag } from '../../../language/language.ts';
import type { Wire, WireMessage } from '../wire.ts';
import type { Span, Text } from '../../../chat/message.ts';
import { element } from './dom.ts';
import type { Labels } from './labels.ts';

type WireText = Wire<Text>;
type WireSpan = Wire<Span>;
type WireBlock = WireMessage['blocks'][number];

/** A block of one kind, as it arrives in the page. */
type BlockOf<kind extends WireBlock['kind']> = Extract<WireBlock, { kind: kind }>;

/** An action of a message, as it arrives in the page. */
export type WireAction = BlockOf<'actions'>['actions'][number];

/** What rendering a message needs besides it. */
export interface RenderContext {
  readonly labels: Labels;
  /** Runs the action of a button that was pressed. */
  readonly act: (action: WireAction) => void;
  /** Copies a text for the reader; undefined where the browser doesn't allow it. */
  readonly copy: ((text: string, button: HTMLButtonElement) => void) | undefined;
}

/** Makes the elements that show a message. Its strings become text nodes and nothing else. */
export function renderMessage(message: WireMessage, context: RenderContext): HTMLElement {
  const blocks = message.blocks.map((block) => renderBlock(block, message.language, context));
  return element('div', { class: 'message', lang: message.language }, ...blocks);
}

function renderBlock(block: WireBlock, language: LanguageTag, context: RenderContext): HTMLElement {
  switch (block.kind) {
    case 'text':
      return element('p', { dir: 'auto' }, ...renderText(block.text, language));
    case 'heading':
      return element('h3', { dir: 'auto' }, ...renderText(block.text, language));
    case 'list':
      return element(
        'ul',
        {},
        ...block.items.map((item) => element('li', { dir: 'auto' }, ...renderText(item, language))),
      );
    case 'card':
      return renderCard(block, language, context);
    case 'actions': {
      const buttons = block.actions.map((action) => {
        const button = element('button', { type: 'button', dir: 'auto' }, action.label);
        button.addEventListener('click', () => context.act(action));
        return button;
      });
      return element('div', { class: 'actions' }, ...buttons);
    }
  }
}

/** Articles' pictures are left out: loading them would tell their servers who reads what. */
function renderCard(card: BlockOf<'card'>, language: LanguageTag, context: RenderContext): HTMLElement {
  const tongue: Record<string, string> = card.language === undefined ? {} : { lang: card.language };
  const title = renderText(card.title, language);
  const heading = element('h3', { dir: 'auto', ...tongue }, ...(card.to ? [link(title, card.to)] : title));
  const made = element('article', { class: 'card' });
  const body =
    card.body === undefined
      ? undefined
      : element('div', { class: 'body', dir: 'auto', ...tongue }, ...renderText(card.body, language));
  if (body !== undefined) made.append(body);
  const foot = element('div', { class: 'foot' });
  if (card.language !== undefined) foot.append(badge(card.language, language));
  if (card.note !== undefined) {
    foot.append(element('p', { class: 'note', dir: 'auto' }, ...renderText(card.note, language)));
  }
  const { copy, labels } = context;
  if (body !== undefined && copy !== undefined) {
    const button = labels.labelled('button', 'web.copyQuote', { type: 'button', class: 'copy' });
    const copied = [body.textContent, [heading.textContent, card.to].filter(Boolean).join(' – ')].join('\n');
    button.addEventListener('click', () => copy(copied, button));
    foot.append(button);
  }
  made.append(heading, foot);
  return made;
}

/** Two letters to look at, a language's name to hear. */
function badge(of: LanguageTag, language: LanguageTag): HTMLElement {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(of) ?? of;
  return element(
    'span',
    { class: 'badge', title: name },
    element('span', { 'aria-hidden': 'true' }, of.toUpperCase()),
    element('span', { class: 'hidden' }, name),
  );
}

function renderText(text: WireText, language: LanguageTag): readonly (Node | string)[] {
  if (isSpans(text)) return text.flatMap((span) => renderText(span, language));
  if (typeof text === 'string') return [bidirectional.test(text) ? element('bdi', {}, text) : text];
  if ('strong' in text) return [element('strong', {}, ...renderText(text.strong, language))];
  if ('link' in text) return [link(renderText(text.link, language), text.to)];
  if ('quote' in text) return [quotation(renderText(text.quote, text.language), text.language)];
  const date = new Date(text.date);
  if (Number.isNaN(date.getTime())) return [];
  const write = createDateFormat({ language, now: () => new Date() });
  return [element('time', { datetime: date.toISOString() }, write(date, text.style))];
}

/** Embeddings, overrides and isolates (Unicode Standard Annex 9), which would reorder what stands after them. */
const bidirectional = /[\u202A-\u202E\u2066-\u2069]/;

function isSpans(text: WireText): text is readonly WireSpan[] {
  return Array.isArray(text);
}

/** Quoted words in the marks of their language, unless they bring their own. */
function quotation(content: readonly (Node | string)[], language: LanguageTag): HTMLElement {
  const quoted = element('span', {}, ...content);
  const words = quoted.textContent.trim();
  const marked = quote(words, language);
  const start = marked.indexOf(words);
  return element('q', { lang: language }, marked.slice(0, start), quoted, marked.slice(start + words.length));
}

/** A link in a new tab; only http and https are followed, anything else is shown as the text it is. */
function link(content: readonly (Node | string)[], to: string): Node {
  const address = URL.canParse(to) ? new URL(to) : undefined;
  if (address?.protocol !== 'https:' && address?.protocol !== 'http:') return element('span', {}, ...content);
  return element(
    'a',
    {
      href: address.href,
      target: '_blank',
      rel: 'noopener noreferrer nofollow',
      referrerpolicy: 'no-referrer',
      'aria-describedby': 'new-tab',
    },
    ...content,
  );
}
