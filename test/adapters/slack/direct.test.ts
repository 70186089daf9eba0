import { describe, expect, test } from 'vitest';
import { failureOf, says } from '../posting.ts';
import { hour, openRoom } from './room.ts';

async function openReader() {
  const opened = await openRoom();
  const { ada, idOf } = opened;
  return { ...opened, delivery: { key: 'one', channel: idOf(ada), message: says('Your plan stopped.') } };
}

describe('a post to a reader', () => {
  test('opens a conversation with them, and is edited and followed there', async () => {
    const { slack, adapter, ada, idOf, delivery } = await openReader();
    const posted = await adapter.post(delivery);
    const { channelId } = ada.direct();
    expect(posted.channel).toBe(idOf({ id: channelId }));
    await adapter.edit(posted, says('Your plan goes on.'));
    await adapter.edit({ ...posted, channel: delivery.channel }, says('Your plan goes on again.'));
    await adapter.post({ ...delivery, key: 'two', message: says('It stopped.'), follows: posted });
    expect(slack.visible(channelId)).toMatchObject([
      { text: 'Your plan goes on again.', threadTs: undefined },
      { text: 'It stopped.', threadTs: posted.id },
    ]);
    expect(slack.violations).toEqual([]);
  });

  test.each(['conversations.open', 'chat.postMessage'])(
    'is there once where the answer to %s is lost and it is tried again hours later',
    async (method) => {
      const { slack, adapter, ada, delivery, texts } = await openReader();
      slack.fault(method, { kind: 'lost' });
      expect(await failureOf(adapter.post(delivery))).toMatchObject({ permanent: false });
      slack.clock.pass(3 * hour);
      await adapter.post(delivery);
      expect(texts(ada.direct().channelId)).toEqual(['Your plan stopped.']);
    },
  );

  test('is given up where they are nobody, a program, or gone, or take none', async () => {
    const { slack, adapter, idOf, delivery } = await openReader();
    const robot = { id: slack.workspace.install()?.botUserId ?? '' };
    const bo = slack.user({ name: 'Bo', deactivated: true });
    const given = { permanent: true, reason: 'noMessages' };
    for (const user of [{ id: 'U404' }, robot, bo])
      expect(await failureOf(adapter.post({ ...delivery, key: user.id, channel: idOf(user) }))).toMatchObject(
        given,
      );
    slack.fault('chat.postMessage', { kind: 'refused', error: 'messages_tab_disabled' });
    expect(await failureOf(adapter.post(delivery))).toMatchObject(given);
    expect(slack.violations).toEqual([]);
  });
});
