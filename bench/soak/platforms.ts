import { timeOf } from '../../test/adapters/discord/stand-in/snowflakes.ts';
import { createTestClock } from '../../test/adapters/discord/stand-in/clock.ts';
import { createDiscordStandIn } from '../../test/adapters/discord/stand-in/index.ts';
import { createSlackStandIn } from '../../test/adapters/slack/stand-in/index.ts';
import type { Mishap } from './mishaps.ts';
import type { Place } from './rooms.ts';

/** A post as readers have it in the end. */
export interface Post {
  readonly id: string;
  /** When it was posted, in milliseconds since 1970. */
  readonly at: number;
  readonly lines: readonly string[];
  readonly buttons: readonly string[];
  /** The first time that is written in it, in milliseconds since 1970. */
  readonly says: number | undefined;
}

/** A post that a platform holds, or will. */
export interface Hold {
  isMet(): boolean;
  letGo(): void;
}

/** Two platforms' stand-ins that share a clock. */
export interface Platforms {
  readonly places: readonly Place[];
  /** What a process reaches them with. */
  readonly environment: Readonly<Record<string, string>>;
  /** Lets it be so late. */
  setClock(at: number): void;
  /** Lets something go wrong with the requests to come. */
  order(mishap: Extract<Mishap, { kind: 'fault' }>): void;
  /** Holds the next post. */
  hold(platform: 'discord' | 'slack'): Hold;
  /** Tells of each post and edit when the platform has it, before it answers; until the returned function is called. */
  watch(committed: () => void): () => void;
  /** Forgets who was connected; what they asked for last is done at once, and not when somebody else is at it. */
  forget(): void;
  /** What can be read in a place, threads included, oldest first. */
  posts(place: string): readonly Post[];
  /** What the platforms wouldn't have taken. */
  violations(): readonly string[];
  close(): Promise<void>;
}

type Logged = { readonly status: number | undefined; readonly answer: unknown };

/** @param count how many places there are, half of them on each */
export async function createPlatforms(count: number, start: number): Promise<Platforms> {
  const clock = createTestClock(start);
  const discord = await createDiscordStandIn({ clock });
  const slack = await createSlackStandIn({ clock, app: { events: ['app_mention', 'message.im'] } });
  const guild = discord.guild({ name: 'Harbour' });
  const team = slack.workspace.id;
  const handles = new Map<string, ReturnType<typeof guild.channel>>();
  const places = Array.from({ length: count }, (_, index): Place => {
    const name = `news-${index}`;
    if (index % 2 === 1) return { id: `slack:${team}:${slack.channel({ name }).id}`, place: `slack:${team}` };
    const channel = guild.channel({ name, kind: index % 10 === 8 ? 'forum' : 'text' });
    const id = `discord:${guild.id}:${channel.id}`;
    handles.set(id, channel);
    return { id, place: `discord:${guild.id}` };
  });
  const watching = new Set<() => void>();
  const slow = new Set<() => void>();
  let isOpen = true;

  function follow<request extends Logged>(
    requests: readonly request[],
    until: (look: () => true | undefined) => Promise<true>,
    isWriting: (request: request) => boolean,
  ): void {
    let seen = 0;
    void until(() => {
      for (; seen < requests.length; seen += 1) {
        const request = requests[seen];
        if (request !== undefined && isWriting(request)) for (const call of watching) call();
      }
      return isOpen ? undefined : true;
    });
  }

  follow(discord.requests, discord.until, ({ method, route, status = 200, answer }) => {
    const isPost = method === 'POST' && /^\/channels\/:channel\/(?:messages|threads)$/.test(route ?? '');
    return (isPost || method === 'PATCH') && answer !== undefined && status < 300;
  });
  follow(slack.requests, slack.until, ({ method, answer }) => {
    const isWriting = method === 'chat.postMessage' || method === 'chat.update';
    return isWriting && typeof answer === 'object' && answer['ok'] === true;
  });

  function discordPosts(place: string): readonly Post[] {
    const channel = handles.get(place);
    if (channel === undefined) return [];
    const threads = discord.threads(channel).map(({ id }) => id);
    return [channel.id, ...threads].flatMap((id) =>
      discord.visible(id).map((seen) => ({
        id: seen.id,
        at: timeOf(seen.id),
        lines: seen.text.split('\n'),
        buttons: seen.buttons.map(({ label }) => label),
        says: secondsIn(/<t:(\d+):D>/.exec(seen.content)),
      })),
    );
  }

  function slackPosts(place: string): readonly Post[] {
    return slack.visible(place.split(':')[2] ?? '').map(({ ts, text, blocks, buttons }) => ({
      id: ts,
      at: Math.floor(Number(ts) * 1000),
      lines: text.split('\n'),
      buttons: buttons.map((button) => button.text),
      says: secondsIn(/"timestamp":(\d+)/.exec(JSON.stringify(blocks))),
    }));
  }

  return {
    places,
    environment: {
      TIME_ZONE: 'UTC',
      DISCORD_TOKEN: discord.token,
      DISCORD_APPLICATION_ID: discord.applicationId,
      DISCORD_API_URL: discord.api,
      SLACK_BOT_TOKEN: slack.token(),
      SLACK_APP_TOKEN: slack.app.appToken,
      SLACK_API_URL: slack.slackApiUrl.replace(/\/$/, ''),
    },
    setClock: (at) => clock.pass(at - clock.now()),
    order({ platform, fault, of, times }) {
      if (fault.kind === 'slow') {
        const [held, until] =
          platform === 'discord'
            ? [discord.fault(discordRoutes[of], { kind: 'held' }, times), discord.until]
            : [slack.fault(slackMethods[of], { kind: 'held' }, times), slack.until];
        const release = () => {
          held.release();
          slow.delete(release);
        };
        slow.add(release);
        const met = until(() => (held.met() > 0 || !isOpen ? true : undefined));
        void met.then(() => setTimeout(release, fault.milliseconds));
      } else if (platform === 'discord') discord.fault(discordRoutes[of], fault, times);
      else slack.fault(slackMethods[of], fault, times);
    },
    hold(platform) {
      const held =
        platform === 'discord'
          ? discord.fault(discordRoutes.post, { kind: 'held' })
          : slack.fault(slackMethods.post, { kind: 'held' });
      return { isMet: () => held.met() > 0, letGo: () => held.release() };
    },
    watch(call) {
      watching.add(call);
      return () => watching.delete(call);
    },
    forget() {
      for (const release of slow) release();
      discord.gateway.forget();
    },
    posts: (place) =>
      [...discordPosts(place), ...(place.startsWith('slack:') ? slackPosts(place) : [])].toSorted(
        (one, other) => one.at - other.at,
      ),
    violations: () =>
      [...discord.violations, ...slack.violations].map(
        ({ kind, where, what }) => `${kind} ${where}: ${what}`,
      ),
    async close() {
      isOpen = false;
      await discord.close();
      await slack.close();
    },
  };
}

const discordRoutes = {
  post: 'POST /channels/:channel/messages',
  edit: 'PATCH /channels/:channel/messages/:message',
  read: 'GET /channels/:channel/messages',
} as const;
const slackMethods = {
  post: 'chat.postMessage',
  edit: 'chat.update',
  read: 'conversations.history',
} as const;

function secondsIn(found: RegExpExecArray | null): number | undefined {
  return found?.[1] === undefined ? undefined : Number(found[1]) * 1000;
}
