import { defineCommand, languageTags, nameOfLanguage } from '#kiosk';

export default defineCommand({
  options: {
    language: { type: 'choice', choices: [...languageTags, 'auto'] },
  },
  audience: 'caller',
  async run({ options, caller, language, t, translate, kiosk }) {
    const chosen = options.language;
    if (chosen === undefined) {
      return {
        language,
        blocks: [
          { kind: 'text', text: t('replies.language.now', { language: nameOfLanguage(language, language) }) },
        ],
      };
    }
    await kiosk.settings.chooseLanguage(caller.id, chosen === 'auto' ? undefined : chosen);
    if (chosen === 'auto') return { language, blocks: [{ kind: 'text', text: t('replies.language.auto') }] };
    const say = translate(chosen);
    return {
      language: chosen,
      blocks: [
        { kind: 'text', text: say('replies.language.chosen', { language: nameOfLanguage(chosen, chosen) }) },
      ],
    };
  },
});
