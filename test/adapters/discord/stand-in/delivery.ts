import { isObject } from './json.ts';
import type { JsonObject } from './json.ts';
import { pingOf } from './endpoint.ts';
import type { Signer } from './endpoint.ts';
import { Refusal } from './refusal.ts';
import { acknowledge } from './routes/callbacks.ts';
import { interactionPayload } from './reader/interaction.ts';
import type { Violation } from './violations.ts';
import { happening } from './world/happenings.ts';
import type { Post } from './world/post.ts';
import type { Interaction } from './world/world.ts';

/** Brings interactions to the bot: over the gateway, or over HTTP once it has an endpoint. */
export interface Delivery {
  deliver(interaction: Interaction, data: JsonObject): void;
  /** Takes this address for interactions from now on, if it answers a ping and refuses forgeries, as the portal does. */
  setEndpoint(url: string): Promise<void>;
  /** Settles when every interaction sent over HTTP has been answered. */
  settled(): Promise<void>;
}

/** Begins with the gateway. */
export function createDelivery(parts: {
  readonly post: Post;
  readonly signer: Signer;
  note(violation: Violation): void;
  changed(): void;
}): Delivery {
  const { post, signer, note } = parts;
  const { world } = post;
  const underway = new Set<Promise<void>>();
  let endpoint: string | undefined;

  async function overHttp(url: string, interaction: Interaction, data: JsonObject): Promise<void> {
    const where = `interaction ${interaction.id} over HTTP`;
    try {
      const response = await signer.send(url, interactionPayload(world, interaction, data));
      if (response.status === 200) take(interaction.id, await response.json());
      else if (response.status !== 202)
        note({ kind: 'protocol', where, what: `answered with ${response.status}` });
      else if (world.interactions.get(interaction.id)?.acknowledged === undefined)
        note({ kind: 'protocol', where, what: 'answered with 202, but not acknowledged before' });
    } catch (error) {
      note({ kind: error instanceof Refusal ? 'form' : 'protocol', where, what: String(error) });
    }
    parts.changed();
  }

  function take(id: string, body: unknown): void {
    const interaction = world.interactions.get(id);
    if (interaction !== undefined) acknowledge(post, interaction, body, []);
  }

  return {
    deliver(interaction, data) {
      if (endpoint === undefined) {
        const payload = interactionPayload(world, interaction, data);
        post.announce(happening('INTERACTION_CREATE', 0, payload));
        return;
      }
      const sent = overHttp(endpoint, interaction, data);
      underway.add(sent);
      void sent.finally(() => underway.delete(sent));
    },
    async setEndpoint(url) {
      const forged = await signer.send(url, pingOf(world.application.id, world.nextId()), 'forged');
      await forged.body?.cancel();
      if (forged.status !== 401)
        throw new Error(`The endpoint answers a forged ping with ${forged.status}, not 401`);
      const answered = await signer.send(url, pingOf(world.application.id, world.nextId()));
      const body: unknown = answered.status === 200 ? await answered.json() : undefined;
      if (!isObject(body) || body['type'] !== 1)
        throw new Error('The endpoint does not answer a ping with a pong');
      endpoint = url;
    },
    async settled() {
      await Promise.all(underway);
    },
  };
}
