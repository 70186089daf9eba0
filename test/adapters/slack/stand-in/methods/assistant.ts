import * as v from 'valibot';
import { read } from '../forms/check.ts';
import { list, words } from '../forms/text.ts';
import { knownMessage } from '../world/post.ts';
import { knownChannel, method } from './method.ts';
import type { Asked, Hall, Method } from './method.ts';
import type { Message } from '../world/world.ts';

const place = { channel_id: v.optional(v.string(), ''), thread_ts: v.optional(v.string(), '') };
const prompts = list(v.strictObject({ title: words(1000), message: words(4000) }), 4);

/** What an assistant's thread shows besides messages. */
export interface Pane {
  readonly status: string;
  readonly title: string | undefined;
  readonly prompts: readonly { readonly title: string; readonly message: string }[];
}

/** The assistant's pane. @param panes by channel and thread, joined by ":" */
export function assistantMethods(hall: Hall, panes: Map<string, Pane>): readonly Method[] {
  const keep = (
    { caller }: Asked,
    form: { readonly channel_id: string; readonly thread_ts: string },
    pane: Partial<Pane>,
  ) => {
    const channel = knownChannel(hall.world, caller, form.channel_id);
    knownMessage(hall, channel.id, form.thread_ts);
    const key = `${channel.id}:${form.thread_ts}`;
    const before = panes.get(key) ?? { status: '', title: undefined, prompts: [] };
    panes.set(key, { ...before, ...pane });
    hall.changed();
    return { ok: true };
  };
  const scopes = ['assistant:write'];
  return [
    method('assistant.threads.setStatus', [...scopes, 'chat:write'], (asked) => {
      const form = read(v.looseObject({ ...place, status: v.string() }), asked.args, '');
      return keep(asked, form, { status: form.status });
    }),
    method('assistant.threads.setTitle', scopes, (asked) => {
      const form = read(v.looseObject({ ...place, title: words(255) }), asked.args, '');
      return keep(asked, form, { title: form.title });
    }),
    method('assistant.threads.setSuggestedPrompts', scopes, (asked) => {
      const form = read(v.looseObject({ ...place, prompts }), asked.args, '');
      return keep(asked, form, { prompts: form.prompts });
    }),
  ];
}

/** Takes away what the pane shows of an answer under way, now that the bot has written. */
export function endStatus(panes: Map<string, Pane>, { channelId, threadTs, botId }: Message): void {
  const key = `${channelId}:${threadTs ?? ''}`;
  const pane = panes.get(key);
  if (pane !== undefined && botId !== undefined) panes.set(key, { ...pane, status: '' });
}
