import * as v from 'valibot';
import { modalForm } from './components.ts';
import { list, text, whole } from './fields.ts';
import type { Problem } from './form.ts';
import { messageForm } from './message.ts';

const choice = v.object({
  name: text(1, 100),
  name_localizations: v.nullish(v.record(v.string(), text(1, 100))),
  value: v.union([text(0, 100), v.number()]),
});

/** An answer to an interaction (discord-api-docs, "Interaction Callback Type"). */
export const callbackForm = v.variant('type', [
  v.object({ type: v.literal(1) }),
  v.object({ type: v.literal(4), data: messageForm }),
  v.object({
    type: v.literal(5),
    data: v.nullish(v.object({ flags: v.nullish(whole(0, 2 ** 31 - 1)) })),
  }),
  v.object({ type: v.literal(6) }),
  v.object({ type: v.literal(7), data: v.nullish(messageForm) }),
  v.object({ type: v.literal(8), data: v.object({ choices: list(choice, 0, 25) }) }),
  v.object({ type: v.literal(9), data: modalForm }),
]);

/** An answer to an interaction. */
export type Callback = v.InferOutput<typeof callbackForm>;
/** A value that an autocompleted option could have. */
export type Choice = v.InferOutput<typeof choice>;

/** Suggestions are of the type of the option they are for: text (3), or numbers (4 and 10). */
export function choiceProblems(callback: Callback, optionType: number | undefined): readonly Problem[] {
  if (callback.type !== 8) return [];
  const kind = optionType === 3 ? 'string' : 'number';
  return callback.data.choices.flatMap(({ value }, index) =>
    typeof value === kind
      ? []
      : [
          {
            path: ['data', 'choices', index, 'value'],
            code: 'APPLICATION_COMMAND_OPTION_CHOICE_TYPE',
            message: `The value is no ${kind}`,
          },
        ],
  );
}
