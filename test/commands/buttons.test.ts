import { expect, test } from 'vitest';
import type { Action } from '../../src/chat/message.ts';
import { tags } from './house.ts';
import { actionsOf, openPressHouse, textOf } from './newsroom.ts';

/** What people write into the forms that buttons open. */
const written: Readonly<Record<string, string>> = {
  topics: 'ferry',
  when: 'every day at 7',
  text: 'Closed today',
  topic: 'harbour',
  question: 'Who rammed the bridge?',
};
/** What removes something. */
function removes({ command }: Action): boolean {
  return ['unsubscribe', 'unfollow'].includes(command);
}

/** Commands that answer with one sentence, or whose forms ask for what a test doesn't have. */
const brief = new Set(['unsubscribe', 'unfollow', 'language', 'sources']);

test.each(tags)('every button of the newsroom’s replies leads to an answer in %s', async (tag) => {
  const house = await openPressHouse();
  await house.use(tag, 'subscribe', { topics: 'bridge', save: 'yes' });
  await house.use(tag, 'subscribe', { topics: 'bread', alerts: 'high', when: 'every day at 9', save: 'yes' });
  await house.use(tag, 'announce', { text: 'Closed', when: 'tomorrow at 9', save: 'yes' });
  await house.use(tag, 'announce', { text: 'Open', when: 'every Monday at 9', save: 'yes' });
  await house.use(tag, 'follow', { topic: 'bridge' });

  const pressed = new Set<string>();
  const waiting: Action[] = [];
  const dead: string[] = [];
  const see = (actions: readonly Action[]) =>
    waiting.push(...actions.filter((action) => !pressed.has(JSON.stringify(action))));
  for (const command of ['subscriptions', 'announcements', 'digest', 'status', 'setup', 'pause', 'unfollow'])
    see(actionsOf(await house.use(tag, command)));
  see(actionsOf(await house.use(tag, 'subscribe', { topics: 'chess' })));
  see(actionsOf(await house.use(tag, 'announce', { text: 'Party' })));

  // What removes something comes last, so that there is something to press before.
  while (waiting.length > 0) {
    const next = waiting.findIndex((action) => !removes(action));
    const [action] = waiting.splice(Math.max(next, 0), 1);
    if (action === undefined || pressed.has(JSON.stringify(action))) continue;
    pressed.add(JSON.stringify(action));
    const { command, asks, options } = action;
    if (command === 'source' || pressed.size > 150) continue;
    const value = asks === undefined ? {} : { [asks]: written[asks] ?? '' };
    const reply = await house.press(tag, { ...action, options: { ...options, ...value } });
    const isAnswered = reply.blocks.length > (brief.has(command) ? 0 : 1);
    if (!isAnswered) dead.push(`${JSON.stringify(action)}: ${textOf(reply)}`);
    if (!removes(action)) see(actionsOf(reply));
  }
  expect(dead).toEqual([]);
  expect(pressed.size).toBeGreaterThan(25);
  expect(house.logged).toEqual([]);
});
