import * as v from 'valibot';
import { read } from '../forms/check.ts';
import { readView } from '../forms/view.ts';
import { viewPayload } from '../payloads.ts';
import { Refusal } from '../refusal.ts';
import { useTrigger } from '../world/triggers.ts';
import { changeView, openView } from '../world/views.ts';
import type { View } from '../world/world.ts';
import { method } from './method.ts';
import type { Hall, Method } from './method.ts';

const openForm = v.looseObject({
  trigger_id: v.optional(v.string(), ''),
  view: v.optional(v.unknown()),
});
const changeForm = v.looseObject({
  view_id: v.optional(v.string()),
  external_id: v.optional(v.string()),
  hash: v.optional(v.string()),
  view: v.optional(v.unknown()),
});
const publishForm = v.looseObject({
  user_id: v.optional(v.string(), ''),
  hash: v.optional(v.string()),
  view: v.optional(v.unknown()),
});

/** Modals and home tabs. @param opened is told of modals: which call opened which */
export function viewMethods(hall: Hall, opened: (callId: string, view: View) => void): readonly Method[] {
  const { world } = hall;
  const answer = (view: View) => {
    hall.changed();
    return { ok: true, view: viewPayload(world, view) };
  };
  return [
    ...(['views.open', 'views.push'] as const).map((name) =>
      method(name, [], ({ args, caller: { teamId } }) => {
        const form = read(openForm, args, '');
        const modal = readView(form.view, 'modal', world.nextId);
        const { callId, userId } = useTrigger(world, form.trigger_id, teamId);
        const below = name === 'views.push' ? topView(hall, userId) : undefined;
        const view = openView(world, { teamId, userId, channelId: undefined }, modal, below);
        opened(callId, view);
        return answer(view);
      }),
    ),
    method('views.update', [], ({ args, caller: { teamId } }) => {
      const form = read(changeForm, args, '');
      const view = [...world.views.values(), ...world.homes.values()].find(
        (one) =>
          one.teamId === teamId &&
          (one.id === form.view_id ||
            (form.external_id !== undefined && one.form.external_id === form.external_id)),
      );
      if (view === undefined || view.closed) throw new Refusal('not_found');
      const modal = readView(form.view, view.form.type, world.nextId);
      if (form.hash !== undefined && form.hash !== view.hash) throw new Refusal('hash_conflict');
      const after = changeView(world, view, { form: modal });
      if (world.homes.has(view.userId) && view.form.type === 'home') world.homes.set(view.userId, after);
      return answer(after);
    }),
    method('views.publish', [], ({ args, caller: { teamId } }) => {
      const form = read(publishForm, args, '');
      const home = readView(form.view, 'home', world.nextId);
      const user = world.users.get(form.user_id);
      if (user === undefined || user.teamId !== teamId) throw new Refusal('user_not_found');
      const before = world.homes.get(user.id);
      if (form.hash !== undefined && before !== undefined && form.hash !== before.hash)
        throw new Refusal('hash_conflict');
      const view: View = {
        ...(before ?? openView(world, { teamId, userId: user.id, channelId: undefined }, home)),
        form: home,
        hash: world.nextTs(),
      };
      world.homes.set(user.id, view);
      world.views.delete(view.id);
      return answer(view);
    }),
  ];
}

/** The modal that a reader has before them. @throws {Refusal} */
function topView({ world }: Hall, userId: string): View {
  const view = [...world.views.values()].findLast((one) => one.userId === userId && !one.closed);
  if (view === undefined) throw new Refusal('not_found');
  return view;
}
