import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/chat/message.ts';
import { failureOf, says, tells } from '../posting.ts';
import { hour, openServer } from './server.ts';

async function openForum() {
  const opened = await openServer();
  const forum = opened.guild.channel({ name: 'stories', kind: 'forum' });
  return { ...opened, forum, stories: opened.idOf(forum) };
}

test('a post in a forum begins a thread, once, and is edited there', async () => {
  const { discord, adapter, forum, stories, idOf, texts } = await openForum();
  const message: Message = {
    language: 'en',
    blocks: [
      { kind: 'heading', text: 'The crane' },
      { kind: 'text', text: 'It has come.' },
    ],
  };
  const delivery = { key: 'one', channel: stories, message };
  discord.fault('POST /channels/:channel/threads', { kind: 'lost' });
  await failureOf(adapter.post(delivery));
  const posted = await adapter.post(delivery);
  const [thread, ...others] = discord.threads(forum);
  expect(others).toEqual([]);
  expect(thread?.name).toBe('The crane');
  expect(posted.channel).toBe(idOf({ id: thread?.id ?? '' }));
  await adapter.edit(posted, says('It has left.'));
  expect(texts(thread?.id ?? '')).toEqual(['It has left.']);
  expect(discord.violations).toEqual([]);
});

test('a thread of a forum has the tags that its message speaks of', async () => {
  const { discord, adapter, guild, idOf } = await openServer();
  const forum = guild.channel({ name: 'stories', kind: 'forum', tags: ['Ferries', 'Économie', 'Cranes'] });
  const message: Message = {
    language: 'fr',
    blocks: [{ kind: 'card', title: 'L’économie des cranes', body: 'Elle va bien.' }],
  };
  await adapter.post({ key: 'one', channel: idOf(forum), message });
  const names = new Map(forum.now()?.tags.map(({ id, name }) => [id, name]));
  expect(discord.threads(forum)[0]?.appliedTags.map((id) => names.get(id))).toEqual(['Économie', 'Cranes']);
});

describe('a post in a forum whose answer is lost', () => {
  test('is told from one before it that begins with the same words', async () => {
    const { discord, adapter, forum, stories, texts } = await openForum();
    const alert = (key: string, text: string) => ({
      key,
      channel: stories,
      message: { ...says(text), blocks: [{ kind: 'heading', text: 'Alert' }, ...says(text).blocks] } as const,
    });
    await adapter.post(alert('one', 'The crane has come.'));
    discord.fault('POST /channels/:channel/threads', { kind: 'dropped' });
    await failureOf(adapter.post(alert('two', 'The ferry sails.')));
    await adapter.post(alert('two', 'The ferry sails.'));
    expect(discord.threads(forum).flatMap(({ id }) => texts(id))).toEqual([
      'Alert\nThe crane has come.',
      'Alert\nThe ferry sails.',
    ]);
  });

  test('is found though its thread was archived since', async () => {
    const { discord, adapter, guild, forum, stories } = await openForum();
    discord.fault('POST /channels/:channel/threads', { kind: 'lost' });
    const delivery = { key: 'one', channel: stories, message: tells('The crane') };
    await failureOf(adapter.post(delivery));
    discord.clock.pass(24 * hour);
    const [thread] = discord.threads(forum);
    guild.find(thread?.id ?? '').set({ archived: true });
    expect(await adapter.post(delivery)).toMatchObject({ id: thread?.id });
    expect(discord.threads(forum)).toHaveLength(1);
  });

  test('is there once although Discord failed at it after it was done', async () => {
    const { discord, adapter, forum, stories } = await openForum();
    const delivery = { key: 'one', channel: stories, message: tells('The crane') };
    discord.fault('POST /channels/:channel/threads', { kind: 'failed', status: 502 });
    await failureOf(adapter.post(delivery));
    await adapter.post(delivery);
    expect(discord.threads(forum).map(({ name }) => name)).toEqual(['The crane']);
  });
});
