import * as v from 'valibot';
import { list, oneOf, snowflake, text } from '../forms/fields.ts';
import { readForm } from '../forms/form.ts';
import { messageForm, nothing, write } from '../forms/message.ts';
import { Refusal } from '../refusal.ts';
import { channelOf, messageOf, need } from '../world/access.ts';
import { channelHappening } from '../world/happenings.ts';
import { channelPayload, isThread } from '../payloads/channels.ts';
import { messagePayload } from '../payloads/messages.ts';
import { mayShow, put } from '../world/post.ts';
import type { Post } from '../world/post.ts';
import type { Channel } from '../world/world.ts';
import { done, ok, route } from '../http/routes.ts';
import type { Route } from '../http/routes.ts';

const duration = v.nullish(oneOf([60, 1440, 4320, 10080]));
const threadForm = v.object({ name: text(1, 100), auto_archive_duration: duration });
const newThreadForm = v.object({ ...threadForm.entries, type: v.nullish(oneOf([10, 11, 12])) });
const forumPostForm = v.object({
  ...threadForm.entries,
  applied_tags: v.nullish(list(snowflake, 0, 5)),
  message: messageForm,
});
const changes = v.object({
  name: v.nullish(text(1, 100)),
  archived: v.nullish(v.boolean()),
  locked: v.nullish(v.boolean()),
  applied_tags: v.nullish(list(snowflake, 0, 5)),
  auto_archive_duration: duration,
});

/** Channels and threads. */
export function channelRoutes(post: Post): readonly Route[] {
  const { world } = post;
  const { bot } = world.application;

  const keep = (what: 'CREATE' | 'UPDATE', channel: Channel): Channel => {
    world.channels.set(channel.id, channel);
    post.announce(channelHappening(what, channel));
    return channel;
  };
  const threadIn = (parent: Channel, name: string, id: string, appliedTags: readonly string[]): Channel => ({
    ...parent,
    id,
    kind: parent.kind === 'announcement' ? 'announcementThread' : 'thread',
    name,
    parentId: parent.id,
    overwrites: [],
    tags: [],
    tagRequired: false,
    appliedTags,
    ownerId: bot.id,
    archived: false,
    locked: false,
  });

  return [
    route('GET /channels/:channel', (asked) => ok(channelPayload(channelOf(world, asked.param('channel'))))),
    route('PATCH /channels/:channel', (asked) => {
      const channel = channelOf(world, asked.param('channel'));
      if (channel.kind === 'direct') throw new Refusal('notInDirectMessages');
      if (!isThread(channel)) need(world, channel, 'manageChannels');
      else if (channel.ownerId !== bot.id || channel.locked) need(world, channel, 'manageThreads');
      const form = readForm(changes, asked.body);
      if (channel.archived && form.archived !== false) throw new Refusal('archivedThread');
      return ok(
        channelPayload(
          keep('UPDATE', {
            ...channel,
            name: form.name ?? channel.name,
            archived: form.archived ?? channel.archived,
            locked: form.locked ?? channel.locked,
            appliedTags: form.applied_tags ?? channel.appliedTags,
          }),
        ),
      );
    }),
    route('DELETE /channels/:channel', (asked) => {
      const channel = channelOf(world, asked.param('channel'));
      if (channel.kind !== 'direct')
        need(world, channel, isThread(channel) ? 'manageThreads' : 'manageChannels');
      if (channel.kind !== 'direct') world.channels.delete(channel.id);
      post.announce(channelHappening('DELETE', channel));
      return ok(channelPayload(channel));
    }),
    route('POST /channels/:channel/threads', (asked) => {
      const parent = channelOf(world, asked.param('channel'));
      if (parent.kind === 'direct' || isThread(parent)) throw new Refusal('wrongChannelType');
      if (parent.kind !== 'forum') {
        const form = readForm(newThreadForm, asked.body);
        need(
          world,
          parent,
          form.type === 10 || form.type === 11 ? 'createPublicThreads' : 'createPrivateThreads',
        );
        const thread = threadIn(parent, form.name, world.nextId(), []);
        return { status: 201, body: channelPayload(keep('CREATE', thread)) };
      }
      const form = readForm(forumPostForm, asked.body);
      need(world, parent, 'sendMessages');
      const contents = write(nothing, form.message, asked.files);
      mayShow(world, parent, contents);
      const appliedTags = form.applied_tags ?? [];
      const known = new Set(parent.tags.map(({ id }) => id));
      if (appliedTags.length === 0 && parent.tagRequired) throw new Refusal('tagRequired');
      if (!appliedTags.every((tag) => known.has(tag))) throw new Refusal('invalidForm');
      const id = world.nextId();
      const thread = keep('CREATE', threadIn(parent, form.name, id, appliedTags));
      const allowed = form.message.allowed_mentions;
      const message = put(post, { channel: thread, author: bot, contents, allowed, id });
      return { status: 201, body: { ...channelPayload(thread), message: messagePayload(world, message) } };
    }),
    route('GET /channels/:channel/threads/archived/public', (asked) => {
      const parent = channelOf(world, asked.param('channel'));
      if (parent.kind === 'direct' || isThread(parent)) throw new Refusal('wrongChannelType');
      need(world, parent, 'readMessageHistory');
      const archived = [...world.channels.values()].filter(
        (one) => one.parentId === parent.id && isThread(one) && one.archived,
      );
      return ok({ threads: archived.map(channelPayload), members: [], has_more: false });
    }),
    route('POST /channels/:channel/messages/:message/threads', (asked) => {
      const parent = channelOf(world, asked.param('channel'));
      if (parent.kind !== 'text' && parent.kind !== 'announcement') throw new Refusal('wrongChannelType');
      const message = messageOf(world, parent, asked.param('message'));
      need(world, parent, 'createPublicThreads');
      if (world.channels.has(message.id)) throw new Refusal('threadExists');
      const form = readForm(threadForm, asked.body);
      const thread = keep('CREATE', threadIn(parent, form.name, message.id, []));
      return { status: 201, body: channelPayload(thread) };
    }),
    ...['PUT', 'DELETE'].map((method) =>
      route(`${method} /channels/:channel/thread-members/@me`, (asked) => {
        if (!isThread(channelOf(world, asked.param('channel')))) throw new Refusal('wrongChannelType');
        return done;
      }),
    ),
  ];
}
