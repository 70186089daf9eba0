import { defineCommand, languageTags, nameOfLanguage } from '#kiosk';
import type { Block, CommandContext } from '#kiosk';

const options = {
  language: { type: 'choice', choices: [...languageTags, 'auto'] },
} as const;

type Context = CommandContext<typeof options>;

export default defineCommand({
  options,
  audience: 'caller',
  access: 'managers',
  async run(context) {
    const { options, place, language, t, kiosk } = context;
    const chosen = options.language;
    if (chosen !== undefined) {
      await kiosk.settings.chooseLanguage(place, chosen === 'auto' ? undefined : chosen);
    }
    return {
      language,
      blocks: [
        { kind: 'heading', text: t('replies.setup.title') },
        ...(await languageStep(context)),
        ...permissionsStep(context),
        ...(await sourcesStep(context)),
        ...(await newsStep(context)),
        { kind: 'text', text: t('replies.setup.try', { example: context.typed('latest') }) },
      ],
    };
  },
});

/** In which language Kiosk speaks to those whose own it doesn't know. */
async function languageStep({ place, language, t, kiosk }: Context): Promise<readonly Block[]> {
  const now = await kiosk.settings.language(place);
  const others = languageTags.filter((tag) => tag !== now);
  return [
    {
      kind: 'text',
      text:
        now === undefined
          ? t('replies.setup.noLanguage')
          : t('replies.setup.language', { language: nameOfLanguage(now, language) }),
    },
    {
      kind: 'actions',
      actions: others.map((tag) => ({
        label: nameOfLanguage(tag, tag),
        command: 'setup',
        options: { language: tag },
      })),
    },
  ];
}

/** What Kiosk may not do here, though it should; nothing where the platform doesn't tell. */
function permissionsStep({ lacks, t }: Context): readonly Block[] {
  if (lacks === undefined) return [];
  if (lacks.length === 0) return [{ kind: 'text', text: t('replies.setup.permitted') }];
  return [
    { kind: 'text', text: t('replies.setup.lacking') },
    { kind: 'list', items: lacks.map((name) => ({ strong: t(`replies.setup.permissions.${name}`) })) },
  ];
}

async function sourcesStep({ t, kiosk }: Context): Promise<readonly Block[]> {
  const { length: count } = await kiosk.sources.list();
  const removal = {
    label: t('replies.setup.remove'),
    command: 'source',
    options: { action: 'remove' },
    asks: 'source',
  };
  return [
    {
      kind: 'text',
      text: count === 0 ? t('replies.setup.noSources') : t('replies.setup.sources', { count }),
    },
    {
      kind: 'actions',
      actions: [
        { label: t('replies.setup.show'), command: 'sources', options: {} },
        { label: t('replies.setup.add'), command: 'source', options: { action: 'add' }, asks: 'source' },
        ...(count === 0 ? [] : [removal]),
      ],
    },
  ];
}

/** What this channel gets without asking. */
async function newsStep({ channel, t, kiosk }: Context): Promise<readonly Block[]> {
  const { length: count } = await kiosk.newsdesk.plans({ channel });
  return [
    { kind: 'text', text: count === 0 ? t('replies.setup.noPlans') : t('replies.setup.plans', { count }) },
    {
      kind: 'actions',
      actions: [
        { label: t('replies.setup.subscribe'), command: 'subscribe', options: {}, asks: 'topics' },
        { label: t('replies.setup.subscriptions'), command: 'subscriptions', options: {} },
      ],
    },
  ];
}
