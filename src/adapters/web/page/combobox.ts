import type { Completion } from './completion.ts';
import { element } from './dom.ts';

/** A list of completions below or above the field they complete. */
export interface Combobox {
  readonly isOpen: () => boolean;
  /** Offers completions; none close the list. @param first true: Enter takes the first one */
  offer(items: readonly Completion[], first: boolean): void;
  /** Goes through the list, round at its ends. */
  move(step: 1 | -1): void;
  /** The completion that Enter takes. */
  active(): Completion | undefined;
  close(): void;
}

/**
 * The ARIA combobox pattern with a list that pops up; the focus stays in the field.
 * See https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 * @param parts.choose called with a completion that was clicked
 */
export function createCombobox(parts: {
  field: HTMLTextAreaElement;
  list: HTMLElement;
  choose: (completion: Completion) => void;
}): Combobox {
  const { field, list, choose } = parts;
  let items: readonly Completion[] = [];
  let at = -1;

  function mark(index: number): void {
    at = index;
    for (const [position, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(position === at));
    }
    const option = list.children[at];
    if (option === undefined) {
      field.removeAttribute('aria-activedescendant');
      return;
    }
    field.setAttribute('aria-activedescendant', option.id);
    if (option instanceof HTMLElement) reveal(option);
  }

  /** Scrolls the list and, unlike `scrollIntoView`, never the page. */
  function reveal(option: HTMLElement): void {
    const { offsetTop, offsetHeight } = option;
    list.scrollTop = Math.min(
      offsetTop,
      Math.max(list.scrollTop, offsetTop + offsetHeight - list.clientHeight),
    );
  }

  function close(): void {
    items = [];
    list.hidden = true;
    list.replaceChildren();
    mark(-1);
    // A field of several lines is a combobox only while there is a list: otherwise screen readers would call it one.
    for (const name of ['role', 'aria-expanded', 'aria-controls', 'aria-autocomplete', 'aria-haspopup']) {
      field.removeAttribute(name);
    }
  }

  return {
    isOpen: () => items.length > 0,
    active: () => items[at],
    close,
    offer(offered, first) {
      if (offered.length === 0) {
        close();
        return;
      }
      items = offered;
      list.replaceChildren(
        ...offered.map((item, index) => {
          const option = element(
            'div',
            { id: `suggestion-${index}`, role: 'option', 'aria-selected': 'false' },
            element('span', { class: 'label', dir: 'auto' }, item.label),
            ' ',
            element('span', { class: 'description', dir: 'auto' }, item.description),
          );
          // The field must not lose the focus to what is clicked.
          option.addEventListener('mousedown', (event) => event.preventDefault());
          option.addEventListener('click', () => choose(item));
          return option;
        }),
      );
      list.hidden = false;
      field.setAttribute('role', 'combobox');
      field.setAttribute('aria-expanded', 'true');
      field.setAttribute('aria-controls', list.id);
      field.setAttribute('aria-autocomplete', 'list');
      field.setAttribute('aria-haspopup', 'listbox');
      mark(first ? 0 : -1);
    },
    move(step) {
      mark((at + step + items.length + (at === -1 && step === -1 ? 1 : 0)) % items.length);
    },
  };
}
