import type { Section } from './section.ts';

/** The newest stories, as `/latest` shows them. */
export const newestSection: Section = async ({ reader, desk, render }) =>
  (await render(await desk.answer({ ...reader, command: 'latest', options: {} }))).blocks;
