import { describe, expect, test } from 'vitest';
import { failureOf, keptUntilPosted, says } from '../posting.ts';
import { openForTest } from './open.ts';
import { hour, openRoom } from './room.ts';

describe('a post', () => {
  test.each([
    ['whose answer is lost', { kind: 'lost' }],
    ['that never arrives', { kind: 'dropped' }],
    ['that Slack fails at', { kind: 'status', status: 503 }],
    ['that Slack fails at when it is there', { kind: 'failed', status: 504 }],
  ] as const)('%s is there once, when it is tried again hours later', async (_, fault) => {
    const { slack, adapter, channel, news } = await openRoom();
    slack.fault('chat.postMessage', fault);
    const delivery = { key: 'one', channel, message: says('The crane has come.') };
    expect(await failureOf(adapter.post(delivery))).toMatchObject({ permanent: false });
    slack.clock.pass(3 * hour);
    const posted = await adapter.post(delivery);
    expect(slack.visible(news).map(({ ts }) => ts)).toEqual([posted.id]);
    expect(slack.violations).toEqual([]);
  });

  test('is there once where one process ended when it was there, and another goes on', async () => {
    const { slack, kept, channel, news } = await openRoom();
    const delivery = { key: 'one', channel, message: says('The crane has come.') };
    const ending = await openForTest({ slack, kept: keptUntilPosted(kept) });
    await failureOf(ending.adapter.post(delivery));
    slack.clock.pass(24 * hour);
    const other = await openForTest({ slack, kept });
    const posted = await other.adapter.post(delivery);
    expect(slack.visible(news).map(({ ts }) => ts)).toEqual([posted.id]);
  });

  test('is there once though it is posted twice at the same moment', async () => {
    const { slack, adapter, channel, news } = await openRoom();
    const delivery = { key: 'one', channel, message: says('The crane has come.') };
    const held = slack.fault('chat.postMessage', { kind: 'held' }, 2);
    const posted = Promise.all([adapter.post(delivery), adapter.post(delivery)]);
    await slack.until(() => (held.met() > 0 ? true : undefined));
    held.release();
    await posted;
    expect(slack.visible(news)).toHaveLength(1);
    expect(slack.requests.map(({ method }) => method)).toEqual(['chat.postMessage']);
  });

  test('is found again however much was written since', async () => {
    const { slack, adapter, ada, channel, news } = await openRoom();
    const delivery = { key: 'one', channel, message: says('The crane has come.') };
    slack.fault('chat.postMessage', { kind: 'lost' });
    await failureOf(adapter.post(delivery));
    for (let line = 0; line < 450; line += 1) ada.in(news).write(`Line ${line}`);
    slack.clock.pass(hour);
    await adapter.post(delivery);
    expect(slack.visible(news).filter(({ text }) => text === 'The crane has come.')).toHaveLength(1);
  });

  test('that Slack asks to wait with says for how long', async () => {
    const { slack, adapter, channel } = await openRoom();
    slack.fault('chat.postMessage', { kind: 'rate-limited', retryAfter: 7 });
    const refused = await failureOf(adapter.post({ key: 'one', channel, message: says('Hello') }));
    expect(refused).toMatchObject({ permanent: false, retryAfter: 7000 });
  });

  test('joins a public channel, and is refused by a private one', async () => {
    const { slack, adapter, idOf } = await openRoom();
    const open = slack.channel({ name: 'open', bot: false });
    await adapter.post({ key: 'one', channel: idOf(open), message: says('Hello') });
    open.remove('bot');
    slack.fault('chat.postMessage', { kind: 'failed', status: 502 });
    await failureOf(adapter.post({ key: 'again', channel: idOf(open), message: says('Hello again') }));
    open.remove('bot');
    await adapter.post({ key: 'again', channel: idOf(open), message: says('Hello again') });
    expect(slack.visible(open).map(({ text }) => text)).toEqual(['Hello', 'Hello again']);
    const closed = slack.channel({ name: 'closed', kind: 'private', bot: false });
    const refused = await failureOf(
      adapter.post({ key: 'two', channel: idOf(closed), message: says('Hello') }),
    );
    expect(refused).toMatchObject({ permanent: true });
    const old = slack.channel({ name: 'old', archived: true });
    expect(
      await failureOf(adapter.post({ key: 'three', channel: idOf(old), message: says('Hello') })),
    ).toMatchObject({
      reason: 'archived',
    });
  });
});
