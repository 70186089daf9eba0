import { defineCommand, fold, languageTags, nameOfLanguage, readLanguages } from '#kiosk';
import type {
  Action,
  Block,
  CommandContext,
  LanguageTag,
  SuggestContext,
  Suggestion,
  Translate,
} from '#kiosk';

/** The value that stands for every language, in whatever words it is typed. */
const all = 'all';

const options = {
  language: { type: 'choice', choices: [...languageTags, 'auto'] },
  reading: { type: 'text', maximum: 100, suggest: suggestReading },
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
    const read = reading === undefined ? undefined : await chooseReading(context, reading);
    if (chosen === undefined) return { language: context.language, blocks: read?.(context.language) ?? [] };
    await kiosk.settings.chooseLanguage(caller.id, chosen === 'auto' ? undefined : chosen);
    const language = chosen === 'auto' ? context.language : chosen;
    const say = translate(language);
    const text =
      chosen === 'auto'
        ? say('replies.language.auto')
        : say('replies.language.chosen', { language: nameOfLanguage(language, language) });
    return { language, blocks: [{ kind: 'text', text }, ...(read?.(language) ?? [])] };
  },
});

/** The language a reader is answered in, the languages they read, and buttons for others. */
async function now({ caller, language, t, kiosk }: Context): Promise<readonly Block[]> {
  const read = await kiosk.settings.reading(caller.id);
  const others: readonly (readonly LanguageTag[])[] = [languageTags, ...languageTags.map((tag) => [tag])];
  const actions = others.filter((each) => !areSame(each, read)).map((each) => readAction(each, language, t));
  return [
    { kind: 'text', text: t('replies.language.now', { language: nameOfLanguage(language, language) }) },
    { kind: 'text', text: readText(read, language, t, { some: 'reading', all: 'readingAll' }) },
    { kind: 'actions', actions },
  ];
}

/** Keeps what a reader reads; what is returned says so in a language. @throws {UserError} for a language Kiosk doesn't speak */
async function chooseReading(
  { caller, kiosk, translate }: Context,
  typed: string,
): Promise<(language: LanguageTag) => readonly Block[]> {
  const before = await kiosk.settings.reading(caller.id);
  const chosen = meansAll(typed, translate) ? [] : readLanguages(typed);
  await kiosk.settings.chooseReading(caller.id, chosen);
  const read = await kiosk.settings.reading(caller.id);
  return (language) => {
    const t = translate(language);
    const undo = { ...readAction(before, language, t), label: t('replies.language.undo') };
    const text = readText(read, language, t, { some: 'readingChosen', all: 'readingAllChosen' });
    return [
      { kind: 'text', text },
      ...(areSame(before, read) ? [] : [{ kind: 'actions' as const, actions: [undo] }]),
    ];
  };
}

function readText(
  read: readonly LanguageTag[],
  language: LanguageTag,
  t: Translate,
  keys: { readonly some: 'reading' | 'readingChosen'; readonly all: 'readingAll' | 'readingAllChosen' },
): string {
  return isAll(read)
    ? t(`replies.language.${keys.all}`)
    : t(`replies.language.${keys.some}`, { languages: namesOf(read, language) });
}

function readAction(read: readonly LanguageTag[], language: LanguageTag, t: Translate): Action {
  const label = isAll(read)
    ? t('replies.language.readAll')
    : t('replies.language.only', { languages: namesOf(read, language) });
  return { label, command: 'language', options: { reading: valueOf(read) } };
}

/** Every choice of languages, those that hold what is typed. */
async function suggestReading(
  typed: string,
  { language, t }: SuggestContext,
): Promise<readonly Suggestion[]> {
  const choices: (readonly LanguageTag[])[] = [[]];
  for (const tag of languageTags) choices.push(...choices.map((read) => [...read, tag]));
  return choices
    .filter((read) => read.length > 0)
    .toSorted((one, other) => Number(isAll(other)) - Number(isAll(one)) || one.length - other.length)
    .map((read) => ({
      value: valueOf(read),
      label: isAll(read) ? t('replies.language.allLanguages') : namesOf(read, language),
    }))
    .filter(({ value, label }) => fold(`${value} ${label}`).includes(fold(typed.trim())));
}

function meansAll(typed: string, translate: Context['translate']): boolean {
  const [word = ''] = fold(typed.trim()).split(' ');
  const words = languageTags.map(
    (tag) => fold(translate(tag)('replies.language.allLanguages')).split(' ')[0],
  );
  return word === all || words.includes(word);
}

function valueOf(read: readonly LanguageTag[]): string {
  return isAll(read) ? all : read.join(', ');
}

function namesOf(read: readonly LanguageTag[], language: LanguageTag): string {
  return new Intl.ListFormat(language).format(read.map((tag) => nameOfLanguage(tag, language)));
}

function isAll(read: readonly LanguageTag[]): boolean {
  return areSame(read, languageTags);
}

function areSame(one: readonly LanguageTag[], other: readonly LanguageTag[]): boolean {
  return one.length === other.length && one.every((tag) => other.includes(tag));
}
