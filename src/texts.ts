import type en from '../locales/en.json';

type Leaves<tree> = {
  [key in keyof tree & string]: tree[key] extends string ? Singular<key> : `${key}.${Leaves<tree[key]>}`;
}[keyof tree & string];

/** i18next asks for plural texts by their stem: `articles_one` and `articles_other` are the text `articles`. */
type Singular<key extends string> =
  key extends `${infer stem}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? stem : key;

/** The name of one text in `locales/`, typed by `locales/en.json`. */
export type TextKey = Leaves<typeof en>;

/** What a text's `{{placeholders}}` are filled with. Numbers and dates are written the reader's way. */
export type TextValues = Readonly<Record<string, string | number | Date>>;

/** Translates one text into one language, fixed when the function was made. */
export type Translate = (key: TextKey, values?: TextValues) => string;
