import { defineCommand, languageTags, quoteCard } from '#kiosk';
import type { Action } from '#kiosk';

const shown = 5;
const most = 10;

export default defineCommand({
  options: {
    about: { type: 'text', required: true, maximum: 500 },
    in: { type: 'choice', choices: languageTags },
    count: { type: 'integer', minimum: 1, maximum: most },
  },
  async run({ options, language, t, kiosk }) {
    const { about, count = shown } = options;
    const found = await kiosk.quotes(
      { text: about, language, ...(options.in && { in: [options.in] }) },
      // One more tells whether there is more.
      count + 1,
    );
    const languages = options.in === undefined ? {} : { in: options.in };
    if (found.length === 0) {
      const search = {
        label: t('replies.quotes.search'),
        command: 'search',
        options: { words: about, ...languages },
      };
      return {
        language,
        blocks: [
          { kind: 'text', text: t('replies.quotes.nothing', { words: about }) },
          { kind: 'actions', actions: [search] },
        ],
      };
    }
    const quotes = found.slice(0, count);
    const verbatim = quotes.filter(({ manner }) => manner === 'verbatim');
    const reported = quotes.filter(({ manner }) => manner === 'reported');
    const more: Action[] =
      found.length > count && count < most
        ? [
            {
              label: t('replies.more'),
              command: 'quotes',
              options: { about, count: most, ...languages },
            },
          ]
        : [];
    const heading = { kind: 'text' as const, text: { strong: t('replies.quotes.reported') } };
    const opening =
      verbatim.length === 0
        ? t('replies.quotes.onlyReported', { words: about })
        : t('replies.quotes.found', { count: verbatim.length, words: about });
    return {
      language,
      blocks: [
        { kind: 'text', text: opening },
        ...verbatim.map((quote) => quoteCard(quote, t)),
        ...(verbatim.length === 0 || reported.length === 0 ? [] : [heading]),
        ...reported.map((quote) => quoteCard(quote, t)),
        ...(more.length === 0 ? [] : [{ kind: 'actions' as const, actions: more }]),
      ],
    };
  },
});
