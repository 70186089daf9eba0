import { once } from 'node:events';
import type { ChatAdapter, Desk, Listing, Posted } from '../../chat/adapter.ts';
import type { Message } from '../../chat/message.ts';
import { DeliveryError } from '../../errors.ts';
import { fold } from '../../language/index.ts';
import type { LanguageTag } from '../../language/language.ts';
import type { Log } from '../../log.ts';
import type { Translations } from '../../translations.ts';
import { complete } from './complete.ts';
import { createDisplay } from './display.ts';
import type { Display } from './display.ts';
import { createHistory } from './history.ts';
import { openScreen } from './screen.ts';
import type { Input, Output, Screen } from './screen.ts';

/** Kiosk in a terminal, for one reader. */
export interface TerminalAdapter extends ChatAdapter {
  /** Resolves when the conversation is over: the reader left, the input ended, or the adapter was stopped. */
  finished(): Promise<void>;
}

const channel = 'terminal:local';
const prompt = '> ';
const actionNumber = /^\[?(\d{1,3})\]?$/;
const ownWord = /^\s*\/(\S+)\s*$/;

/**
 * A conversation in a terminal, or, without one, an answer for each line of the input.
 * @param parts.columns the width to wrap at, where the output doesn't know its own
 * @param parts.colour whether colours are wanted; they are used only on a terminal
 * @param parts.historyFile where lines typed are kept for the next time
 * @param parts.language the reader's language as the system has it
 */
export function createTerminalAdapter(parts: {
  readonly input: Input;
  readonly output: Output;
  readonly columns?: number;
  readonly colour: boolean;
  readonly historyFile?: string;
  readonly translations: Pick<Translations, 'languages' | 'translate'>;
  readonly language: LanguageTag;
  readonly timeZone?: string;
  readonly now: () => Date;
  readonly log: Pick<Log, 'warn' | 'error'>;
}): TerminalAdapter {
  const { translations, log } = parts;
  const reader = { caller: { id: channel, manager: true }, channel, locale: parts.language };
  const history = createHistory(parts.historyFile, log);
  const { promise: done, resolve: finish, reject: fail } = Promise.withResolvers<void>();
  done.catch((error: unknown) => log.error({ error }, 'terminal failed'));
  const quitWords = new Set(
    translations.languages.map((tag) => fold(translations.translate(tag)('terminal.quit'))),
  );

  let opened: { readonly screen: Screen; readonly display: Display } | undefined;
  /** Nobody waits for answers any more. */
  let over = false;
  let answering: AbortController | undefined;
  let warned = false;
  /** Deliveries of this conversation, which is too short to hold many. */
  const posted = new Map<string, Posted>();

  function leave(): void {
    over = true;
    answering?.abort();
  }

  function present(): Display {
    if (opened === undefined || over) throw new DeliveryError('nobody is at the terminal');
    return opened.display;
  }

  /** Runs a call; undefined when it was cancelled. */
  async function wait(call: (signal: AbortSignal) => Promise<Message>): Promise<Message | undefined> {
    answering = new AbortController();
    const { signal } = answering;
    try {
      return await Promise.race([call(signal), once(signal, 'abort').then(() => undefined)]);
    } finally {
      answering = undefined;
    }
  }

  async function handle(line: string, desk: Desk, screen: Screen, display: Display): Promise<void> {
    const text = line.trim();
    if (text === '') return undefined;
    const language = await desk.language(reader);
    const t = translations.translate(language);
    const number = actionNumber.exec(text)?.[1];
    const action = display.action(Number(number));
    if (number !== undefined && action === undefined && display.offered() > 0) {
      return display.say(t('terminal.noAction', { number }), language);
    }
    screen.prompt(t('terminal.reading'));
    if (action !== undefined && screen.interactive) await display.say(desk.typed(action, language), language);
    const message = await wait((signal) =>
      action === undefined
        ? desk.answerText({ ...reader, text, signal })
        : desk.answer({ ...reader, command: action.command, options: action.options, signal }),
    );
    if (over) return undefined;
    if (message === undefined) return display.say(t('terminal.cancelled'), language);
    display.forget();
    return display.show(message);
  }

  async function converse(desk: Desk, screen: Screen, display: Display): Promise<void> {
    screen.prompt(prompt);
    for await (const line of screen.lines) {
      warned = false;
      if (over || quitWords.has(fold(ownWord.exec(line)?.[1] ?? ''))) break;
      await handle(line, desk, screen, display);
      if (over) break;
      screen.prompt(prompt);
    }
  }

  async function interrupt(desk: Desk, screen: Screen, display: Display): Promise<void> {
    if (answering !== undefined) return answering.abort();
    if (screen.typed() !== '') return screen.clear();
    if (warned) return screen.close();
    warned = true;
    const language = await desk.language(reader);
    const t = translations.translate(language);
    return display.say(t('terminal.leave', { quit: t('terminal.quit') }), language);
  }

  async function completeLine(
    line: string,
    listings: readonly Listing[],
    desk: Desk,
  ): Promise<[string[], string]> {
    try {
      const language = await desk.language(reader);
      const ownWords = [translations.translate(language)('terminal.quit')];
      const { candidates, replaced, offers } = await complete(line, {
        listings,
        language,
        ownWords,
        desk,
        reader,
      });
      if (offers.length > 0) {
        // The line would only stand in the way of the number the reader types next.
        opened?.screen.clear();
        await opened?.display.offer(offers, language);
      }
      return [[...candidates], replaced];
    } catch (error) {
      log.warn({ error }, 'completion failed');
      return [[], line];
    }
  }

  return {
    platform: 'terminal',
    finished: () => done,

    async start(listings, desk) {
      const screen: Screen = openScreen({
        input: parts.input,
        output: parts.output,
        history: await history.load(),
        complete: (line) => completeLine(line, listings, desk),
        remember: history.save,
        interrupted: () => void interrupt(desk, screen, display),
        gone: leave,
      });
      const display = createDisplay({ ...parts, screen });
      opened = { screen, display };
      if (screen.interactive) {
        const language = await desk.language(reader);
        const t = translations.translate(language);
        const help = listings.find((listing) => listing.command === 'help' && listing.language === language);
        const words = { help: help?.name ?? 'help', quit: t('terminal.quit') };
        await display.say(`${t('terminal.welcome', words)}\n`, language);
      }
      const ended = converse(desk, screen, display).finally(async () => {
        leave();
        screen.close();
        await history.settled();
      });
      void ended.then(finish, fail);
    },

    async post({ key, channel: to, message }) {
      own(to);
      const display = present();
      const known = posted.get(key);
      if (known !== undefined) return known;
      const place = { channel, id: String(posted.size + 1) };
      posted.set(key, place);
      await display.show(message);
      return place;
    },

    async edit({ channel: to }, message) {
      own(to);
      const display = present();
      await display.say(translations.translate(message.language)('terminal.corrected'), message.language);
      await display.show(message);
    },

    async stop() {
      leave();
      if (opened === undefined) finish();
      opened?.screen.close();
      await done;
    },
  };
}

/** @throws {DeliveryError} for a channel that isn't the terminal's */
function own(to: string): void {
  if (to !== channel)
    throw new DeliveryError(`the terminal has no channel ${to}`, { reason: 'otherPlatform' });
}
