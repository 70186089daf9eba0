import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import type { ChatAdapter } from '../../src/chat/adapter.ts';
import type { Message } from '../../src/chat/message.ts';
import { createLog } from '../../src/log.ts';
import type { Poller } from '../../src/sources/index.ts';
import type { Store } from '../../src/stores/index.ts';
import { openHouse } from '../commands/house.ts';
import { library } from '../commands/library.ts';
import { createFakeStore } from '../fakes/article-store.ts';
import { createFakeAudit } from '../fakes/audit.ts';
import { createFakeOutbox } from '../fakes/outbox.ts';
import { createFakePlanStore } from '../fakes/plan-store.ts';

function unused(): Promise<never> {
  return Promise.reject(new Error('not used here'));
}

/** An app of fakes that note in `events` what happens to them, in order. */
async function open(
  parts: { readonly tick?: Poller['tick']; readonly failing?: string; readonly stuck?: string } = {},
) {
  const events: string[] = [];
  const house = await openHouse({ items: library });
  const logged: string[] = [];
  const answers: Promise<Message>[] = [];
  const adapter = (platform: string): ChatAdapter => ({
    platform,
    async start(listings, desk) {
      if (parts.failing === platform) throw new Error(`${platform} is down`);
      events.push(
        `${platform} starts with ${new Set(listings.map(({ language }) => language)).size} languages`,
      );
      const caller = { id: `${platform}:ada`, manager: false };
      answers.push(desk.answerText({ text: 'Mirabel', caller, channel: `${platform}:1`, locale: 'en' }));
    },
    post: unused,
    edit: unused,
    async stop() {
      events.push(`${platform} stops`);
      if (parts.stuck === platform) throw new Error(`${platform} is stuck`);
      await Promise.all(answers);
      events.push(`${platform} has stopped`);
    },
  });
  const store: Store = {
    ...createFakeStore(),
    ...createFakeOutbox(unused),
    plans: createFakePlanStore(),
    audit: createFakeAudit(),
    sources: { add: unused, list: unused, claim: unused, settle: unused, change: unused, remove: unused },
    pages: { add: unused, claim: unused, settle: unused },
    leases: { find: unused, of: unused, put: unused, due: unused, remove: unused },
    keyValue: () => {
      throw new Error('not used here');
    },
    close: async () => void events.push('store closes'),
  };
  const app = createApp({
    house,
    adapters: [adapter('web'), adapter('terminal')],
    reading: {
      idle: async () => {},
      tick: async (signal: AbortSignal) => {
        events.push('reading');
        await parts.tick?.(signal);
        events.push('has read');
      },
    },
    posting: { idle: async () => {}, tick: async () => {} },
    store,
    log: createLog({ level: 'info', destination: { write: (line) => void logged.push(line) } }),
  });
  return { app, events, logged, answers };
}

describe('the service', () => {
  test('closes the rest when one adapter can’t end well, and notes it', async () => {
    const { app, events, logged } = await open({ stuck: 'terminal' });
    await app.start();
    await app.stop();
    expect(events.slice(-3)).toEqual(['web stops', 'web has stopped', 'store closes']);
    expect(logged.join('')).toContain('terminal is stuck');
  });

  test('opens every adapter, then reads; closes in reverse and the store last', async () => {
    const { app, events, answers, logged } = await open();
    await app.start();
    await expect.poll(() => events.includes('has read')).toBe(true);
    await app.stop();
    expect(events.filter((event) => !event.includes('read'))).toEqual([
      'web starts with 3 languages',
      'terminal starts with 3 languages',
      'terminal stops',
      'terminal has stopped',
      'web stops',
      'web has stopped',
      'store closes',
    ]);
    expect(events.indexOf('reading')).toBeGreaterThan(events.indexOf('terminal starts with 3 languages'));
    for (const answer of answers) expect((await answer).blocks.length).toBeGreaterThan(1);
    expect(logged).toEqual([]);
  });

  test('waits for the reading under way, which it tells to end', async () => {
    const reading = Promise.withResolvers<void>();
    let signal: AbortSignal | undefined;
    const { app, events } = await open({
      tick: async (given) => {
        signal = given;
        await reading.promise;
      },
    });
    await app.start();
    await expect.poll(() => signal).toBeDefined();
    const stopped = app.stop();
    expect(signal?.aborted).toBe(true);
    await new Promise((resolve) => setImmediate(resolve));
    expect(events).not.toContain('web stops');
    reading.resolve();
    await stopped;
    expect(events.indexOf('has read')).toBeLessThan(events.indexOf('terminal stops'));
    expect(events.at(-1)).toBe('store closes');
  });

  test('goes on after a reading that fails, and notes it', async () => {
    const { app, logged } = await open({ tick: () => Promise.reject(new Error('disk is full')) });
    await app.start();
    await expect.poll(() => logged.join('')).toContain('disk is full');
    await app.stop();
  });

  test('can be stopped where an adapter could not be opened', async () => {
    const { app, events } = await open({ failing: 'terminal' });
    await expect(app.start()).rejects.toThrow('terminal is down');
    await app.stop();
    expect(events).toEqual(['web starts with 3 languages', 'web stops', 'web has stopped', 'store closes']);
  });

  test('can be stopped without having started', async () => {
    const { app, events } = await open();
    await app.stop();
    expect(events).toEqual(['store closes']);
  });
});
