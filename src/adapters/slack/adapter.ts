import { setTimeout as wait } from 'node:timers/promises';
import { App } from '@slack/bolt';
import type { ChatAdapter, Desk } from '../../chat/adapter.ts';
import type { KeyValue } from '../../chat/key-value.ts';
import type { Message } from '../../chat/message.ts';
import { DeliveryError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Translations } from '../../translations.ts';
import { createControls } from '../controls.ts';
import type { ShowNotice } from '../notice.ts';
import type { Opening } from '../opening.ts';
import { createWork } from '../work.ts';
import { platform } from './calls.ts';
import { createClient } from './client.ts';
import { createDelivering } from './delivering.ts';
import { refusesToken } from './failures.ts';
import { createHttpReceiver } from './http-receiver.ts';
import { limits } from './limits.ts';
import { listen } from './listening.ts';
import type { Listening } from './listening.ts';
import { boltLog } from './logging.ts';
import { createChoices } from './menus.ts';
import { createOneWorkspace } from './one-workspace.ts';
import { bodyOf } from './pages.ts';
import type { Audience } from './pages.ts';
import { createPosts } from './posts.ts';
import { createReaders } from './readers.ts';
import { createRefusals } from './refusals.ts';
import { apiAddress } from './settings.ts';
import type { SlackSettings } from './settings.ts';
import { createSeveralWorkspaces } from './several-workspaces.ts';
import { attempts, createSocket } from './socket.ts';
import type { Within, Workspace } from './workspaces.ts';

/** How long a post or an edit takes at the longest, in milliseconds. */
const longest = 30_000;

/** Kiosk on Slack. */
export interface SlackAdapter extends ChatAdapter {
  /** Where Slack sends everything over HTTP, and where workspaces take Kiosk in. */
  readonly openings: readonly Opening[];
}

/**
 * Kiosk on Slack: in Socket Mode where there is a token for it, else over HTTP; in one workspace or in several.
 * @param parts.kept where what buttons stand for, what was posted and heard, and who took Kiosk in is kept
 * @param parts.showNotice tells whoever takes Kiosk in what became of it
 * @param parts.patience how long answers under way may take when Kiosk stops, in milliseconds
 * @param parts.longestPost how long a post or an edit takes before it has failed, in milliseconds
 */
export function createSlackAdapter(parts: {
  readonly settings: SlackSettings;
  readonly kept: KeyValue;
  readonly translations: Pick<Translations, 'translate'>;
  readonly showNotice: ShowNotice;
  readonly now: () => Date;
  readonly log: Log;
  readonly patience?: number;
  readonly longestPost?: number;
}): SlackAdapter {
  const { settings, kept, translations, now, log, longestPost = longest } = parts;
  const timeout = longestPost / 2;
  const { appToken, signingSecret } = settings;
  const controls = createControls(kept, limits.value);
  const render = (message: Message, page = 0, audience: Audience = 'channel') =>
    bodyOf(message, page, { controls, t: translations.translate(message.language), audience });
  const posts = createPosts({ render, kept, now });
  const http =
    appToken === undefined && signingSecret !== undefined
      ? createHttpReceiver({ signingSecret, refusals: createRefusals({ now, log }) })
      : undefined;
  const closing = new AbortController();
  const work = createWork({
    patience: parts.patience,
    failed: (error, what) => log.warn({ error }, what),
  });
  const { workspaces, openings } =
    settings.oauth === undefined
      ? {
          workspaces: createOneWorkspace(createClient(settings.botToken, { ...parts, timeout }), refuse),
          openings: [],
        }
      : createSeveralWorkspaces({ ...parts, settings, timeout, desk: () => desk, signal: work.signal });
  const deliver = createDelivering({ enter, isOver: work.isOver, timeout });
  let desk: Desk | undefined;
  let app: App | undefined;
  let stopped: Promise<void> | undefined;

  function refuse(): void {
    if (work.isOver()) return;
    const tokens = settings.oauth === undefined ? 'SLACK_BOT_TOKEN, SLACK_APP_TOKEN' : 'SLACK_APP_TOKEN';
    log.error(
      {},
      `Slack refuses Kiosk (${tokens}): nothing is answered or posted there until that is mended`,
    );
    void stop();
  }

  /** Does something in a workspace. A token that Slack no longer knows is that workspace's affair alone. */
  async function enter<value>(team: string, doing: (workspace: Workspace) => Promise<value>) {
    const workspace = await workspaces.find(team);
    if (workspace === undefined)
      throw new DeliveryError(`Kiosk is not in the workspace ${team}`, { reason: 'placeGone' });
    try {
      return await doing(workspace);
    } catch (error) {
      if (refusesToken(error)) await workspaces.refused(workspace, error);
      throw error;
    }
  }

  const within: Within = ({ teamId = '' }, doing, what) =>
    void work.undertake(() => enter(teamId, doing), what);

  async function connect(answering: Pick<Listening, 'listings' | 'desk'>): Promise<void> {
    let pause = attempts.first;
    while (!closing.signal.aborted) {
      const created = new App({
        // Without a token: what is asked of Slack is asked with the workspaces' own clients.
        authorize: async ({ teamId }) => {
          const known = await workspaces.identify(teamId);
          if (known === undefined) throw new Error(`Kiosk is not in the workspace ${teamId}`);
          return { teamId: known.team, botUserId: known.self };
        },
        receiver: http ?? createSocket({ appToken: appToken ?? '', settings, log }),
        deferInitialization: true,
        clientOptions: { ...apiAddress(settings), retryConfig: { retries: 0 } },
        logger: boltLog(log),
      });
      created.error(async (error) => log.warn({ error }, 'something from Slack was not understood'));
      try {
        await created.init();
        await workspaces.meet();
        listen(created, {
          ...answering,
          controls,
          choices: createChoices(kept),
          kept,
          render,
          translate: translations.translate,
          ...createReaders({ signal: work.signal, refused: workspaces.refused }),
          within,
          ended: ({ teamId = '' }) =>
            void work.undertake(() => workspaces.ended(teamId), 'a workspace was not noted'),
        });
        await created.start();
        if (closing.signal.aborted) await created.stop();
        else app = created;
        log.info({}, 'connected to Slack');
        return;
      } catch (error) {
        if (refusesToken(error)) return refuse();
        log.warn({ error }, 'Slack cannot be reached; trying again');
        await wait(pause, undefined, { signal: closing.signal }).catch(() => undefined);
        pause = Math.min(2 * pause, attempts.longest);
      }
    }
  }

  function stop(): Promise<void> {
    closing.abort();
    stopped ??= work
      .end()
      .then(() => app?.stop())
      .then(() => undefined);
    return stopped;
  }

  return {
    platform,
    openings: [...(http === undefined ? [] : [http.opening]), ...openings],
    async start(listings, given) {
      desk = given;
      void connect({ listings, desk: given });
    },
    post: (delivery) => deliver(delivery.channel, (where) => posts.post(delivery, where)),
    edit: (posted, message) => deliver(posted.channel, (where) => posts.edit(posted, message, where)),
    stop,
  };
}
