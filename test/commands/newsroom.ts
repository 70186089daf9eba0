import type { Caller, Permission } from '../../src/chat/adapter.ts';
import { createDateFormat } from '../../src/chat/dates.ts';
import type { Action, Message } from '../../src/chat/message.ts';
import { plain } from '../../src/chat/plain.ts';
import type { Plan } from '../../src/chat/plan.ts';
import type { LanguageTag } from '../../src/language/language.ts';
import type { Item } from '../../src/sources/item.ts';
import type { FollowedSource } from '../../src/sources/store.ts';
import { openHouse } from './house.ts';
import type { TestHouse } from './house.ts';
import { library } from './library.ts';

/** Somebody who speaks to Kiosk, and where. */
export interface Speaker {
  readonly caller: Caller;
  readonly channel: string;
  readonly place: string;
}

/** A manager of a channel of a server. */
export const manager: Speaker = {
  caller: { id: 'discord:1', manager: true },
  channel: 'discord:7:70',
  place: 'discord:7',
};
/** A manager of another channel of the same server. */
export const neighbour: Speaker = {
  caller: { id: 'discord:2', manager: true },
  channel: 'discord:7:71',
  place: 'discord:7',
};
/** A reader in the first manager's channel. */
export const reader: Speaker = { ...manager, caller: { id: 'discord:3', manager: false } };

/** A house with a clock that tests move, and people who type and press. */
export interface PressHouse extends TestHouse {
  readonly clock: { now: Date };
  /** Somebody types something. */
  say(language: LanguageTag, text: string, who?: Speaker): Promise<Message>;
  /** Somebody uses a command with options, as forms and menus do. */
  use(
    language: LanguageTag,
    command: string,
    options?: Readonly<Record<string, string | number>>,
    who?: Speaker,
  ): Promise<Message>;
  /** Somebody presses a button of a message. */
  press(language: LanguageTag, action: Action | undefined, who?: Speaker): Promise<Message>;
  suggest(
    language: LanguageTag,
    command: string,
    option: string,
    typed: string,
    who?: Speaker,
  ): Promise<readonly string[]>;
  /** Everything that is set up, for all channels. */
  plans(): Promise<readonly Plan[]>;
}

/** When these tests begin. */
const begun = () => new Date('2026-05-06T08:00:00Z');

/** What the library tells, as news of the last hours. */
const fresh = library.map((item): Item => {
  const later = item.publishedAt.getTime() + 39 * 60 * 60 * 1000;
  return { ...item, publishedAt: new Date(Math.min(later, Date.parse('2026-05-06T07:00:00Z'))) };
});

/** Opens a house that has read the library while it was news. */
export async function openPressHouse(
  parts: {
    readonly items?: readonly Item[];
    readonly sources?: readonly FollowedSource[];
    readonly reaches?: (channel: string) => boolean;
  } = {},
): Promise<PressHouse> {
  const clock = { now: begun() };
  const { items = fresh, ...rest } = parts;
  const house = await openHouse({ ...rest, items, now: () => clock.now });
  const { desk, store } = house;
  const lacks: readonly Permission[] = [];
  const use: PressHouse['use'] = (locale, command, options = {}, who = manager) =>
    desk.answer({ ...who, locale, lacks, command, options });
  return {
    ...house,
    clock,
    use,
    say: (locale, text, who = manager) => desk.answerText({ ...who, locale, lacks, text }),
    press(language, action, who) {
      if (action === undefined) throw new Error('there is no such button');
      return use(language, action.command, { ...options(action) }, who);
    },
    async suggest(locale, command, option, typed, who = manager) {
      const found = await desk.suggest({ ...who, locale, command, option, typed });
      return found.map(({ value }) => value);
    },
    plans: () => store.plans.list(),
  };
}

function options(action: Action): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(action.options).flatMap(([name, value]) =>
      typeof value === 'boolean' ? [] : [[name, value]],
    ),
  );
}

/** What a message says. */
export function textOf(message: Message): string {
  const { language } = message;
  return plain(message, { formatDate: createDateFormat({ language, now: begun, timeZone: 'UTC' }) });
}

/** The buttons of a message. */
export function actionsOf({ blocks }: Message): readonly Action[] {
  return blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
}

/** The button of a message that uses a command. */
export function actionOf(message: Message, command: string): Action | undefined {
  return actionsOf(message).find((action) => action.command === command && action.asks === undefined);
}
