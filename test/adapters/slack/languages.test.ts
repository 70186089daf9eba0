import { expect, test } from 'vitest';
import { tags, translations } from '../../commands/house.ts';
import { library } from '../../commands/library.ts';
import { calls, corrected, given, isQuoted, look, namesIn, sources } from '../../commands/ways.ts';
import { foreignIn } from '../../locales/own-words.ts';
import { locales, openNewsroom } from './newsroom.ts';
import { saidIn } from './said.ts';

const badges = ['EN', 'FR', 'DE'];

async function open(tag: (typeof tags)[number]) {
  const newsroom = await openNewsroom(locales[tag], { items: [...library, corrected], sources, look });
  const { house, slack } = newsroom;
  const said = new Set<string>();
  return {
    ...newsroom,
    /** Remembers what the blocks of something say. */
    hear({ blocks }: { readonly blocks: Parameters<typeof saidIn>[0] }) {
      for (const text of saidIn(blocks)) said.add(text);
    },
    hearWords: (...texts: readonly string[]) => texts.forEach((text) => said.add(text)),
    /** What was wrong: words that aren't the language's own, and whatever Slack would not have taken. */
    wrong() {
      expect(said.size).toBeGreaterThan(10);
      const own = new Set([...given, ...badges, ...namesIn(house.listings, tag)]);
      const words = [...said].filter((text) => !isQuoted(text));
      return [...foreignIn(new Set(words), tag, own), ...slack.violations, ...slack.pings];
    },
  };
}

test.each(tags)('every command is answered in the own words of %s, well or not', async (tag) => {
  const { boss, house, hear, wrong } = await open(tag);
  const commands = new Set(house.listings.map(({ command }) => command));
  expect(new Set(calls.map(([command]) => command)).isSupersetOf(commands)).toBe(true);
  for (const [command, options] of calls) {
    const typed = house.desk.typed({ command, options }, tag).slice(1);
    hear(await boss.slash('/kiosk', typed).reply());
  }
  expect(wrong()).toEqual([]);
});

test.each(tags)('buttons, forms, the home tab and the pane speak %s', async (tag) => {
  const t = translations.translate(tag);
  const { slack, house, reader, ada, boss, hear, hearWords, wrong } = await open(tag);
  const form = async (call: ReturnType<typeof ada.click>) => {
    const view = await call.view();
    hear(view);
    hearWords(view.title ?? '', view.submit ?? '');
  };

  const asked = house.desk.typed({ command: 'ask', options: { question: 'Mirabel' } }, tag);
  const answer = await ada.slash('/kiosk', asked.slice(1)).reply();
  for (const { text } of answer.buttons.filter(({ text }) => text !== t('replies.page.share'))) {
    const pressed = ada.click(answer, text);
    if (text === t('replies.followUp')) await form(pressed);
    else hear(await pressed.reply());
  }
  const setup = await boss.slash('/kiosk', 'setup').reply();
  await form(boss.click(setup, t('replies.setup.add')));
  await form(boss.click(setup, t('replies.setup.remove')));
  for (const shortcut of ['ask', 'find']) await form(ada.shortcut(shortcut));

  reader.openHome();
  hear(await slack.until(() => reader.home()));
  const pane = reader.openAssistant();
  const { prompts } = await slack.until(() => (pane.pane()?.prompts.length ? pane.pane() : undefined));
  hearWords(...prompts.map(({ title }) => title));
  expect(wrong()).toEqual([]);
});
