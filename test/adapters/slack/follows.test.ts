import { describe, expect, test } from 'vitest';
import { failureOf, keptUntilPosted, says } from '../posting.ts';
import { openForTest } from './open.ts';
import { hour, openRoom } from './room.ts';

/** A channel with a post that is there, and one that follows it. */
async function openStory(...parts: Parameters<typeof openRoom>) {
  const opened = await openRoom(...parts);
  const { adapter, channel, slack, news } = opened;
  const first = await adapter.post({ key: 'one', channel, message: says('The crane has come.') });
  const next = { key: 'two', channel, message: says('It lifts.'), follows: first };
  /** The texts in the channel with the messages that they reply to. */
  const seen = () => slack.visible(news).map(({ text, threadTs }) => [text, threadTs]);
  return { ...opened, first, next, seen };
}

describe('what follows a post', () => {
  test('goes into its thread, and so does what follows that; nobody is notified', async () => {
    const { slack, adapter, channel, first, next, seen } = await openStory();
    const second = await adapter.post(next);
    const message = says('It falls.');
    const third = await adapter.post({ key: 'three', channel, message, follows: second });
    await adapter.edit(third, says('It rests.'));
    expect(seen()).toEqual([
      ['The crane has come.', undefined],
      ['It lifts.', first.id],
      ['It rests.', first.id],
    ]);
    expect(slack.pings).toEqual([]);
    expect(slack.violations).toEqual([]);
  });

  test.each([
    ['without a reply', 'It lifts.', false],
    ['with replies', 'It lifts.', true],
  ] as const)('simply comes next where the post is gone, %s', async (_, text, isRepliedTo) => {
    const { slack, adapter, news, first, next, seen } = await openStory();
    if (isRepliedTo) await adapter.post({ ...next, key: 'reply' });
    news.removeMessage(first.id);
    await adapter.post(next);
    expect(seen().at(-1)).toEqual([text, undefined]);
    expect(slack.violations).toEqual([]);
  });

  test('simply comes next where the post was in another channel, and where threads are not to be', async () => {
    const { slack, adapter, first, next, idOf, seen } = await openStory();
    const sport = slack.channel({ name: 'sport' });
    await adapter.post({ ...next, key: 'sport', channel: idOf(sport) });
    expect(slack.visible(sport)).toMatchObject([{ text: 'It lifts.', threadTs: undefined }]);
    expect(slack.requests.map(({ method }) => method)).not.toContain('conversations.replies');
    for (const error of ['restricted_action_thread_locked', 'cannot_reply_to_message']) {
      slack.fault('chat.postMessage', { kind: 'refused', error });
      await adapter.post({ ...next, key: error });
      expect(seen().at(-1)).toEqual(['It lifts.', undefined]);
    }
    expect(first.channel).toBe(next.channel);
  });

  test('goes into the thread though somebody took Kiosk out of the channel', async () => {
    const { adapter, news, first, next, seen } = await openStory();
    news.remove('bot');
    await adapter.post(next);
    expect(seen().at(-1)).toEqual(['It lifts.', first.id]);
  });
});

describe('what follows a post is there once', () => {
  test.each([{ kind: 'lost' }, { kind: 'dropped' }, { kind: 'failed', status: 502 }] as const)(
    'in its thread, when it is tried again hours after it was %o',
    async (fault) => {
      const { slack, adapter, first, next, seen } = await openStory();
      slack.fault('chat.postMessage', fault);
      expect(await failureOf(adapter.post(next))).toMatchObject({ permanent: false });
      slack.clock.pass(3 * hour);
      await adapter.post(next);
      expect(seen().slice(1)).toEqual([['It lifts.', first.id]]);
    },
  );

  test('where it simply came next, since the post was gone', async () => {
    const { slack, adapter, news, first, next, seen } = await openStory();
    news.removeMessage(first.id);
    slack.fault('chat.postMessage', { kind: 'lost' });
    await failureOf(adapter.post(next));
    await adapter.post(next);
    expect(seen()).toEqual([['It lifts.', undefined]]);
  });

  test('where one process ended when it was there, and another goes on', async () => {
    const { slack, kept, first, next, seen } = await openStory();
    const ending = await openForTest({ slack, kept: keptUntilPosted(kept) });
    await failureOf(ending.adapter.post(next));
    slack.clock.pass(24 * hour);
    const other = await openForTest({ slack, kept });
    await other.adapter.post(next);
    expect(seen().slice(1)).toEqual([['It lifts.', first.id]]);
  });
});
