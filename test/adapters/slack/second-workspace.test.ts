import { describe, expect, test } from 'vitest';
import { fakeListings } from '../../fakes/desk.ts';
import { openSeveral, says, settle } from './several.ts';
import { createSlackStandIn } from './stand-in/index.ts';
import type { Way } from './stand-in-bot.ts';

/** The fake desk's commands, of which one is offered on messages. */
const listings = fakeListings.map((listing) =>
  listing.command === 'ask' ? { ...listing, menu: { name: listing.name, option: 'question' } } : listing,
);

/** Kiosk in two workspaces, the first of which has been answered, and the second. */
async function openSecond(way: Way) {
  const slack = await createSlackStandIn({ app: { shortcuts: ['ask', 'find', 'summarise'] } });
  const several = await openSeveral(way, { slack, listings });
  const ferry = await settle(several, 'Ferry');
  const { workspace, ada, channel } = await settle(several, 'Boat');
  await ferry.ada.in(ferry.channel).slash('/kiosk', 'When?').reply();
  const before = slack.requests.length;
  const { length: answered } = several.desk.asked;
  const direct = ada.direct();
  return {
    slack,
    desk: several.desk,
    ada,
    direct,
    reader: ada.in(channel),
    /** Settles when something is said to the reader directly. */
    told: (text: string) => slack.until(() => direct.sees().find((message) => message.text.includes(text))),
    /** Kiosk asked Slack for this and more, all of it with the second workspace's token, and for its readers. */
    expectWithin(...methods: readonly string[]) {
      const asked = slack.requests.slice(before).filter(({ token }) => token !== '');
      expect(asked.map(({ method }) => method)).toEqual(expect.arrayContaining([...methods]));
      expect(new Set(asked.map(({ token }) => token))).toEqual(new Set([workspace.token()]));
      const { asked: calls, askedSuggestions } = several.desk;
      expect(new Set([...calls.slice(answered), ...askedSuggestions].map(({ place }) => place))).toEqual(
        new Set([`slack:${workspace.id}`]),
      );
      expect(slack.violations).toEqual([]);
    },
  };
}

describe.each(['Socket Mode', 'HTTP'] as const)('in the second workspace over %s', (way) => {
  test('the assistant’s pane suggests, says that it reads, is titled and answers', async () => {
    const { slack, ada, expectWithin } = await openSecond(way);
    const pane = ada.openAssistant();
    const [{ message } = expect.unreachable()] = await slack.until(() => pane.pane()?.prompts);
    pane.write(message);
    const answer = await slack.until(() => pane.sees()[2]);
    expect(answer).toMatchObject({ text: expect.stringContaining(message), threadTs: pane.threadTs });
    expect(pane.pane()).toMatchObject({ status: '', title: message });
    const shown = ['setSuggestedPrompts', 'setStatus', 'setTitle'].map((name) => `assistant.threads.${name}`);
    expectWithin(...shown, 'chat.postMessage');
  });

  test('the home tab is shown, and its menu changes the language', async () => {
    const { slack, ada, direct, expectWithin } = await openSecond(way);
    ada.openHome();
    const home = await slack.until(() => ada.home());
    direct.select(home, 'language', 'Deutsch');
    await expect.poll(() => ada.home()?.selects[0]?.chosen).toEqual(['de']);
    expectWithin('users.info', 'views.publish');
  });

  test('shortcuts open forms, whose menus suggest and whose choice is answered', async () => {
    const { reader, told, expectWithin } = await openSecond(way);
    expect((await reader.shortcut('ask').view()).title).not.toBe('');
    const form = await reader.shortcut('find').view();
    const [, ferry] = await reader.suggest(form, 'choice', 'ferry').options();
    reader.submit(form, { choice: ferry?.value ?? '' });
    await told('/story ferry');
    const { message } = reader.write('The ferry is late.');
    const summary = await reader.messageShortcut('summarise', message).reply();
    expect(summary).toMatchObject({ ephemeral: true, text: expect.stringContaining(message.text) });
    expectWithin('views.open', 'chat.postMessage');
  });

  test('a button in a channel opens a form, which is answered there for its reader alone', async () => {
    const { slack, reader, desk, expectWithin } = await openSecond(way);
    const actions = [{ label: 'Find', command: 'story', options: {}, asks: 'story' }];
    desk.reply(() => ({ language: 'en', blocks: [{ kind: 'actions', actions }] }));
    const offer = await reader.slash('/kiosk', 'Which?').reply();
    const form = await reader.click(offer, 'Find').view();
    const [strike] = await reader.suggest(form, 'choice', 'strike').options();
    desk.reply(() => says('There it is.'));
    reader.submit(form, { choice: strike?.value ?? '' });
    const answer = await slack.until(() => reader.sees().find(({ text }) => text === 'There it is.'));
    expect(answer.ephemeral).toBe(true);
    expect(desk.asked.at(-1)).toMatchObject({ command: 'story', options: { story: 'Ferry strike ends' } });
    expectWithin('views.open', 'chat.postEphemeral');
  });
});
