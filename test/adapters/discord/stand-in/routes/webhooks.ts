import { readForm } from '../forms/form.ts';
import { messageFlags, messageForm } from '../forms/message.ts';
import { Refusal } from '../refusal.ts';
import { messagePayload } from '../payloads/messages.ts';
import { remove, rewrite } from '../world/post.ts';
import type { Post } from '../world/post.ts';
import type { Interaction, Message } from '../world/world.ts';
import { done, ok, openRoute } from '../http/routes.ts';
import type { Asked, Route } from '../http/routes.ts';
import { say } from './callbacks.ts';

/** The token of an interaction lives so many milliseconds. */
const lifetime = 15 * 60 * 1000;

/** What may be said after the first answer to an interaction. */
export function webhookRoutes(post: Post): readonly Route[] {
  const { world } = post;

  const interactionOf = (asked: Asked): Interaction => {
    const found = [...world.interactions.values()].find(({ token }) => token === asked.param('token'));
    if (asked.param('application') !== world.application.id || found === undefined)
      throw new Refusal('unknownWebhook');
    if (world.now() - found.createdAt >= lifetime) throw new Refusal('invalidWebhookToken');
    const kind = found.acknowledged?.kind;
    if (kind === undefined || kind === 'choices') throw new Refusal('unknownWebhook');
    return found;
  };
  const messageOf = (asked: Asked): Message => {
    const { originalId, followUps } = interactionOf(asked);
    const name = asked.param('message');
    const id =
      name === '@original' || name === originalId ? originalId : followUps.find((one) => one === name);
    const message = world.messages.get(id ?? '');
    if (message === undefined) throw new Refusal('unknownMessage');
    return message;
  };
  const path = '/webhooks/:application/:token';

  return [
    openRoute(`POST ${path}`, (asked) => {
      const interaction = interactionOf(asked);
      const form = readForm(messageForm, asked.body);
      const original = world.messages.get(interaction.originalId ?? '');
      // As Discord does for old bots: what follows a deferral is what was deferred, with the flag it was deferred with.
      if (original !== undefined && (original.flags & messageFlags.loading) !== 0)
        return ok(messagePayload(world, rewrite(post, original, form, asked.files)));
      const message = say(post, interaction, form, asked.files);
      world.interactions.set(interaction.id, {
        ...interaction,
        followUps: [...interaction.followUps, message.id],
      });
      return ok(messagePayload(world, message));
    }),
    openRoute(`GET ${path}/messages/:message`, (asked) => ok(messagePayload(world, messageOf(asked)))),
    openRoute(`PATCH ${path}/messages/:message`, (asked) => {
      const message = messageOf(asked);
      const form = readForm(messageForm, asked.body);
      const after = rewrite(post, message, form, asked.files);
      const interaction = interactionOf(asked);
      if (message.id === interaction.originalId)
        world.interactions.set(interaction.id, { ...interaction, edited: true });
      return ok(messagePayload(world, after));
    }),
    openRoute(`DELETE ${path}/messages/:message`, (asked) => {
      remove(post, messageOf(asked));
      return done;
    }),
  ];
}
