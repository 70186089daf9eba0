import * as v from 'valibot';
import type { Notices } from '../../../discord/stand-in/notices.ts';
import { option, optionGroup } from '../forms/elements.ts';
import type { Option } from '../forms/elements.ts';
import type { Acknowledgement, CallRecord, Calls } from '../world/calls.ts';
import type { World } from '../world/world.ts';
import { see, seeView } from './seen.ts';
import type { Seen, SeenView } from './seen.ts';

/** Something a reader did, and what comes of it. Each promise settles with a fact, when it is one. */
export interface Call {
  readonly id: string;
  /** How the bot answered at first. */
  acknowledged(): Promise<Acknowledgement>;
  /** A message that answers the call: its immediate response, or one through its response_url. @param index 0 for the first */
  reply(index?: number): Promise<Seen>;
  /** A view that was opened, pushed or shown in answer. */
  view(index?: number): Promise<SeenView>;
  /** What was suggested. */
  options(): Promise<readonly Option[]>;
  /** What Slack tells the reader where nothing came, or nothing that it understands. */
  failed(): Promise<string>;
  /** What there is now. */
  replies(): readonly Seen[];
  /** The call as it stands. */
  now(): CallRecord;
}

const suggestions = v.object({
  options: v.optional(v.pipe(v.array(option), v.maxLength(100))),
  option_groups: v.optional(v.array(optionGroup)),
});

/** Follows a call. */
export function createCall(world: World, calls: Calls, notices: Notices, id: string): Call {
  const now = () => calls.get(id);
  const message = (key: string | undefined) => {
    const found = world.messages.get(key ?? '');
    return found === undefined ? undefined : see(world, found);
  };
  return {
    id,
    now,
    acknowledged: () => notices.until(() => now().acknowledged),
    reply: (index = 0) => notices.until(() => message(now().messages[index])),
    view: (index = 0) =>
      notices.until(() => {
        const view = world.views.get(now().views[index] ?? '');
        return view === undefined ? undefined : seeView(world, view);
      }),
    options: () => notices.until(() => suggested(now())),
    failed: () => notices.until(() => now().failed),
    replies: () => now().messages.flatMap((key) => message(key) ?? []),
  };
}

/** What a call brought to choose from, once it is acknowledged. */
export function suggested({ acknowledged }: CallRecord): readonly Option[] | undefined {
  if (acknowledged === undefined) return undefined;
  const { options = [], option_groups = [] } = v.parse(suggestions, acknowledged.payload ?? {});
  return [...options, ...option_groups.flatMap((group) => group.options)];
}
