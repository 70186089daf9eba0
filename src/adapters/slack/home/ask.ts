import type { Section } from './section.ts';

/** Forms in which a reader asks a question or finds a story. */
export const askSection: Section = async ({ language, t, render }) => {
  const actions = [
    { label: t('slack.ask'), command: 'ask', options: {}, asks: 'question' },
    { label: t('slack.find'), command: 'story', options: {}, asks: 'story' },
  ];
  return (await render({ language, blocks: [{ kind: 'actions', actions }] })).blocks;
};
