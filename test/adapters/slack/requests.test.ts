import { expect, test } from 'vitest';
import { until } from '../../../src/adapters/slack/requests.ts';

test('nothing more is asked when it is too late', async () => {
  const asked: string[] = [];
  const late = new AbortController();
  const asking = until(late.signal, {
    async apiCall(method) {
      asked.push(method);
      return { ok: true };
    },
  });
  await asking.apiCall('conversations.open');
  late.abort();
  await expect(asking.apiCall('chat.postMessage')).rejects.toThrow('aborted');
  expect(asked).toEqual(['conversations.open']);
});
