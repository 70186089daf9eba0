import type { ChatAdapter } from '../../src/chat/adapter.ts';
import { says, untilDone } from './posting.ts';

/** How many posts there are; `KIOSK_SOAK_POSTS` asks for more. */
export const posts = Number(process.env['KIOSK_SOAK_POSTS'] ?? 120);
/** Milliseconds that they may take. */
export const timeout = Math.max(60_000, posts * 200);
/** As many are under way at once as in the newsroom. */
const atOnce = 16;

/**
 * Posts into channels and to readers, with posts that follow, and edits, by several processes that share what they keep. Each
 * attempt is another process's, as if the one before had ended. Returns the texts that are to be there in the end.
 * @param parts.hurt lets something go wrong before an attempt
 */
export async function soak(parts: {
  readonly adapters: readonly Pick<ChatAdapter, 'post' | 'edit'>[];
  readonly channels: readonly string[];
  readonly readers: readonly string[];
  readonly random: () => number;
  readonly hurt: () => void;
}): Promise<readonly string[]> {
  const { adapters, channels, readers, random, hurt } = parts;
  const expected: string[] = [];
  let next = 0;

  function attempt<value>(doing: (adapter: (typeof adapters)[number]) => Promise<value>): Promise<value> {
    return untilDone(() => {
      hurt();
      const adapter = adapters[Math.floor(random() * adapters.length)];
      if (adapter === undefined) throw new Error('there is no adapter');
      return doing(adapter);
    });
  }

  async function tell(number: number): Promise<void> {
    const rooms = number % 5 === 4 ? readers : channels;
    const channel = rooms[number % rooms.length] ?? '';
    const post = async (text: string, follows?: Awaited<ReturnType<ChatAdapter['post']>>) => {
      const delivery = { key: text, channel, message: says(text), ...(follows && { follows }) };
      const posted = await attempt((adapter) => adapter.post(delivery));
      const isEdited = random() < 0.3;
      if (isEdited) await attempt((adapter) => adapter.edit(posted, says(`${text}, corrected`)));
      expected.push(isEdited ? `${text}, corrected` : text);
      return posted;
    };
    const first = await post(`Post ${number}`);
    if (number % 2 === 1) return;
    const second = await post(`Post ${number} goes on`, first);
    await post(`Post ${number} ends`, number % 4 === 0 ? first : second);
  }

  async function work(): Promise<void> {
    while (next < posts) {
      next += 1;
      await tell(next);
    }
  }

  await Promise.all(Array.from({ length: atOnce }, work));
  return expected;
}
