import { setTimeout } from 'node:timers/promises';
import { describeChatAdapter } from '../../contracts/chat-adapter.ts';
import { createFakeTerminal, keys } from './open.ts';

for (const tty of [true, false]) {
  describeChatAdapter(tty ? 'the terminal' : 'a pipe', async () => {
    const terminal = createFakeTerminal({ tty });
    return {
      adapter: terminal.adapter,
      channel: 'terminal:local',
      reader: 'terminal:local',
      async say(text) {
        terminal.type(`${text}${tty ? keys.enter : '\n'}`);
        await setTimeout(0);
      },
      seen: async () => [terminal.text()],
      async release() {},
    };
  });
}
