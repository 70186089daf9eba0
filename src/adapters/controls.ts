import * as v from 'valibot';
import type { KeyValue } from '../chat/key-value.ts';
import type { Action, Message } from '../chat/message.ts';
import { readJson } from '../chat/stored.ts';
import { isLanguageTag } from '../language/index.ts';
import { createKeeping } from './keeping.ts';

/** What a button or a menu's entry stands for. */
export type Control =
  | ({ readonly kind: 'action' } & Omit<Action, 'label'>)
  /** A further page of a message, counted from 0. */
  | { readonly kind: 'page'; readonly message: string; readonly page: number }
  /** Shows a message to everybody that one reader saw. */
  | { readonly kind: 'share'; readonly message: string };

/** Writes controls into ids that come back whenever somebody uses them: after a restart, or days later. */
export interface Controls {
  write(control: Control): Promise<string>;
  /** Undefined: it is too old, or none of ours. */
  read(id: string): Promise<Control | undefined>;
  /** Keeps a message whose further pages may be asked for; returns its name. */
  keep(message: Message): Promise<string>;
  find(name: string): Promise<Message | undefined>;
}

const optionsSchema = v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]));
const actionSchema = v.tuple([v.string(), optionsSchema, v.optional(v.string())]);
const messageSchema = v.object({
  language: v.custom<Message['language']>(isLanguageTag),
  blocks: v.array(v.any()),
});

/**
 * @param kept where what doesn't fit into an id is found again
 * @param longest how long an id may be, in UTF-16 units
 */
export function createControls(kept: KeyValue, longest: number): Controls {
  const keeping = createKeeping(kept);

  async function find(name: string): Promise<unknown> {
    const value = await keeping.find(name);
    return value === undefined ? undefined : readJson(value);
  }

  return {
    async write(control) {
      if (control.kind === 'page') return `page ${control.message} ${control.page}`;
      if (control.kind === 'share') return `share ${control.message}`;
      const { command, options, asks } = control;
      const value = JSON.stringify([command, options, ...(asks === undefined ? [] : [asks])]);
      const whole = `do ${value}`;
      return whole.length <= longest ? whole : `kept ${await keeping.keep(value)}`;
    },
    async read(id) {
      const [kind = '', name = '', page = ''] = id.split(' ');
      if (kind === 'do') return actionOf(readJson(id.slice('do '.length)));
      if (kind === 'kept') return actionOf(await find(name));
      if (kind === 'page' && /^\d{1,3}$/.test(page)) return { kind, message: name, page: Number(page) };
      if (kind === 'share') return { kind, message: name };
      return undefined;
    },
    keep: (message) => keeping.keep(JSON.stringify(message)),
    async find(name) {
      const parsed = v.safeParse(messageSchema, await find(name));
      return parsed.success ? parsed.output : undefined;
    },
  };
}

function actionOf(value: unknown): Control | undefined {
  const parsed = v.safeParse(actionSchema, value);
  if (!parsed.success) return undefined;
  const [command, options, asks] = parsed.output;
  return { kind: 'action', command, options, ...(typeof asks === 'string' && { asks }) };
}
