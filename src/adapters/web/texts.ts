import type { LanguageTag } from '../../language/language.ts';
import type { TextKey, Translate } from '../../texts.ts';

/** What the page needs of the translations. */
export interface PageTranslations {
  readonly languages: readonly LanguageTag[];
  translate(language: LanguageTag): Translate;
}

/** The texts that the page itself shows; everything else it gets as messages and listings. */
export const pageTextKeys = [
  'web.title',
  'web.tagline',
  'web.skip',
  'web.conversation',
  'web.newConversation',
  'web.you',
  'web.question',
  'web.placeholder',
  'web.hint',
  'web.commands',
  'web.send',
  'web.cancel',
  'web.reading',
  'web.cancelled',
  'web.failed',
  'web.tooLong',
  'web.sessionEnded',
  'web.retry',
  'web.language',
  'web.dark',
  'web.suggestions',
  'web.required',
  'web.optional',
  'web.copyQuote',
  'web.copied',
  'web.newTab',
  'web.posted',
  'web.welcome.title',
  'web.welcome.text',
  'web.welcome.samples',
  'web.examples.title',
  'web.examples.leak',
  'web.examples.cathedral',
  'web.examples.canal',
  'web.signIn.submit',
  'web.signIn.out',
] as const satisfies readonly TextKey[];

/** The name of one text of the page. */
export type PageText = (typeof pageTextKeys)[number];

/** The page's texts in one language. */
export type PageTexts = Readonly<Record<PageText, string>>;

/** The page's texts in the language of `t`, to be sent to it. */
export function pageTexts(t: Translate): Readonly<Record<string, string>> {
  return Object.fromEntries(pageTextKeys.map((key) => [key, t(key)]));
}

/** The first language of an Accept-Language header that Kiosk speaks; the first it speaks at all without one. */
export function negotiateLanguage(
  header: string | undefined,
  languages: readonly LanguageTag[],
): LanguageTag {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { primary: tag.split('-', 1)[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality);
  for (const { primary } of wanted) {
    const language = languages.find((tag) => tag === primary);
    if (language !== undefined) return language;
  }
  return languages.find((tag) => tag === 'en') ?? languages[0] ?? 'en';
}
