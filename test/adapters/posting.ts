import type { ChatAdapter, Delivery } from '../../src/chat/adapter.ts';
import { DeliveryError } from '../../src/errors.ts';

/** Posts as the outbox does: again, until it is there. @throws {DeliveryError} that is permanent */
export async function postUntilThere(adapter: Pick<ChatAdapter, 'post'>, delivery: Delivery): Promise<void> {
  for (;;) {
    try {
      await adapter.post(delivery);
      return;
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
