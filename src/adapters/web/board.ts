import type { Delivery, Posted } from '../../chat/adapter.ts';
import type { Message } from '../../chat/message.ts';

/** Something posted by Kiosk itself. */
export interface Post extends Posted {
  /** Grows with every post and edit. */
  readonly event: number;
  readonly at: Date;
  readonly message: Message;
}

/** The newest posts, for pages that are open and for pages that open later. */
export interface Board {
  /** Posts a delivery; the same key is posted once as long as the board holds it. */
  put(delivery: Delivery): Posted;
  /** Replaces a post's message in its place. False: the board no longer holds it. */
  replace(posted: Posted, message: Message): boolean;
  /** The posts in these channels that a page has not seen: those after `eventId`, or all that are held. */
  after(eventId: string | undefined, channels: readonly string[]): readonly Post[];
  /** Names a post's newest state, for `after`. */
  eventId(post: Post): string;
  /** Calls back with every post and edit in these channels until the returned function is called. */
  watch(channels: readonly string[], listener: (post: Post) => void): () => void;
}

/** How many posts are held for pages that open later. */
const capacity = 100;

/** @param name distinguishes this board from the ones of earlier runs, whose event ids mean nothing here */
export function createBoard(parts: { name: string; now: () => Date }): Board {
  const { name, now } = parts;
  const posts = new Map<string, Post>();
  const keys = new Map<string, string>();
  const listeners = new Set<(post: Post) => void>();
  let events = 0;

  function publish(post: Post): void {
    posts.set(post.id, post);
    for (const listener of listeners) listener(post);
  }

  function forgetOldest(): void {
    for (const [key, id] of keys) {
      if (posts.size < capacity) return;
      keys.delete(key);
      posts.delete(id);
    }
  }

  return {
    put({ key, channel, message }) {
      const known = keys.get(key);
      if (known !== undefined) return { channel, id: known };
      forgetOldest();
      events += 1;
      const id = `${name}.${events}`;
      keys.set(key, id);
      publish({ id, channel, message, event: events, at: now() });
      return { channel, id };
    },
    replace({ id }, message) {
      const post = posts.get(id);
      if (post === undefined) return false;
      events += 1;
      publish({ ...post, message, event: events });
      return true;
    },
    after(eventId, channels) {
      const [board, event] = eventId?.split('.') ?? [];
      const seen = board === name ? Number(event) || 0 : 0;
      return [...posts.values()].filter((post) => channels.includes(post.channel) && post.event > seen);
    },
    eventId: ({ event }) => `${name}.${event}`,
    watch(channels, listener) {
      const heard = (post: Post) => {
        if (channels.includes(post.channel)) listener(post);
      };
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
  };
}
