import { callbackForm } from '../forms/callback.ts';
import type { Callback } from '../forms/callback.ts';
import { choiceProblems } from '../forms/callback.ts';
import { callbackProblems } from '../forms/modal-rules.ts';
import { invalid, readForm } from '../forms/form.ts';
import { messageFlags, nothing, write } from '../forms/message.ts';
import type { MessageForm } from '../forms/message.ts';
import { Refusal } from '../refusal.ts';
import { messagePayload } from '../payloads/messages.ts';
import { put, rewrite } from '../world/post.ts';
import type { Post } from '../world/post.ts';
import type { Acknowledgement, Interaction } from '../world/world.ts';
import { done, ok, openRoute } from '../http/routes.ts';
import type { Route } from '../http/routes.ts';

/** An interaction has to be answered within so many milliseconds. */
const patience = 3000;

/** Which kinds of answer each kind of interaction takes, beginning with commands (2). */
const taken: Readonly<Record<Interaction['type'], readonly Callback['type'][]>> = {
  2: [4, 5, 9],
  3: [4, 5, 6, 7, 9],
  4: [8],
  5: [4, 5, 6, 7],
};

/** The first answer to an interaction. */
export function callbackRoutes(post: Post): readonly Route[] {
  const { world } = post;
  return [
    openRoute('POST /interactions/:interaction/:token/callback', (asked) => {
      const interaction = world.interactions.get(asked.param('interaction'));
      if (interaction === undefined || interaction.token !== asked.param('token'))
        throw new Refusal('unknownInteraction');
      const after = acknowledge(post, interaction, asked.body, asked.files);
      if (asked.query.get('with_response') !== 'true') return done;
      const original = world.messages.get(after.originalId ?? '');
      const { id, type, acknowledged } = after;
      return ok({
        interaction: {
          id,
          type,
          ...(original === undefined
            ? {}
            : {
                response_message_id: original.id,
                response_message_loading: acknowledged?.kind === 'deferred',
                response_message_ephemeral: original.onlyFor !== undefined,
              }),
        },
        ...(original === undefined
          ? {}
          : { resource: { type: typeOf(asked.body), message: messagePayload(world, original) } }),
      });
    }),
  ];
}

function typeOf(body: unknown): number {
  return readForm(callbackForm, body).type;
}

/** Takes the first answer to an interaction, however it came. @throws {Refusal} */
export function acknowledge(
  post: Post,
  interaction: Interaction,
  body: unknown,
  files: readonly string[],
): Interaction {
  const { world } = post;
  if (interaction.acknowledged !== undefined) throw new Refusal('alreadyAcknowledged');
  if (interaction.expired || world.now() - interaction.createdAt >= patience)
    throw new Refusal('unknownInteraction');
  const callback = readForm(callbackForm, body, callbackProblems, (callback) =>
    choiceProblems(callback, interaction.optionType),
  );
  if (
    !taken[interaction.type].includes(callback.type) ||
    (isUpdate(callback) && interaction.messageId === undefined)
  )
    throw invalid([
      {
        path: ['type'],
        code: 'INTERACTION_INVALID_CALLBACK_TYPE',
        message: `This interaction doesn't take a callback of type ${callback.type}`,
      },
    ]);
  const [acknowledged, originalId] = carryOut(post, interaction, callback, files);
  const after = { ...interaction, acknowledged, originalId };
  world.interactions.set(interaction.id, after);
  return after;
}

function isUpdate({ type }: Callback): boolean {
  return type === 6 || type === 7;
}

function carryOut(
  post: Post,
  interaction: Interaction,
  callback: Callback,
  files: readonly string[],
): readonly [Acknowledgement, string | undefined] {
  switch (callback.type) {
    case 1:
      throw new Refusal('invalidForm');
    case 4: {
      const { id, onlyFor } = say(post, interaction, callback.data, files);
      return [{ kind: 'message', ephemeral: onlyFor !== undefined }, id];
    }
    case 5: {
      const flags = (callback.data?.flags ?? 0) & messageFlags.ephemeral;
      const { id } = answer(post, interaction, { ...nothing, flags: flags | messageFlags.loading });
      return [{ kind: 'deferred', ephemeral: flags !== 0 }, id];
    }
    case 6:
      return [{ kind: 'deferred update' }, interaction.messageId];
    case 7: {
      const message = post.world.messages.get(interaction.messageId ?? '');
      if (message === undefined) throw new Refusal('unknownMessage');
      rewrite(post, message, callback.data ?? {}, files);
      return [{ kind: 'update' }, message.id];
    }
    case 8:
      return [{ kind: 'choices', choices: callback.data.choices }, undefined];
    case 9:
      return [{ kind: 'modal', modal: callback.data }, undefined];
    default:
      return callback satisfies never;
  }
}

/** Writes a message that answers an interaction. */
export function say(post: Post, interaction: Interaction, form: MessageForm, files: readonly string[]) {
  const kept =
    messageFlags.suppressEmbeds |
    messageFlags.ephemeral |
    messageFlags.suppressNotifications |
    messageFlags.layout;
  const contents = write(nothing, form, files);
  return answer(post, interaction, { ...contents, flags: contents.flags & kept }, form.allowed_mentions);
}

function answer(
  post: Post,
  interaction: Interaction,
  contents: typeof nothing,
  allowed?: MessageForm['allowed_mentions'],
) {
  const { world } = post;
  const channel = world.channels.get(interaction.channelId);
  if (channel === undefined) throw new Refusal('unknownChannel');
  const ephemeral = (contents.flags & messageFlags.ephemeral) !== 0;
  return put(post, {
    channel,
    author: world.application.bot,
    contents,
    allowed,
    onlyFor: ephemeral ? interaction.user.id : undefined,
    interactionId: interaction.id,
  });
}
