import { UserError } from '../errors.ts';
import type { Detector } from '../language/index.ts';
import type { LanguageTag } from '../language/language.ts';
import type { Translate } from '../texts.ts';
import type { Call, Desk, Listing, Reader, TypedCall } from './adapter.ts';
import type { CallLimits } from './call-limits.ts';
import type { AnyCommand } from './command.ts';
import type { Kiosk } from './kiosk.ts';
import type { Commands, Texts } from './listings.ts';
import type { Message } from './message.ts';
import { readOptions } from './options.ts';
import { kioskFor } from './reader-kiosk.ts';
import { createReaderLanguage } from './reader-language.ts';
import { startOf } from './replies.ts';
import { formatTyped, parseTyped } from './typed.ts';

/** What a desk needs of the translations. */
export interface DeskTexts extends Texts {
  /** The language Kiosk speaks that a BCP 47 tag asks for. */
  match(locale: string | undefined): LanguageTag | undefined;
}

/** How long typing may wait for suggestions and how many are shown at the most (Discord's limit). */
const mostSuggestions = 25;
const longestSuggestion = 100;

/**
 * Answers calls from every platform: finds the command, the reader's language and typed options, runs it, and turns errors
 * into messages.
 * @param fault notes an error that is Kiosk's own and returns the incident's id, which the reader sees too
 */
export function createDesk(parts: {
  commands: Commands;
  listings: readonly Listing[];
  kiosk: Kiosk;
  texts: DeskTexts;
  defaultLanguage: LanguageTag;
  loadDetector: () => Promise<Detector>;
  /** The time zone people with a locale most likely live by, an IANA name. */
  timeZoneFor: (locale: string | undefined) => string;
  now: () => Date;
  limits: CallLimits;
  fault: (error: unknown, call: { readonly command: string; readonly channel: string }) => string;
}): Desk {
  const { commands, listings, kiosk, texts, defaultLanguage, loadDetector, timeZoneFor, now, limits } = parts;
  const { fault } = parts;

  const languageFor = createReaderLanguage({ ...kiosk, match: texts.match, defaultLanguage });

  /** Where a platform doesn't tell the reader's language, what they write does. */
  async function spokenBy(call: TypedCall): Promise<LanguageTag | undefined> {
    if (call.locale !== undefined) return undefined;
    return (await loadDetector()).detect(call.text).language;
  }

  function inLanguage(language: LanguageTag): readonly Listing[] {
    return listings.filter((listing) => listing.language === language);
  }

  function listed(command: string, language: LanguageTag): Listing | undefined {
    return inLanguage(language).find((listing) => listing.command === command);
  }

  function typed({ command, options }: Pick<Call, 'command' | 'options'>, language: LanguageTag): string {
    const listing = listed(command, language);
    return listing === undefined ? `/${command}` : formatTyped(listing, options);
  }

  async function run(call: Call, command: AnyCommand, language: LanguageTag, t: Translate): Promise<Message> {
    const listing = listed(call.command, language);
    if (listing === undefined) throw new Error(`no listing of ${call.command} in ${language}`);
    if (command.access === 'managers' && !call.caller.manager) throw new UserError('errors.managersOnly');
    const options = readOptions(command.options, call.options, listing);
    return command.run({
      options,
      caller: call.caller,
      channel: call.channel,
      place: call.place ?? call.channel,
      lacks: call.lacks,
      language,
      t,
      kiosk: await kioskFor(kiosk, call.caller.id, options['in']),
      listings: inLanguage(language),
      translate: texts.translate,
      typed: (name, options = {}) => typed({ command: name, options }, language),
      timeZone: timeZoneFor(call.locale ?? call.placeLocale),
      now: now(),
      signal: call.signal ?? new AbortController().signal,
    });
  }

  async function admit(call: Reader): Promise<void> {
    const refusal = await limits.admit(call);
    if (refusal !== undefined) throw new UserError(refusal.key, { count: refusal.seconds });
  }

  /** Runs something for a reader; whatever goes wrong becomes a message in their language. */
  async function guarded(
    call: Reader,
    work: (language: LanguageTag, t: Translate) => Promise<Message>,
    name: string,
    languageOf: () => Promise<LanguageTag> = () => languageFor(call),
  ): Promise<Message> {
    let language = texts.match(call.locale) ?? defaultLanguage;
    try {
      language = await languageOf();
      return await work(language, texts.translate(language));
    } catch (error) {
      const t = texts.translate(language);
      const text =
        error instanceof UserError
          ? t(error.key, error.values)
          : t('replies.fault', { incident: fault(error, { command: name, channel: call.channel }) });
      return { language, blocks: [{ kind: 'text', text }] };
    }
  }

  async function answer(call: Call, spoken: LanguageTag): Promise<Message> {
    return guarded(
      call,
      async (language, t) => {
        const command = commands.get(call.command);
        if (command === undefined) throw new UserError('errors.unknownCommand', { command: call.command });
        return run(call, command, language, t);
      },
      call.command,
      async () => spoken,
    );
  }

  return {
    answer: (call) =>
      guarded(
        call,
        async (language) => {
          await admit(call);
          return answer(call, language);
        },
        call.command,
      ),
    typed,
    language: languageFor,
    entered: (place) => kiosk.settings.holdOnTo(place),
    left: (place) => kiosk.settings.letGo(place),

    async answerText({ text, ...call }) {
      const spoken = await spokenBy({ text, ...call });
      return guarded(
        call,
        async (language, t) => {
          await admit(call);
          const parsed = parseTyped(text, listings, language);
          switch (parsed.kind) {
            case 'call':
              return answer({ ...call, command: parsed.command, options: parsed.options }, language);
            case 'unknownCommand':
              throw parsed.nearest.length === 0
                ? new UserError('errors.unknownCommand', { command: parsed.word })
                : new UserError('errors.mistypedCommand', {
                    command: parsed.word,
                    nearest: parsed.nearest.map((name) => `/${name}`).join(t('replies.or')),
                  });
            case 'unknownOption':
              throw new UserError('errors.unknownOption', { option: parsed.option, command: parsed.command });
            case 'empty':
              throw new UserError('errors.empty');
          }
        },
        'typed',
        async () => spoken ?? languageFor(call),
      );
    },

    async suggest({ option, typed: begun, given = {}, ...call }) {
      const spec = commands.get(call.command)?.options[option];
      if (spec?.type !== 'text' || spec.suggest === undefined) return [];
      try {
        const language = await languageFor(call);
        const context = {
          given,
          language,
          t: texts.translate(language),
          kiosk: await kioskFor(kiosk, call.caller.id),
          listings: inLanguage(language),
          caller: call.caller,
          channel: call.channel,
          timeZone: timeZoneFor(call.locale ?? call.placeLocale),
          now: now(),
        };
        const found = await spec.suggest(begun, context);
        return found
          .slice(0, mostSuggestions)
          .map(({ value, label }) => ({ value, label: startOf(label, longestSuggestion) }));
      } catch (error) {
        fault(error, { command: call.command, channel: call.channel });
        return [];
      }
    },
  };
}
