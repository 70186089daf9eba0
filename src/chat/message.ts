import type { LanguageTag } from '../language/language.ts';

/** A piece of running text. A string is literal: it can never become markup, a link or a mention on any platform. */
export type Span =
  | string
  | { readonly strong: Text }
  | { readonly link: Text; readonly to: string }
  | { readonly quote: Text; readonly language: LanguageTag }
  | { readonly date: Date; readonly style: 'date' | 'time' | 'relative' };

/** Running text. */
export type Text = Span | readonly Span[];

/** An image by its https address. */
export interface Image {
  readonly url: string;
  /** What it shows, for readers who don't see it. */
  readonly alt: string;
}

/** What a button does: the same as typing this command with these options. */
export interface Action {
  readonly label: string;
  readonly command: string;
  readonly options: Readonly<Record<string, string | number | boolean>>;
  /** The option that a form asks for first; where there are no forms, people simply type, and the button is left out. */
  readonly asks?: string;
}

/** A piece of a message. The union is closed: every renderer handles each kind. */
export type Block =
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'heading'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | {
      readonly kind: 'card';
      readonly title: Text;
      /** Where the title leads. */
      readonly to?: string;
      readonly body?: Text;
      /** Small print: source and date. */
      readonly note?: Text;
      /** Shown as a badge. */
      readonly language?: LanguageTag;
      readonly image?: Image;
    }
  | { readonly kind: 'actions'; readonly actions: readonly Action[] };

/** What a command or a digest produces, the same for every platform; each adapter renders it. */
export interface Message {
  /** The language of Kiosk's own words in it. */
  readonly language: LanguageTag;
  readonly blocks: readonly Block[];
}
