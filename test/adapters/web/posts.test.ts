import { describe, expect, test } from 'vitest';
import { createBoard } from '../../../src/adapters/web/board.ts';
import { everyone } from '../../../src/adapters/web/channels.ts';
import type { Message } from '../../../src/chat/message.ts';
import { listen } from './events.ts';
import { openPage } from './open.ts';

function says(text: string): Message {
  return { language: 'en', blocks: [{ kind: 'text', text }] };
}

function textOf({ blocks: [block] }: { readonly blocks: readonly { readonly kind: string }[] }): unknown {
  return block !== undefined && 'text' in block ? block.text : undefined;
}

describe('posts', () => {
  test('reach a page that is open, and edits replace them', async () => {
    await using page = await openPage();
    const { events, close } = await listen(page.port);
    const posted = await page.adapter.post({ key: 'a', channel: everyone, message: says('first') });
    await expect.poll(() => events.length).toBe(1);
    await page.adapter.edit(posted, says('corrected'));
    await expect.poll(() => events.length).toBe(2);
    expect(events.map(({ post }) => [post.id, textOf(post.message)])).toEqual([
      [posted.id, 'first'],
      [posted.id, 'corrected'],
    ]);
    close();
  });

  test('reach a page that opens later in their newest state', async () => {
    await using page = await openPage();
    const posted = await page.adapter.post({ key: 'a', channel: everyone, message: says('first') });
    await page.adapter.post({ key: 'b', channel: everyone, message: says('second') });
    await page.adapter.edit(posted, says('corrected'));
    const { events, close } = await listen(page.port);
    await expect.poll(() => events.length).toBe(2);
    expect(events.map(({ post }) => textOf(post.message))).toEqual(['corrected', 'second']);
    close();
  });

  test('are not sent again to a page that saw them, by header or by address', async () => {
    await using page = await openPage();
    await page.adapter.post({ key: 'a', channel: everyone, message: says('first') });
    const before = await listen(page.port);
    await expect.poll(() => before.events.length).toBe(1);
    const seen = before.events[0]?.id ?? '';
    before.close();
    await page.adapter.post({ key: 'b', channel: everyone, message: says('second') });
    const byHeader = await listen(page.port, { 'last-event-id': seen });
    const byAddress = await listen(page.port, {}, `/api/posts?after=${seen}`);
    for (const { events, close } of [byHeader, byAddress]) {
      await expect.poll(() => events.length).toBe(1);
      expect(events.map(({ post }) => textOf(post.message))).toEqual(['second']);
      close();
    }
  });

  test('to one reader reach nobody else', async () => {
    await using page = await openPage();
    const { cookies } = await page.ask('/api/page');
    const channel = cookies.replace('kiosk_reader=', 'web:');
    const reader = await listen(page.port, { cookie: cookies });
    const stranger = await listen(page.port);
    await page.adapter.post({ key: 'a', channel, message: says('for you') });
    await page.adapter.post({ key: 'b', channel: everyone, message: says('for all') });
    await expect.poll(() => reader.events.length).toBe(2);
    await expect.poll(() => stranger.events.length).toBe(1);
    expect(stranger.events.map(({ post }) => textOf(post.message))).toEqual(['for all']);
    reader.close();
    stranger.close();
  });

  test('end when the page stops', async () => {
    const page = await openPage();
    const { ended } = await listen(page.port);
    await page.adapter.stop();
    await expect(ended).resolves.toBeUndefined();
  });

  test('that are no longer held can’t be edited', async () => {
    await using page = await openPage();
    const gone = page.adapter.edit({ channel: everyone, id: 'unknown' }, says('too late'));
    await expect(gone).rejects.toMatchObject({ permanent: true, reason: 'messageGone' });
  });
});

describe('a board', () => {
  test('holds the newest hundred and forgets their keys with them', () => {
    const board = createBoard({ name: 'here', now: () => new Date(0) });
    const put = (number: number) =>
      board.put({ key: String(number), channel: 'web:a', message: says(String(number)) });
    const first = put(0);
    for (let number = 1; number <= 100; number += 1) put(number);
    const held = board.after(undefined, ['web:a']);
    expect(held).toHaveLength(100);
    expect(textOf(held[0]?.message ?? says(''))).toBe('1');
    expect(put(100).id).toBe(held.at(-1)?.id);
    expect(put(0).id).not.toBe(first.id);
  });

  test('sends everything to a page that knows another board', () => {
    const board = createBoard({ name: 'here', now: () => new Date(0) });
    board.put({ key: 'a', channel: 'web:a', message: says('a') });
    expect(board.after('there.99', ['web:a'])).toHaveLength(1);
    expect(board.after('here.1', ['web:a'])).toHaveLength(0);
    expect(board.after('here.nonsense', ['web:a'])).toHaveLength(1);
  });
});
