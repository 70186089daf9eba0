import * as v from 'valibot';
import type { Block } from '../forms/blocks.ts';
import { readView } from '../forms/view.ts';
import type { Hall } from '../methods/method.ts';
import { Refusal } from '../refusal.ts';
import type { Acknowledgement, Calls } from '../world/calls.ts';
import { changeView, closeView, openView } from '../world/views.ts';
import type { Placed } from '../forms/layout.ts';
import { placed } from '../forms/layout.ts';
import { controlNamed } from './controls.ts';
import { fieldKey } from './fields.ts';
import type { Held } from './fields.ts';
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

/** What is filled in, by labels, block ids or action ids. */
export type Values = Readonly<Record<string, string | readonly string[]>>;

/** What a reader puts into fields. @throws where a field does not take it */
export function filledIn(blocks: readonly Block[], values: Values): Held {
  return new Map(
    Object.entries(values).map(([name, value]) => {
      const list = typeof value === 'string' ? (value === '' ? [] : [value]) : value;
      const place = controlNamed(blocks, name);
      checkLength(place.control, place.label ?? '', list[0] ?? '');
      return [fieldKey(place), list];
    }),
  );
}

/** Makes sure that nothing is empty that must not be. @throws as the client would */
export function checkFilled(blocks: readonly Block[], held: Held): void {
  const empty = placed(blocks).filter(
    (place) => !place.optional && (held.get(fieldKey(place)) ?? chosenIn(place)).length === 0,
  );
  if (empty.length > 0)
    throw new Error(`These are to be filled in: ${empty.map(({ label }) => label).join(', ')}`);
}

function checkLength(control: Placed['control'], label: string, value: string): void {
  if (control.type !== 'plain_text_input' || value === '') return;
  const { min_length: fewest = 0, max_length: most = 3000 } = control;
  if (value.length < fewest || value.length > most)
    throw new Error(`${label} takes ${fewest} to ${most} characters`);
}
