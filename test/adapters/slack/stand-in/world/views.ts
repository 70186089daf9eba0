import type { View as ViewForm } from '../forms/view.ts';
import { Refusal } from '../refusal.ts';
import type { View, World } from './world.ts';

/** How many modals may lie on each other. */
const mostStacked = 3;

/** Opens a view, on another or on none. */
export function openView(
  world: World,
  owner: { readonly teamId: string; readonly userId: string; readonly channelId: string | undefined },
  form: ViewForm,
  below?: View,
): View {
  if (below !== undefined && depthOf(world, below) >= mostStacked) throw new Refusal('push_limit_reached');
  const { external_id: external } = form;
  const isTaken = [...world.views.values()].some(
    (view) => !view.closed && view.teamId === owner.teamId && view.form.external_id === external,
  );
  if (external !== undefined && external !== '' && isTaken) throw new Refusal('duplicate_external_id');
  const id = world.nextId('V');
  const view: View = {
    id,
    teamId: owner.teamId,
    userId: owner.userId,
    channelId: owner.channelId,
    hash: world.nextTs(),
    rootId: below?.rootId ?? id,
    previousId: below?.id,
    form,
    closed: false,
    errors: {},
  };
  world.views.set(id, view);
  return view;
}

/** Shows something else where a view is. */
export function changeView(world: World, view: View, changes: Partial<View>): View {
  const after = { ...view, errors: {}, ...changes, hash: world.nextTs() };
  world.views.set(view.id, after);
  return after;
}

/** Closes a view and uncovers the one below, or closes all of them. */
export function closeView(world: World, view: View, all = false): void {
  for (const one of world.views.values())
    if (one.id === view.id || (all && one.rootId === view.rootId))
      world.views.set(one.id, { ...one, closed: true });
}

function depthOf(world: World, view: View): number {
  const below = world.views.get(view.previousId ?? '');
  return below === undefined ? 1 : depthOf(world, below) + 1;
}
