import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createWebSub, directReader, type Item, type WebSub } from '../../src/sources/index.ts';
import { createFakeLeaseStore, createFakeSourceStore } from '../fakes/source-store.ts';
import { fixture } from './fixture.ts';

const hour = 3_600_000;
const day = 24 * hour;
const start = new Date('2026-11-23T08:00:00Z');
const source = 'https://gazette.example/feed';
const topic = 'https://gazette.example/rss';
const hub = 'https://hub.example/';
const body = fixture('rss2.xml');
const { signal } = new AbortController();

/** A followed source, a hub that writes down what it is asked, and a clock. */
async function open(post: () => Promise<void> = async () => {}) {
  const leases = createFakeLeaseStore();
  const sources = createFakeSourceStore();
  await sources.add([{ url: source, name: 'Gazette', language: 'en' }], start);
  const clock = { now: start };
  const forms: (readonly [string, Readonly<Record<string, string>>])[] = [];
  const taken: (readonly [string, readonly Item[]])[] = [];
  const problems: unknown[] = [];
  let secrets = 0;
  const webSub = createWebSub({
    leases,
    sources,
    fetcher: {
      async post(url, form) {
        forms.push([url, form]);
        await post();
        return { status: 202 };
      },
    },
    reader: directReader,
    take: async (url, items) => void taken.push([url, items]),
    callback: 'https://kiosk.example/websub',
    now: () => clock.now,
    createSecret: () => `secret-${(secrets += 1)}`,
    report: (error) => void problems.push(error),
  });
  return { webSub, leases, sources, clock, forms, taken, problems };
}

function question(parts: Readonly<Record<string, string>> = {}): URLSearchParams {
  return new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.topic': topic,
    'hub.challenge': 'say this',
    'hub.lease_seconds': String((3 * day) / 1000),
    ...parts,
  });
}

const sign = (secret: string, digest = 'sha256') =>
  `${digest}=${createHmac(digest, secret).update(body).digest('hex')}`;

/** A lease that the hub has agreed to; its name is "secret-1", what it signs with "secret-2". */
async function agree(webSub: WebSub): Promise<void> {
  await webSub.offer(source, topic, [hub]);
  await webSub.tick(signal);
  await webSub.confirm('secret-1', question());
}

describe('a hub', () => {
  it('is asked once to tell of a source that offers it', async () => {
    const { webSub, forms, clock } = await open();
    await webSub.offer(source, topic, [hub, 'https://other.example/']);
    await webSub.offer(source, topic, [hub]);
    await webSub.tick(signal);
    await webSub.tick(signal);
    expect(forms).toEqual([
      [
        hub,
        {
          'hub.mode': 'subscribe',
          'hub.topic': topic,
          'hub.callback': 'https://kiosk.example/websub/secret-1',
          'hub.lease_seconds': '864000',
          'hub.secret': 'secret-2',
        },
      ],
    ]);
    clock.now = new Date(start.getTime() + hour);
    await webSub.tick(signal);
    expect(forms).toHaveLength(2);
  });

  it('hears what it wants to hear where it was asked, and nothing else', async () => {
    const { webSub } = await open();
    await webSub.offer(source, topic, [hub]);
    expect(await webSub.confirm('secret-1', question())).toBe('say this');
    expect(await webSub.confirm('secret-9', question())).toBeUndefined();
    expect(
      await webSub.confirm('secret-1', question({ 'hub.topic': 'https://other.example/' })),
    ).toBeUndefined();
    expect(await webSub.confirm('secret-1', question({ 'hub.mode': 'unsubscribe' }))).toBeUndefined();
    expect(await webSub.confirm('secret-1', question({ 'hub.mode': 'denied' }))).toBeUndefined();
    expect(await webSub.confirm('secret-1', question({ 'hub.challenge': '' }))).toBeUndefined();
  });

  it('is asked to go on before its lease ends', async () => {
    const { webSub, forms, clock } = await open();
    await agree(webSub);
    clock.now = new Date(start.getTime() + 2 * day - 1);
    await webSub.tick(signal);
    expect(forms).toHaveLength(1);
    clock.now = new Date(start.getTime() + 2 * day);
    await webSub.tick(signal);
    expect(forms).toHaveLength(2);
    expect(forms[1]).toEqual(forms[0]);
  });

  it.each([
    ['nothing', ''],
    ['nonsense', 'soon'],
    ['a negative time', '-5'],
  ])('that grants %s is asked again in its time', async (_, seconds) => {
    const { webSub, leases } = await open();
    await webSub.offer(source, topic, [hub]);
    await webSub.confirm('secret-1', question({ 'hub.lease_seconds': seconds }));
    expect((await leases.of(source))?.dueAt).toEqual(new Date(start.getTime() + (2 / 3) * 10 * day));
  });

  it('that refuses is asked ever later', async () => {
    const { webSub, leases, clock, problems } = await open(() => Promise.reject(new Error('no')));
    await webSub.offer(source, topic, [hub]);
    const waits: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      await webSub.tick(signal);
      const { dueAt = start } = (await leases.of(source)) ?? {};
      waits.push((dueAt.getTime() - clock.now.getTime()) / hour);
      clock.now = dueAt;
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 168, 168]);
    expect(problems).toHaveLength(10);
  });

  it('that another one takes the place of is forgotten, as is one that is not offered any more', async () => {
    const { webSub, leases } = await open();
    await agree(webSub);
    await webSub.offer(source, topic, ['https://other.example/']);
    expect(await leases.of(source)).toMatchObject({ hub: 'https://other.example/', name: 'secret-3' });
    await webSub.offer(source, topic, []);
    expect(await leases.of(source)).toBeUndefined();
  });

  it('is not asked any more for a source that nobody follows', async () => {
    const { webSub, leases, sources, forms } = await open();
    await webSub.offer(source, topic, [hub]);
    await sources.remove(source);
    await webSub.tick(signal);
    expect(forms).toEqual([]);
    expect(await leases.of(source)).toBeUndefined();
  });
});

describe('what a hub sends', () => {
  it.each(['sha1', 'sha256', 'sha384', 'sha512'])('is taken where it is signed with %s', async (digest) => {
    const { webSub, taken } = await open();
    await agree(webSub);
    const sent = { body, contentType: 'application/rss+xml', signature: sign('secret-2', digest) };
    expect(await webSub.receive('secret-1', sent)).toBe(true);
    expect(taken).toMatchObject([[source, [{ source: 'Gazette', language: 'en' }, {}]]]);
  });

  it.each([
    ['not signed', undefined],
    ['signed by somebody else', sign('guessed')],
    ['signed with a digest nobody knows', sign('secret-2').replace('sha256', 'md5')],
    ['signed with nothing', 'sha256='],
    ['signed in part', sign('secret-2').slice(0, -2)],
  ])('is left unread where it is %s', async (_, signature) => {
    const { webSub, taken } = await open();
    await agree(webSub);
    expect(await webSub.receive('secret-1', { body, ...(signature !== undefined && { signature }) })).toBe(
      true,
    );
    expect(taken).toEqual([]);
  });

  it('is not wanted where nobody asked for it, or nobody follows the source any more', async () => {
    const { webSub, sources, taken } = await open();
    await agree(webSub);
    const sent = { body, signature: sign('secret-2') };
    expect(await webSub.receive('secret-9', sent)).toBe(false);
    await sources.remove(source);
    expect(await webSub.receive('secret-1', sent)).toBe(false);
    expect(taken).toEqual([]);
  });

  it('is noted where it can’t be read, and the hub is none the wiser', async () => {
    const { webSub, problems, taken } = await open();
    await agree(webSub);
    const broken = Buffer.from('<rss version="2.0"><channel');
    const signature = `sha256=${createHmac('sha256', 'secret-2').update(broken).digest('hex')}`;
    expect(await webSub.receive('secret-1', { body: broken, signature })).toBe(true);
    expect(taken.flatMap(([, items]) => items)).toEqual([]);
    expect(problems.length).toBeLessThan(2);
  });
});
