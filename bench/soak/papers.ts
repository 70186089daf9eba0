import type { LanguageTag } from '../../src/language/index.ts';

/** A paper of the soak's world. */
export interface Paper {
  readonly name: string;
  readonly host: string;
  readonly language: LanguageTag;
}

/** Every paper there is. */
export const papers: readonly Paper[] = [
  { name: 'Harbour Post', host: 'harbour-post.example', language: 'en' },
  { name: 'Quay Ledger', host: 'quay-ledger.example', language: 'en' },
  { name: 'La Digue', host: 'la-digue.example', language: 'fr' },
  { name: 'Le Phare', host: 'le-phare.example', language: 'fr' },
  { name: 'Hafenblatt', host: 'hafenblatt.example', language: 'de' },
  { name: 'Kaibote', host: 'kaibote.example', language: 'de' },
];
