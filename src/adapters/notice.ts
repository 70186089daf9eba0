import type { TextKey, TextValues } from '../texts.ts';

/** One thing said to whoever opened an address in a browser, in their language. */
export interface Notice {
  readonly status: 200 | 400 | 403 | 502;
  readonly title: TextKey;
  readonly text: TextKey;
  readonly values?: TextValues;
  /** Where to go on. */
  readonly next?: { readonly label: TextKey; readonly to: string };
}

/** Shows a notice to whoever sent a request. */
export type ShowNotice = (request: Request, notice: Notice) => Promise<Response>;
