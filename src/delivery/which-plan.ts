import type { CommandContext } from '../chat/command.ts';
import type { Action, Message } from '../chat/message.ts';
import type { Plan } from '../chat/plan.ts';
import { shorten } from '../chat/replies.ts';
import type { Translate } from '../texts.ts';
import { titleOf } from './plan-blocks.ts';

/** A command that goes on with one of several plans, once it is known which. */
export interface GoingOn {
  readonly command: string;
  /** The option that takes the plan. */
  readonly option: string;
  /** What was given besides. */
  readonly options?: Action['options'];
}

/** Asks which of several plans is meant; each has a button that goes on with it. */
export function whichPlan(
  plans: readonly Plan[],
  goOn: GoingOn,
  { language, t }: Pick<CommandContext, 'language' | 't'>,
): Message {
  return {
    language,
    blocks: [
      { kind: 'text', text: t('replies.plan.which') },
      {
        kind: 'list',
        items: plans.map((plan) => [
          { strong: titleOf(plan, t) },
          ' · ',
          t('replies.plan.id', { id: plan.id }),
        ]),
      },
      { kind: 'actions', actions: choicesOf(plans, goOn, t) },
    ],
  };
}

/** A button for each of some plans; those called the same are told apart by their ids. */
export function choicesOf(
  plans: readonly Plan[],
  { command, option, options = {} }: GoingOn,
  t: Translate,
): readonly Action[] {
  const labels = plans.map((plan) => shorten(titleOf(plan, t)));
  return plans.map(({ id }, index) => {
    const label = labels[index] ?? id;
    const isAmbiguous = labels.filter((other) => other === label).length > 1;
    return {
      label: isAmbiguous ? `${label} (${id})` : label,
      command,
      options: { ...options, [option]: id },
    };
  });
}
