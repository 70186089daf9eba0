import type { App, types } from '@slack/bolt';
import type { Desk, Suggestion } from '../../chat/adapter.ts';
import type { KeyValue } from '../../chat/key-value.ts';
import { quote } from '../../chat/quotation.ts';
import type { Controls } from '../controls.ts';
import { createKeeping } from '../keeping.ts';
import { shortened } from './blocks.ts';
import { menuId, originOf } from './forms.ts';
import type { Origin } from './forms.ts';
import { limits } from './limits.ts';
import type { FindReader } from './readers.ts';
import type { Within, Workspace } from './workspaces.ts';

/** Writes what a menu's entries stand for into values that Slack takes, however long it is. */
export interface Choices {
  write(value: string): Promise<string>;
  /** Undefined: it is too old, or none of ours. */
  read(written: string): Promise<string | undefined>;
}

type Suggestions = readonly Suggestion[];

/** Milliseconds; Slack itself waits for three seconds. */
const usualPatience = 2000;

/** @param kept where longer values are found again */
export function createChoices(kept: KeyValue): Choices {
  const keeping = createKeeping(kept);
  return {
    write: async (value) =>
      value.length < limits.choice ? `=${value}` : `kept ${await keeping.keep(value)}`,
    async read(written) {
      if (written.startsWith('=')) return written.slice(1);
      const [, name] = /^kept ([\w-]{22})$/.exec(written) ?? [];
      return name === undefined ? undefined : keeping.find(name);
    },
  };
}

/**
 * Answers menus while a reader types into them: with what Kiosk suggests, and last with the words as they stand, which do as well.
 * @param parts.onlooker who types, and where the form was opened
 * @param parts.patience milliseconds to wait for suggestions
 */
export function offerChoices(
  app: App,
  parts: {
    readonly desk: Pick<Desk, 'suggest' | 'language'>;
    readonly controls: Pick<Controls, 'read'>;
    readonly choices: Pick<Choices, 'write'>;
    readonly onlooker: FindReader;
    readonly within: Within;
    readonly patience?: number;
  },
): void {
  const { desk, controls, choices, onlooker, within, patience = usualPatience } = parts;

  async function find(
    workspace: Workspace,
    user: string,
    typed: string,
    origin: Origin | undefined,
  ): Promise<Suggestions> {
    const control = origin === undefined ? undefined : await controls.read(origin.control);
    if (control?.kind !== 'action' || control.asks === undefined) return [];
    const reader = await onlooker(workspace, user, origin?.channel ?? user);
    const { command, options: given, asks: option } = control;
    const found = await desk.suggest({ ...reader, command, option, given, typed });
    if (typed === '' || found.some(({ label }) => label === typed)) return found;
    const language = await desk.language(reader);
    return [...found, { value: typed, label: quote(shortened(typed, limits.label - 4), language) }];
  }

  app.options(menuId, async ({ payload, context, ack }) => {
    const { user, view, value } = payload;
    const typed = value.trim();
    const origin = view === undefined ? undefined : originOf(view);
    const { promise, resolve } = Promise.withResolvers<Suggestions>();
    const timer = setTimeout(() => resolve([{ value: typed, label: typed }]), patience);
    within(
      context,
      async (workspace) => resolve(await find(workspace, user.id, typed, origin)),
      'nothing was suggested',
    );
    const found = await promise;
    clearTimeout(timer);
    const options = found
      .filter(({ value }) => value !== '')
      .slice(0, limits.choices)
      .map(async ({ value, label }): Promise<types.PlainTextOption> => ({
        text: { type: 'plain_text', text: shortened(label, limits.label), emoji: false },
        value: await choices.write(value),
      }));
    await ack({ options: await Promise.all(options) });
  });
}
