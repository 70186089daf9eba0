import type { RespondArguments } from '@slack/bolt';
import type { Desk, Listing } from '../../chat/adapter.ts';
import type { Message } from '../../chat/message.ts';
import type { LanguageTag } from '../../language/language.ts';
import type { Translate } from '../../texts.ts';
import type { Controls } from '../controls.ts';
import { formFor } from './forms.ts';
import { homeOf } from './home.ts';
import type { Audience, Body } from './pages.ts';
import type { FindReader, SlackReader } from './readers.ts';
import type { Workspace } from './workspaces.ts';

/** What every answer on Slack needs. */
export interface Answering {
  readonly listings: readonly Listing[];
  readonly desk: Desk;
  readonly controls: Controls;
  readonly translate: (language: LanguageTag) => Translate;
  readonly render: (message: Message, page?: number, audience?: Audience) => Promise<Body>;
  readonly reader: FindReader;
}

/** Answers to where something was pressed or typed. */
export type Respond = (message: RespondArguments) => Promise<unknown>;

/** Answers so that nobody else sees it. @param page counted from 0 */
export async function answerPrivately(
  respond: Respond,
  message: Message,
  { render, page = 0 }: Pick<Answering, 'render'> & { readonly page?: number },
): Promise<void> {
  const body = await render(message, page, 'reader');
  await respond({ ...body, response_type: 'ephemeral', replace_original: false });
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

/** Opens a form that asks for one option of a command. @param control the id of what it completes */
export async function openForm(
  trigger: string,
  control: { readonly id: string; readonly command: string; readonly option: string },
  where: {
    readonly workspace: Workspace;
    readonly language: LanguageTag;
    readonly channel: string | undefined;
  },
  { listings, translate }: Pick<Answering, 'listings' | 'translate'>,
): Promise<void> {
  const listing = listings.find(
    ({ command, language }) => command === control.command && language === where.language,
  );
  if (listing === undefined) return;
  const title = translate(where.language)('replies.followUp');
  const origin = { control: control.id, channel: where.channel };
  const view = formFor(listing, control.option, title, origin);
  await where.workspace.client.views.open({ trigger_id: trigger, view });
}
