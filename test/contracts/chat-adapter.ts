import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChatAdapter } from '../../src/chat/adapter.ts';
import type { Message } from '../../src/chat/message.ts';
import { DeliveryError } from '../../src/errors.ts';
import { createFakeDesk, fakeListings } from '../fakes/desk.ts';
import type { FakeDesk } from '../fakes/desk.ts';

/** An adapter that has not started, and a reader who uses it. */
export interface ChatAdapterHarness {
  readonly adapter: ChatAdapter;
  /** A channel of this platform that the reader sees. */
  readonly channel: string;
  /** The reader's own id. */
  readonly reader: string;
  /** What the reader types; settles when the reply is there or will never come. */
  say(text: string): Promise<void>;
  /** The plain texts that the reader sees: in the channel, in threads there, and where they are written to directly. */
  seen(): Promise<readonly string[]>;
  /** Lets go of everything but the adapter, which the tests stop. */
  release(): Promise<void>;
}

/** What every platform has to do. @param create makes a harness whose adapter the tests start and stop */
export function describeChatAdapter(name: string, create: () => Promise<ChatAdapterHarness>): void {
  describe(`${name} as a chat adapter`, () => {
    let harness: ChatAdapterHarness;
    let desk: FakeDesk;

    beforeEach(async () => {
      harness = await create();
      desk = createFakeDesk();
      await harness.adapter.start(fakeListings, desk);
    });
    afterEach(async () => {
      await harness.adapter.stop();
      await harness.release();
    });

    const seen = async () => (await harness.seen()).join('\n');

    test('shows the reply to what a reader says', async () => {
      desk.reply(() => says('The ferry sails again.'));
      await harness.say('Does the ferry sail?');
      await expect.poll(seen).toContain('The ferry sails again.');
    });

    test('hands over what a reader says as it was typed, with the platform in caller and channel', async () => {
      await harness.say('Does the *ferry* <sail>?');
      await expect.poll(() => desk.asked.length).toBe(1);
      const [asked] = desk.asked;
      expect(asked).toMatchObject({ text: 'Does the *ferry* <sail>?' });
      expect(asked?.caller.id.startsWith(`${harness.adapter.platform}:`)).toBe(true);
      expect(asked?.channel.startsWith(`${harness.adapter.platform}:`)).toBe(true);
    });

    test('shows what is posted', async () => {
      const { channel } = harness;
      const posted = await harness.adapter.post({
        key: 'one',
        channel,
        message: says('The crane has come.'),
      });
      expect(posted.channel).toBe(channel);
      await expect.poll(seen).toContain('The crane has come.');
    });

    test('posts the same delivery once', async () => {
      const { channel } = harness;
      const delivery = { key: 'one', channel, message: says('The crane has come.') };
      const first = await harness.adapter.post(delivery);
      await expect(harness.adapter.post(delivery)).resolves.toEqual(first);
      await harness.adapter.post({ key: 'two', channel, message: says('It lifts.') });
      await expect.poll(seen).toContain('It lifts.');
      expect((await seen()).split('The crane has come.')).toHaveLength(2);
    });

    test('shows the new text of a post that is edited', async () => {
      const { channel } = harness;
      const posted = await harness.adapter.post({ key: 'one', channel, message: says('The crane is red.') });
      await expect.poll(seen).toContain('The crane is red.');
      await harness.adapter.edit(posted, says('The crane is blue.'));
      await expect.poll(seen).toContain('The crane is blue.');
    });

    test('edits once more what was edited already', async () => {
      const { channel } = harness;
      const posted = await harness.adapter.post({ key: 'one', channel, message: says('The crane is red.') });
      await harness.adapter.edit(posted, says('The crane is blue.'));
      await harness.adapter.edit(posted, says('The crane is blue.'));
      await expect.poll(seen).toContain('The crane is blue.');
    });

    test('posts what follows a post, and what follows that, each once, and edits it', async () => {
      const { channel, adapter } = harness;
      const first = await adapter.post({ key: 'one', channel, message: says('The crane has come.') });
      const second = { key: 'two', channel, message: says('It lifts.'), follows: first };
      const posted = await adapter.post(second);
      await expect(adapter.post(second)).resolves.toEqual(posted);
      const third = await adapter.post({
        key: 'three',
        channel,
        message: says('It falls.'),
        follows: posted,
      });
      await expect.poll(seen).toContain('It falls.');
      expect((await seen()).split('It lifts.')).toHaveLength(2);
      await adapter.edit(third, says('It rests.'));
      await expect.poll(seen).toContain('It rests.');
    });

    test.each([
      ['nowhere any more', (channel: string) => ({ channel, id: '1' })],
      ['on another platform', () => ({ channel: 'elsewhere:1:2', id: '1' })],
    ])('posts what follows something that is %s', async (_, followed) => {
      const { channel, adapter } = harness;
      await adapter.post({ key: 'one', channel, message: says('It lifts.'), follows: followed(channel) });
      await expect.poll(seen).toContain('It lifts.');
    });

    test('writes to a reader directly, once, and edits it', async () => {
      const { reader, adapter } = harness;
      const delivery = { key: 'one', channel: reader, message: says('Your channel is gone.') };
      const posted = await adapter.post(delivery);
      await expect(adapter.post(delivery)).resolves.toEqual(posted);
      await expect.poll(seen).toContain('Your channel is gone.');
      expect((await seen()).split('Your channel is gone.')).toHaveLength(2);
      await adapter.edit(posted, says('Your channel is back.'));
      await expect.poll(seen).toContain('Your channel is back.');
    });

    test('posts a delivery once that is posted twice at the same moment', async () => {
      const { channel, adapter } = harness;
      const delivery = { key: 'one', channel, message: says('The crane has come.') };
      const [one, other] = await Promise.all([adapter.post(delivery), adapter.post(delivery)]);
      expect(one).toEqual(other);
      await adapter.post({ key: 'two', channel, message: says('It lifts.') });
      await expect.poll(seen).toContain('It lifts.');
      expect((await seen()).split('The crane has come.')).toHaveLength(2);
    });

    test('refuses other platforms’ channels for good', async () => {
      const message = says('Lost?');
      const channel = 'elsewhere:1:2';
      const refusal = { permanent: true, reason: 'otherPlatform' };
      await expect(harness.adapter.post({ key: 'one', channel, message })).rejects.toMatchObject(refusal);
      await expect(harness.adapter.edit({ channel, id: '1' }, message)).rejects.toMatchObject(refusal);
    });

    test('stops once however often it is told to', async () => {
      await Promise.all([harness.adapter.stop(), harness.adapter.stop()]);
      await harness.adapter.stop();
      const delivery = { key: 'one', channel: harness.channel, message: says('Too late.') };
      await expect(harness.adapter.post(delivery)).rejects.toBeInstanceOf(DeliveryError);
    });

    test('stops although a reply never comes, and tells the desk that nobody waits for it', async () => {
      const never = Promise.withResolvers<Message>();
      desk.reply(() => never.promise);
      const said = harness.say('Will the ferry ever sail?');
      await expect.poll(() => desk.asked.length).toBe(1);
      await harness.adapter.stop();
      await said;
      expect(desk.asked[0]?.signal?.aborted).toBe(true);
    });
  });
}

function says(text: string): Message {
  return { language: 'en', blocks: [{ kind: 'text', text }] };
}
