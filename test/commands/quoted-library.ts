import type { Item } from '../../src/sources/item.ts';

/** Made-up news in which people speak: one event in three languages, with numbers that differ, and one that only one paper tells. */
export const quotedLibrary = [
  {
    id: 'fire-post',
    url: 'https://ferrypost.example/fire',
    source: 'The Ferry Post',
    language: 'en',
    title: 'Fire at the Kelso tannery, 12 workers hurt',
    text: 'A fire at the tannery of Kelso on Monday hurt 12 workers. “We have never seen such a fire in Kelso,” said fire chief Elin Tarrow. Nobody knows yet how it began. “The tannery had been warned twice,” she added. The river was closed to boats.',
    publishedAt: new Date('2026-05-04T08:00:00Z'),
  },
  {
    id: 'fire-wire',
    url: 'https://wire.example/fire',
    source: 'Strait Wire',
    language: 'en',
    title: 'Tannery fire in Kelso hurts 15 workers',
    text: 'A fire at the tannery of Kelso on Monday hurt 15 workers. “We have never seen such a fire in Kelso,” Elin Tarrow said. The owner, Ansgar Loft, promised to rebuild the hall by autumn.',
    publishedAt: new Date('2026-05-04T10:00:00Z'),
  },
  {
    id: 'fire-jetee',
    url: 'https://jetee.example/incendie',
    source: 'La Jetée',
    language: 'fr',
    title: 'Incendie à la tannerie de Kelso : 12 ouvriers blessés',
    text: 'Un incendie à la tannerie de Kelso a blessé lundi 12 ouvriers. « La tannerie ne sera pas reconstruite ici », a déclaré le maire Ansgar Loft. Les écoles du quartier resteront fermées mardi.',
    publishedAt: new Date('2026-05-04T12:00:00Z'),
  },
  {
    id: 'fire-mole',
    url: 'https://mole.example/feuer',
    source: 'Die Mole',
    language: 'de',
    title: 'Feuer in der Gerberei von Kelso: 12 Arbeiter verletzt',
    text: 'Bei einem Feuer in der Gerberei von Kelso wurden am Montag 12 Arbeiter verletzt. „So ein Feuer haben wir in Kelso noch nie gesehen“, sagte Feuerwehrchefin Elin Tarrow. Im Fluss fand man tote Fische.',
    publishedAt: new Date('2026-05-04T14:00:00Z'),
  },
  {
    id: 'choir',
    url: 'https://ferrypost.example/choir',
    source: 'The Ferry Post',
    language: 'en',
    title: 'Choir of Odrau goes on tour',
    text: 'The choir of Odrau goes on tour in June. “Singing is all we ever wanted to do,” said Ines Tarrow.',
    publishedAt: new Date('2026-05-05T08:00:00Z'),
  },
] as const satisfies readonly Item[];
