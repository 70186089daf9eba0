import { DeliveryError } from '../../errors.ts';
import { inTime } from '../deadline.ts';
import { until } from './requests.ts';
import { partsOfChannel } from './calls.ts';
import { deliveryError } from './failures.ts';
import type { Where } from './posts.ts';
import type { Workspace } from './workspaces.ts';

/** Posts or edits in a channel, by its id across platforms. @throws {DeliveryError} */
export type Deliver = <value>(id: string, doing: (where: Where) => Promise<value>) => Promise<value>;

/**
 * Delivers within a time: Slack is asked for something in its first half only, so that what became of it is heard in the second.
 * @param parts.enter does something in a workspace, by its id
 * @param parts.timeout half of that time, in milliseconds, in which clients hear an answer or give up
 */
export function createDelivering(parts: {
  readonly enter: <value>(team: string, doing: (workspace: Workspace) => Promise<value>) => Promise<value>;
  readonly isOver: () => boolean;
  readonly timeout: number;
}): Deliver {
  const { enter, isOver, timeout } = parts;
  return async (id, doing) => {
    if (isOver()) throw new DeliveryError('Kiosk is not on Slack any more');
    const { team, channel } = partsOfChannel(id);
    const late = AbortSignal.timeout(timeout);
    try {
      return await inTime(2 * timeout, () =>
        enter(team, ({ client }) => doing({ asking: until(late, client), channel })),
      );
    } catch (error) {
      throw deliveryError(error);
    }
  };
}
