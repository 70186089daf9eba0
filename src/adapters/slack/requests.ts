import type { webApi } from '@slack/bolt';
import { codeOf } from './failures.ts';

/** Asks Slack for something. */
export type Asking = Pick<webApi.WebClient, 'apiCall'>;

/** Asks until `late` is aborted. */
export function until(late: AbortSignal, asking: Asking): Asking {
  return {
    async apiCall(method, options) {
      late.throwIfAborted();
      return asking.apiCall(method, options);
    },
  };
}

/** Does something in a channel. Public ones can be joined; into others somebody has to let Kiosk. */
export async function joining<value>(
  asking: Asking,
  channel: string,
  work: () => Promise<value>,
): Promise<value> {
  try {
    return await work();
  } catch (error) {
    if (codeOf(error) !== 'not_in_channel') throw error;
    await asking.apiCall('conversations.join', { channel }).catch(() => {
      throw error;
    });
    return work();
  }
}
