import type { Suggestion } from '../../../chat/adapter.ts';
import { createCombobox } from './combobox.ts';
import type { Completion, Completions } from './completion.ts';

/** The field where a reader types. */
export interface Composer {
  focus(): void;
  /** Lists the commands. */
  open(): void;
  /** Puts a text in place of what is there. */
  write(text: string): void;
  /** Empties the field; `typed` can be recalled with the up arrow. */
  clear(typed: string): void;
}

const draftKey = 'kiosk.draft';

/**
 * Makes the field grow with its text, complete commands, recall what was typed before, and keep an unsent text when the page
 * is loaded again.
 * @param parts.history what was typed before, oldest first
 * @param parts.complete what could come next in a text
 * @param parts.suggest values of an option, from the server; rejects where they can't be had
 * @param parts.send called with what is to be sent, which isn't empty
 * @param parts.cancel called when Escape is pressed and no list is open
 */
export function createComposer(parts: {
  form: HTMLFormElement;
  field: HTMLTextAreaElement;
  list: HTMLElement;
  history: readonly string[];
  complete: (text: string) => Completions;
  suggest: (asked: NonNullable<Completions['asks']>, signal: AbortSignal) => Promise<readonly Suggestion[]>;
  send: (text: string) => void;
  cancel: () => void;
}): Composer {
  const { form, field, list, complete, suggest, send, cancel } = parts;
  const history = [...parts.history];
  let recalled = history.length;
  let asking = new AbortController();
  const combobox = createCombobox({ field, list, choose });

  function write(text: string): void {
    field.value = text;
    field.setSelectionRange(text.length, text.length);
    grow();
    sessionStorage.setItem(draftKey, text);
  }

  function grow(): void {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  }

  function choose({ text }: Completion): void {
    write(text);
    field.focus();
    void offer();
  }

  async function offer(): Promise<void> {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    const atEnd = field.selectionStart === field.value.length;
    if (!field.value.startsWith('/') || !atEnd) {
      combobox.close();
      return;
    }
    const { items, certain, asks } = complete(field.value);
    const useful = items.filter(({ text }) => text.trimEnd() !== field.value.trimEnd());
    if (asks === undefined) {
      combobox.offer(useful, certain);
      return;
    }
    try {
      const suggested = (await suggest(asks, signal)).map((suggestion) => asks.complete(suggestion));
      const news = suggested.filter(({ text }) => text.trimEnd() !== field.value.trimEnd());
      if (!signal.aborted) combobox.offer([...news, ...useful], false);
    } catch {
      if (!signal.aborted) combobox.offer(useful, false);
    }
  }

  function recall(step: 1 | -1): boolean {
    const next = recalled + step;
    if (next < 0 || next > history.length) return false;
    recalled = next;
    write(history[next] ?? '');
    return true;
  }

  function submit(): void {
    const text = field.value.trim();
    if (text !== '') send(text);
  }

  /** What a key does; true where the browser must not do it as well. */
  function press(event: KeyboardEvent): boolean {
    const active = combobox.active();
    switch (event.key) {
      case 'Enter':
        if (event.shiftKey || event.isComposing) return false;
        if (active === undefined) submit();
        else choose(active);
        return true;
      case 'Tab':
        if (active === undefined || event.shiftKey) return false;
        choose(active);
        return true;
      case 'Escape':
        if (combobox.isOpen()) combobox.close();
        else cancel();
        return true;
      case 'ArrowUp':
      case 'ArrowDown': {
        const step = event.key === 'ArrowUp' ? -1 : 1;
        if (combobox.isOpen()) {
          combobox.move(step);
          return true;
        }
        const isRecalling = recalled < history.length;
        return (step === -1 ? isRecalling || field.value === '' : isRecalling) && recall(step);
      }
      default:
        return false;
    }
  }

  function open(): void {
    if (!field.value.startsWith('/')) write('/');
    field.focus();
    void offer();
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    combobox.close();
    submit();
  });
  field.addEventListener('keydown', (event) => {
    if (press(event)) event.preventDefault();
  });
  field.addEventListener('input', () => {
    recalled = history.length;
    grow();
    sessionStorage.setItem(draftKey, field.value);
    void offer();
  });
  field.addEventListener('blur', () => {
    asking.abort();
    combobox.close();
  });
  write(sessionStorage.getItem(draftKey) ?? '');

  return {
    focus: () => field.focus({ preventScroll: true }),
    open,
    write,
    clear(typed) {
      asking.abort();
      combobox.close();
      if (history.at(-1) !== typed) history.push(typed);
      recalled = history.length;
      write('');
    },
  };
}
