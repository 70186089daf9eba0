import type { RespondArguments } from '@slack/bolt';
import type { Desk, Listing } from '../../chat/adapter.ts';
import type { Message } from '../../chat/message.ts';
import type { LanguageTag } from '../../language/language.ts';
import type { Translate } from '../../texts.ts';
import type { Controls } from '../controls.ts';
import { changesHome } from './home/following.ts';
import { homeOf } from './home/home.ts';
import type { Choices } from './menus.ts';
import type { Audience, Body } from './pages.ts';
import type { Readers, SlackReader } from './readers.ts';
import type { Workspace } from './workspaces.ts';

/** What every answer on Slack needs. */
export interface Answering extends Readers {
  readonly listings: readonly Listing[];
  readonly desk: Desk;
  readonly controls: Controls;
  readonly choices: Choices;
  readonly translate: (language: LanguageTag) => Translate;
  readonly render: (message: Message, page?: number, audience?: Audience) => Promise<Body>;
}

/** Answers to where something was pressed or typed. */
export type Respond = (message: RespondArguments) => Promise<unknown>;

/** Answers so that nobody else sees it. @param how.page counted from 0 */
export async function answerPrivately(
  respond: Respond,
  message: Message,
  how: Pick<Answering, 'render'> & { readonly page?: number; readonly thread?: string | undefined },
): Promise<void> {
  const { render, page = 0, thread } = how;
  const body = await render(message, page, 'reader');
  const where = thread === undefined ? {} : { thread_ts: thread };
  await respond({ ...body, ...where, response_type: 'ephemeral', replace_original: false });
}

/** Says that what was pressed is too old. */
export async function staleFor(
  reader: SlackReader,
  { desk, translate }: Pick<Answering, 'desk' | 'translate'>,
): Promise<Message> {
  const language = await desk.language(reader);
  return { language, blocks: [{ kind: 'text', text: translate(language)('replies.page.stale') }] };
}

/** Shows somebody Kiosk's own tab. */
export async function showHome(workspace: Workspace, user: string, parts: Answering): Promise<void> {
  const view = await homeOf(await parts.reader(workspace, user, user), parts);
  await workspace.client.views.publish({ user_id: user, view });
}

/** Shows Kiosk's own tab anew where something was used on it that changes what it shows. */
export async function refreshHome(
  command: string,
  used: { readonly workspace: Workspace; readonly user: string; readonly channel: string | undefined },
  parts: Answering,
): Promise<void> {
  if (used.channel === undefined && changesHome.has(command))
    await showHome(used.workspace, used.user, parts);
}
