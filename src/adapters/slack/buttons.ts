import type { Message } from '../../chat/message.ts';
import { answerPrivately, refreshHome, staleFor } from './answering.ts';
import type { Answering, Respond } from './answering.ts';
import { openForm } from './asking.ts';
import type { Opener } from './asking.ts';
import { send } from './sending.ts';
import { addressOf, isDirect } from './spots.ts';

/** One press of a button, whose words are the title. */
export interface Press extends Opener {
  /** The id of what the button stands for. */
  readonly control: string;
  readonly respond: Respond;
}

/** Answers whoever pressed a button. */
export async function answerPress(press: Press, parts: Answering): Promise<void> {
  const { workspace, user, thread, respond } = press;
  const { desk, controls, render } = parts;
  const address = addressOf(press, user);
  const reader = await parts.reader(workspace, user, address.channel);
  const tell = isDirect(press)
    ? async (message: Message, page = 0) =>
        void (await send(workspace.client, { ...address, ...(await render(message, page)) }))
    : (message: Message, page = 0) => answerPrivately(respond, message, { render, page, thread });
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
      if (asks !== undefined) return openForm(control, press, parts);
      await tell(await desk.answer({ ...reader, command, options }));
      return refreshHome(command, press, parts);
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
