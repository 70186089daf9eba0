import type { ChatAdapter, Delivery, Posted } from '../../src/chat/adapter.ts';
import type { KeyValue } from '../../src/chat/key-value.ts';
import type { Message } from '../../src/chat/message.ts';
import { DeliveryError } from '../../src/errors.ts';

/** Posts as the outbox does: again, until it is there. @throws {DeliveryError} that is permanent */
export function postUntilThere(adapter: Pick<ChatAdapter, 'post'>, delivery: Delivery): Promise<Posted> {
  return untilDone(() => adapter.post(delivery));
}

/** Does something as the outbox does: again, until it is done. @throws {DeliveryError} that is permanent */
export async function untilDone<value>(attempt: () => Promise<value>): Promise<value> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof DeliveryError) || error.permanent) throw error;
    }
  }
}

/** Why something wasn't delivered; undefined where it was. */
export function failureOf(delivery: Promise<unknown>): Promise<DeliveryError | undefined> {
  return delivery.then(
    () => undefined,
    (error: unknown) => (error instanceof DeliveryError ? error : undefined),
  );
}

/** What is kept by a process that ends as soon as it has posted something, before it can write that down. */
export function keptUntilPosted(kept: KeyValue): KeyValue {
  return {
    ...kept,
    async set(key, value, expiresIn) {
      if (key.startsWith('posted ')) throw new Error('The process has ended');
      await kept.set(key, value, expiresIn);
    },
  };
}

/** A message of one text. */
export function says(text: string): Message {
  return { language: 'en', blocks: [{ kind: 'text', text }] };
}

/** A message about one article, as alerts are. */
export function tells(title: string, heading = 'What is new'): Message {
  return {
    language: 'en',
    blocks: [
      { kind: 'heading', text: heading },
      { kind: 'card', title, body: `All about it: ${title}` },
    ],
  };
}
