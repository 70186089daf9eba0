import type { types } from '@slack/bolt';
import type { Call, Desk } from '../../chat/adapter.ts';
import type { Message } from '../../chat/message.ts';
import { languageTags, nameOfLanguage } from '../../language/index.ts';
import type { Body } from './pages.ts';

/** A view holds no more blocks. */
const mostBlocks = 100;

/** What a reader finds on Kiosk's own tab: the language they are answered in, with others to choose, and the newest stories. */
export async function homeOf(
  reader: Omit<Call, 'command' | 'options'>,
  parts: { readonly desk: Desk; readonly render: (message: Message) => Promise<Body> },
): Promise<types.HomeView> {
  const { desk, render } = parts;
  const [now, newest] = await Promise.all([
    desk.answer({ ...reader, command: 'language', options: {} }),
    desk.answer({ ...reader, command: 'latest', options: {} }),
  ]);
  const actions = languageTags
    .filter((tag) => tag !== now.language)
    .map((tag) => ({ label: nameOfLanguage(tag, tag), command: 'language', options: { language: tag } }));
  const home: Message = {
    language: now.language,
    blocks: [...now.blocks, { kind: 'actions', actions }, ...newest.blocks],
  };
  const { blocks } = await render(home);
  return { type: 'home', blocks: blocks.slice(0, mostBlocks) };
}
