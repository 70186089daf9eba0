import { describe, expect, test } from 'vitest';
import { failureOf, says } from '../posting.ts';
import { openRoom } from './room.ts';

async function openPost() {
  const opened = await openRoom();
  const { adapter, channel } = opened;
  const posted = await adapter.post({ key: 'one', channel, message: says('The crane is red.') });
  return { ...opened, posted };
}

describe('an edit', () => {
  test.each([
    ['whose answer is lost', { kind: 'lost' }],
    ['that never arrives', { kind: 'dropped' }],
    ['that Slack fails at', { kind: 'status', status: 503 }],
  ] as const)('%s is tried again by whoever edits', async (_, fault) => {
    const { slack, adapter, news, posted, texts } = await openPost();
    slack.fault('chat.update', fault);
    const edit = () => adapter.edit(posted, says('The crane is blue.'));
    expect(await failureOf(edit())).toMatchObject({ permanent: false });
    await edit();
    expect(texts(news)).toEqual(['The crane is blue.']);
  });

  test('says how long Slack asks to wait', async () => {
    const { slack, adapter, posted } = await openPost();
    slack.fault('chat.update', { kind: 'rate-limited', retryAfter: 60 });
    expect(await failureOf(adapter.edit(posted, says('The crane is blue.')))).toMatchObject({
      permanent: false,
      retryAfter: 60_000,
    });
  });

  test('is given up where the message is gone, and where it can’t be changed any more', async () => {
    const { slack, adapter, news, posted } = await openPost();
    slack.fault('chat.update', { kind: 'refused', error: 'edit_window_closed' });
    const edit = () => failureOf(adapter.edit(posted, says('The crane is blue.')));
    expect(await edit()).toMatchObject({ permanent: true, reason: 'notPermitted' });
    news.removeMessage(posted.id);
    expect(await edit()).toMatchObject({ permanent: true, reason: 'messageGone' });
  });

  test('leaves the message so that its delivery is still found', async () => {
    const { slack, adapter, channel, news, posted } = await openPost();
    await adapter.edit(posted, says('The crane is blue.'));
    expect(slack.visible(news)[0]?.metadata?.event_payload).toEqual({ key: 'one' });
    expect(posted.channel).toBe(channel);
  });
});
