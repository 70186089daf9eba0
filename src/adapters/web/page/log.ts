import type { PageText } from '../texts.ts';
import type { WireMessage, WirePost } from '../wire.ts';
import { element } from './dom.ts';
import type { Labels } from './labels.ts';
import { renderMessage } from './render.ts';
import type { RenderContext } from './render.ts';
import type { Typed } from './turns.ts';

/** What was said, as the reader sees and hears it. */
export interface Log {
  /** Shows what the reader asked. @param at ISO 8601 */
  ask(typed: Typed, at: string): void;
  /** Shows a reply. @param at ISO 8601 */
  reply(message: WireMessage, at: string): void;
  /** Shows what Kiosk posted by itself, or shows its new state in its place. */
  post(post: WirePost): void;
  /** Shows that a reply is awaited until the returned function is called. */
  wait(): () => void;
  /** Says why there is no reply. @param remedy a button that mends it */
  problem(text: PageText, remedy?: Remedy): void;
  /** Brings the start of the newest reply into view. */
  scroll(): void;
  /** Fills the log without having screen readers read it out. */
  quietly(fill: () => void): void;
  clear(): void;
}

/** A button that mends a problem. */
export interface Remedy {
  readonly label: PageText;
  readonly act: () => void;
}

/** @param parts.root the element with the role of a log */
export function createLog(parts: { root: HTMLElement; labels: Labels; context: RenderContext }): Log {
  const { root, labels, context } = parts;
  const posts = new Map<string, HTMLElement>();

  function turn(kind: string, speaker: PageText, content: Node, at: string): HTMLElement {
    const heading = labels.labelled('h2', speaker, { class: kind === 'asked' ? 'hidden' : 'speaker' });
    const made = element('article', { class: `turn ${kind}`, 'data-at': at }, heading, content);
    const later = [...root.children].find((other) => (other.getAttribute('data-at') ?? '') > at);
    root.insertBefore(made, later ?? null);
    return made;
  }

  function scroll(): void {
    const turns = [...root.querySelectorAll(':scope > .turn')];
    const reply = turns.at(-1);
    const question = turns.at(-2);
    if (reply === undefined) return;
    // With its question, if that leaves room to read.
    const isShort = (question?.getBoundingClientRect().height ?? Infinity) < innerHeight / 3;
    const start = question?.classList.contains('asked') === true && isShort ? question : reply;
    const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
    start.scrollIntoView({ block: 'start', behavior });
  }

  return {
    scroll,
    ask({ text, label }, at) {
      const typed = label === undefined ? [text] : [label, element('small', { dir: 'auto' }, text)];
      turn('asked', 'web.you', element('p', { class: 'bubble', dir: 'auto' }, ...typed), at);
    },
    reply: (message, at) => void turn('replied', 'web.title', renderMessage(message, context), at),
    post({ id, at, message }) {
      const content = renderMessage(message, context);
      const shown = posts.get(id);
      if (shown === undefined) posts.set(id, turn('posted', 'web.posted', content, at));
      else shown.lastElementChild?.replaceWith(content);
    },
    wait() {
      root.setAttribute('aria-busy', 'true');
      const waiting = element('p', { class: 'waiting' }, labels.labelled('span', 'web.reading'));
      root.append(waiting);
      waiting.scrollIntoView({ block: 'nearest' });
      return () => {
        waiting.remove();
        root.removeAttribute('aria-busy');
      };
    },
    problem(text, remedy) {
      const made = element('div', { class: 'turn problem' }, labels.labelled('p', text));
      if (remedy !== undefined) {
        const button = labels.labelled('button', remedy.label, { type: 'button' });
        button.addEventListener('click', () => {
          made.remove();
          remedy.act();
        });
        made.append(button);
      }
      root.append(made);
      made.scrollIntoView({ block: 'nearest' });
    },
    quietly(fill) {
      root.setAttribute('aria-live', 'off');
      fill();
      requestAnimationFrame(() => root.setAttribute('aria-live', 'polite'));
    },
    clear() {
      root.replaceChildren();
      posts.clear();
    },
  };
}
