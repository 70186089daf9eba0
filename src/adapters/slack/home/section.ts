import type { Call, Desk, Listing } from '../../../chat/adapter.ts';
import type { Message } from '../../../chat/message.ts';
import type { LanguageTag } from '../../../language/language.ts';
import type { Translate } from '../../../texts.ts';
import type { SlackBlock } from '../blocks.ts';
import type { Body } from '../pages.ts';

/** What a section of a reader's tab is made of. */
export interface HomeParts {
  readonly reader: Omit<Call, 'command' | 'options'>;
  /** In which the reader is answered. */
  readonly language: LanguageTag;
  readonly t: Translate;
  readonly listings: readonly Listing[];
  readonly desk: Pick<Desk, 'answer'>;
  readonly render: (message: Message) => Promise<Body>;
}

/** A part of Kiosk's own tab; none of its blocks where it has nothing to show. */
export type Section = (parts: HomeParts) => Promise<readonly SlackBlock[]>;
