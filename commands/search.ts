import { defineCommand, evidenceCard, languageTags } from '#kiosk';

const shown = 5;

export default defineCommand({
  options: {
    words: { type: 'text', required: true, maximum: 500 },
    in: { type: 'choice', choices: languageTags },
    count: { type: 'integer', minimum: 1, maximum: 10 },
  },
  async run({ options, language, t, kiosk }) {
    const found = await kiosk.search(
      { text: options.words, language, ...(options.in && { in: [options.in] }) },
      options.count ?? shown,
    );
    const { words } = options;
    if (found.length === 0)
      return { language, blocks: [{ kind: 'text', text: t('replies.search.nothing', { words }) }] };
    return {
      language,
      blocks: [
        { kind: 'text', text: t('replies.search.found', { count: found.length, words }) },
        ...found.map((evidence) => evidenceCard(evidence, t)),
      ],
    };
  },
});
