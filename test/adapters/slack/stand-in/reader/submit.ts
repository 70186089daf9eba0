import * as v from 'valibot';
import { readView } from '../forms/view.ts';
import type { Hall } from '../methods/method.ts';
import { Refusal } from '../refusal.ts';
import type { Acknowledgement, Calls } from '../world/calls.ts';
import { changeView, closeView, openView } from '../world/views.ts';
import type { Placed } from '../forms/layout.ts';
import { placed } from '../forms/layout.ts';
import type { View } from '../world/world.ts';
import { controlNamed } from './controls.ts';
import { chosenIn } from './seen.ts';

const form = v.variant('response_action', [
  v.object({ response_action: v.literal('clear') }),
  v.object({ response_action: v.literal('errors'), errors: v.record(v.string(), v.string()) }),
  v.object({ response_action: v.picklist(['update', 'push']), view: v.unknown() }),
]);

/** Does with a view what the bot answered to its submission. @throws {Refusal} */
export function afterSubmit(hall: Hall, calls: Calls, callId: string, { payload }: Acknowledgement): void {
  const { world } = hall;
  const view = world.views.get(calls.get(callId).viewId ?? '');
  if (view === undefined) return;
  if (payload === undefined) return closeView(world, view);
  const read = v.safeParse(form, payload);
  if (!read.success) throw new Refusal('invalid_response_action', [JSON.stringify(payload).slice(0, 200)]);
  const answer = read.output;
  const { response_action: action } = answer;
  if (action === 'clear') return closeView(world, view, true);
  if (action === 'errors') {
    const blockIds = new Set(view.form.blocks.map((block) => block.block_id));
    const unknown = Object.keys(answer.errors).filter((id) => !blockIds.has(id));
    if (unknown.length > 0) throw new Refusal('invalid_errors', [`There is no block ${unknown.join(', ')}`]);
    world.views.set(view.id, { ...view, errors: answer.errors });
    return;
  }
  const modal = readView(answer.view, 'modal', world.nextId);
  const after =
    action === 'update' ? changeView(world, view, { form: modal }) : openView(world, view, modal, view);
  calls.change(callId, { views: [...calls.get(callId).views, after.id] });
}

/** What a reader filled in, by label, block id or action id. @throws where the client would not send it off */
export function filledIn(
  view: View,
  values: Readonly<Record<string, string | readonly string[]>>,
): ReadonlyMap<Placed, readonly string[]> {
  const given = Object.entries(values).map(([name, value]) => {
    const list = typeof value === 'string' ? (value === '' ? [] : [value]) : value;
    return [controlNamed(view.form.blocks, name), list] as const;
  });
  const ids = new Set(given.filter(([, list]) => list.length > 0).map(([{ blockId }]) => blockId));
  const empty = placed(view.form.blocks).filter(
    (place) => !place.optional && !ids.has(place.blockId) && chosenIn(place).length === 0,
  );
  if (empty.length > 0)
    throw new Error(`These are to be filled in: ${empty.map(({ label }) => label).join(', ')}`);
  for (const [{ control, label }, list] of given) checkLength(control, label ?? '', list[0] ?? '');
  return new Map(given);
}

function checkLength(control: Placed['control'], label: string, value: string): void {
  if (control.type !== 'plain_text_input' || value === '') return;
  const { min_length: fewest = 0, max_length: most = 3000 } = control;
  if (value.length < fewest || value.length > most)
    throw new Error(`${label} takes ${fewest} to ${most} characters`);
}
