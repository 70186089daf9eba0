import { defineCommand, languageTags, nameOfLanguage } from '#kiosk';
import type { Action, Block, CommandContext, LanguageTag, Translate } from '#kiosk';

/** Languages that may be read, by what stands for them in an option. */
const readings = {
  all: languageTags,
  en: ['en'],
  fr: ['fr'],
  de: ['de'],
  enfr: ['en', 'fr'],
  ende: ['en', 'de'],
  frde: ['fr', 'de'],
} as const satisfies Readonly<Record<string, readonly LanguageTag[]>>;

type Reading = keyof typeof readings;

/** Those that have a button. */
const offered = ['all', 'en', 'fr', 'de'] as const;
const others = ['enfr', 'ende', 'frde'] as const;
const choices = [...offered, ...others];

const options = {
  language: { type: 'choice', choices: [...languageTags, 'auto'] },
  reading: { type: 'choice', choices },
} as const;

type Context = CommandContext<typeof options>;

export default defineCommand({
  options,
  audience: 'caller',
  async run(context) {
    const { options, caller, kiosk, translate } = context;
    const { language: chosen, reading } = options;
    if (chosen === undefined && reading === undefined)
      return { language: context.language, blocks: await now(context) };
    const language = chosen === undefined || chosen === 'auto' ? context.language : chosen;
    const say = translate(language);
    const blocks: Block[] = [];
    if (chosen !== undefined) {
      await kiosk.settings.chooseLanguage(caller.id, chosen === 'auto' ? undefined : chosen);
      const name = nameOfLanguage(language, language);
      const text =
        chosen === 'auto' ? say('replies.language.auto') : say('replies.language.chosen', { language: name });
      blocks.push({ kind: 'text', text });
    }
    if (reading !== undefined) blocks.push(...(await chooseReading(context, reading, language)));
    return { language, blocks };
  },
});

/** The language a reader is answered in, the languages they read, and buttons for others. */
async function now({ caller, language, t, kiosk }: Context): Promise<readonly Block[]> {
  const read = readingOf(await kiosk.settings.reading(caller.id));
  const actions = offered.filter((each) => each !== read).map((each) => readAction(each, language, t));
  const text =
    read === 'all'
      ? t('replies.language.readingAll')
      : t('replies.language.reading', { languages: namesOf(read, language) });
  return [
    { kind: 'text', text: t('replies.language.now', { language: nameOfLanguage(language, language) }) },
    { kind: 'text', text },
    { kind: 'actions', actions },
  ];
}

/** Keeps what a reader reads, and says so, with a button that takes it back. */
async function chooseReading(
  { caller, kiosk, translate }: Context,
  reading: Reading,
  language: LanguageTag,
): Promise<readonly Block[]> {
  const t = translate(language);
  const before = readingOf(await kiosk.settings.reading(caller.id));
  await kiosk.settings.chooseReading(caller.id, reading === 'all' ? [] : readings[reading]);
  const text =
    reading === 'all'
      ? t('replies.language.readingAllChosen')
      : t('replies.language.readingChosen', { languages: namesOf(reading, language) });
  const undo = { ...readAction(before, language, t), label: t('replies.language.undo') };
  return [
    { kind: 'text', text },
    ...(before === reading ? [] : [{ kind: 'actions' as const, actions: [undo] }]),
  ];
}

function readAction(reading: Reading, language: LanguageTag, t: Translate): Action {
  const label =
    reading === 'all'
      ? t('replies.language.readAll')
      : t('replies.language.only', { languages: namesOf(reading, language) });
  return { label, command: 'language', options: { reading } };
}

function readingOf(languages: readonly LanguageTag[]): Reading {
  const isIt = (each: Reading) =>
    readings[each].length === languages.length && readings[each].every((tag) => languages.includes(tag));
  return choices.find(isIt) ?? 'all';
}

function namesOf(reading: Reading, language: LanguageTag): string {
  const names = readings[reading].map((tag) => nameOfLanguage(tag, language));
  return new Intl.ListFormat(language).format(names);
}
