import type { Message } from '../../chat/message.ts';
import { answerPrivately, openForm, showHome, staleFor } from './answering.ts';
import type { Answering, Respond } from './answering.ts';
import { send } from './sending.ts';
import type { Workspace } from './workspaces.ts';

/** One press of a button. */
export interface Press {
  readonly workspace: Workspace;
  readonly user: string;
  /** Undefined on Kiosk's own tab, where there is no message to answer beside. */
  readonly channel: string | undefined;
  /** The id of what the button stands for. */
  readonly control: string;
  /** With which a form may be opened, within three seconds. */
  readonly trigger: string;
  readonly respond: Respond;
}

/** Answers whoever pressed a button. */
export async function answerPress(press: Press, parts: Answering): Promise<void> {
  const { workspace, user, channel = user, trigger, respond } = press;
  const { desk, controls, render } = parts;
  const reader = await parts.reader(workspace, user, channel);
  const isHome = press.channel === undefined;
  const tell = isHome
    ? async (message: Message, page = 0) =>
        void (await send(workspace.client, { channel: user, ...(await render(message, page)) }))
    : (message: Message, page = 0) => answerPrivately(respond, message, { render, page });
  const control = await controls.read(press.control);
  switch (control?.kind) {
    case undefined:
      return tell(await staleFor(reader, parts));
    case 'page': {
      const message = await controls.find(control.message);
      return message === undefined ? tell(await staleFor(reader, parts)) : tell(message, control.page);
    }
    case 'share': {
      const message = await controls.find(control.message);
      return message === undefined ? tell(await staleFor(reader, parts)) : share(respond, message, parts);
    }
    case 'action': {
      const { command, options, asks } = control;
      if (asks !== undefined) {
        const language = await desk.language(reader);
        const completed = { id: press.control, command, option: asks };
        return openForm(trigger, completed, { workspace, language, channel }, parts);
      }
      const reply = await desk.answer({ ...reader, command, options });
      return isHome && command === 'language' ? showHome(workspace, user, parts) : tell(reply);
    }
  }
}

/** Shows everybody in the channel what one reader saw, in place of what they saw. */
async function share(
  respond: Respond,
  message: Message,
  { render }: Pick<Answering, 'render'>,
): Promise<void> {
  const literal = { unfurl_links: false, unfurl_media: false };
  const body = await render(message);
  await respond({ ...body, ...literal, response_type: 'in_channel', replace_original: false });
  await respond({ text: '', delete_original: true });
}
