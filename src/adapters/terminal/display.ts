import { styleText } from 'node:util';
import { createDateFormat } from '../../chat/dates.ts';
import type { Action, Message } from '../../chat/message.ts';
import { clean } from '../../chat/plain.ts';
import type { LanguageTag } from '../../language/language.ts';
import { actionsOf, layOut, numberedLine, wrap } from './layout.ts';
import type { Output, Screen } from './screen.ts';

/** Writes messages and Kiosk's own words onto a screen, and knows which action stands behind which number. */
export interface Display {
  /** Kiosk's own words. */
  say(text: string, language: LanguageTag): Promise<void>;
  /** A message; its actions are numbered on from those already shown. */
  show(message: Message): Promise<void>;
  /** Actions alone, in place of those shown so far. */
  offer(actions: readonly Action[], language: LanguageTag): Promise<void>;
  /** Forgets the actions shown so far. */
  forget(): void;
  /** How many actions can be chosen by their number. */
  offered(): number;
  action(number: number): Action | undefined;
}

/** A display on `screen`, which wraps to the width of `output`. */
export function createDisplay(parts: {
  readonly screen: Pick<Screen, 'print'>;
  readonly output: Output;
  readonly columns?: number;
  readonly colour: boolean;
  readonly timeZone?: string;
  readonly now: () => Date;
}): Display {
  const { screen, output, timeZone, now } = parts;
  let actions: readonly Action[] = [];

  function layoutFor(language: LanguageTag) {
    const onTerminal = output.isTTY === true;
    return {
      formatDate: createDateFormat({ language, now, ...(timeZone !== undefined && { timeZone }) }),
      columns: onTerminal ? (output.columns ?? parts.columns) : parts.columns,
      colour: parts.colour && onTerminal,
      numbered: actions.length,
    };
  }

  return {
    say(text, language) {
      const { columns, colour } = layoutFor(language);
      const lines = wrap(clean(text), columns).join('\n');
      return screen.print(colour ? styleText('dim', lines, { validateStream: false }) : lines);
    },
    show(message) {
      const text = layOut(message, layoutFor(message.language));
      actions = [...actions, ...actionsOf(message)];
      return screen.print(`${text}\n`);
    },
    offer(offered, language) {
      actions = offered;
      const layout = layoutFor(language);
      return screen.print(offered.map(({ label }, index) => numberedLine(index, label, layout)).join('\n'));
    },
    forget() {
      actions = [];
    },
    offered: () => actions.length,
    action: (number) => actions[number - 1],
  };
}
