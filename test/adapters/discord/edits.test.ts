import { describe, expect, test } from 'vitest';
import { failureOf, says } from '../posting.ts';
import { hour, openServer } from './server.ts';

const route = 'PATCH /channels/:channel/messages/:message';

async function openPost() {
  const opened = await openServer();
  const { adapter, channel } = opened;
  const posted = await adapter.post({ key: 'one', channel, message: says('The crane is red.') });
  return { ...opened, posted };
}

describe('an edit', () => {
  test.each([
    ['whose answer is lost', { kind: 'lost' }],
    ['that never arrives', { kind: 'dropped' }],
    ['that Discord fails at', { kind: 'status', status: 503 }],
  ] as const)('%s is tried again by whoever edits', async (_, fault) => {
    const { discord, adapter, news, posted, texts } = await openPost();
    discord.fault(route, fault);
    const edit = () => adapter.edit(posted, says('The crane is blue.'));
    expect(await failureOf(edit())).toMatchObject({ permanent: false });
    await edit();
    expect(texts(news)).toEqual(['The crane is blue.']);
  });

  test('says how long Discord asks to wait', async () => {
    const { discord, adapter, posted } = await openPost();
    discord.fault(route, { kind: 'rate-limited', retryAfter: 60 });
    const failure = await failureOf(adapter.edit(posted, says('The crane is blue.')));
    expect(failure).toMatchObject({ permanent: false });
    expect(failure?.retryAfter).toBeGreaterThan(59_000);
  });

  test('of what was published is for an hour one of three', async () => {
    const { discord, adapter, guild, idOf } = await openServer({ settings: { crosspost: true } });
    const flash = guild.channel({ name: 'flash', kind: 'announcement' });
    const posted = await adapter.post({ key: 'one', channel: idOf(flash), message: says('Red.') });
    await discord.until(() => (discord.visible(flash)[0]?.crossposted ? true : undefined));
    const edit = (text: string) => adapter.edit(posted, says(text));
    for (const colour of ['Blue.', 'Green.', 'Grey.']) await edit(colour);
    const failure = await failureOf(edit('Black.'));
    expect(failure).toMatchObject({ permanent: false });
    expect(failure?.retryAfter).toBeGreaterThanOrEqual(hour);
  });

  test('opens a thread that Discord archived, but none that somebody locked', async () => {
    const { adapter, guild, idOf, texts } = await openServer();
    const forum = guild.channel({ name: 'stories', kind: 'forum' });
    const posted = await adapter.post({ key: 'one', channel: idOf(forum), message: says('Red.') });
    const thread = guild.find(posted.id);
    thread.set({ archived: true });
    await adapter.edit(posted, says('Blue.'));
    expect(texts(posted.id)).toEqual(['Blue.']);
    thread.set({ archived: true, locked: true });
    const refusal = { permanent: true, reason: 'archived' };
    expect(await failureOf(adapter.edit(posted, says('Green.')))).toMatchObject(refusal);
  });

  test('is given up where the message is gone, alone or with its thread', async () => {
    const { adapter, guild, channel, news, posted } = await openPost();
    const next = await adapter.post({ key: 'two', channel, message: says('It lifts.'), follows: posted });
    guild.find(posted.id).remove();
    news.removeMessage(posted.id);
    const gone = { permanent: true, reason: 'messageGone' };
    expect(await failureOf(adapter.edit(posted, says('Blue.')))).toMatchObject(gone);
    expect(await failureOf(adapter.edit(next, says('It falls.')))).toMatchObject(gone);
  });
});
