import {
  choosePlan,
  defineCommand,
  draftAnnouncement,
  languageTags,
  mostPlans,
  ofChannel,
  planBlocks,
  suggestPlans,
  suggestZones,
  UserError,
} from '#kiosk';
import type { Announcement, Block, CommandContext, SuggestContext, Suggestion } from '#kiosk';

const options = {
  text: { type: 'text', maximum: 3000 },
  when: { type: 'text', maximum: 120 },
  until: { type: 'text', maximum: 60 },
  language: { type: 'choice', choices: languageTags },
  zone: { type: 'text', maximum: 60, suggest: suggestZones },
  announcement: { type: 'text', maximum: 80, suggest: suggestAnnouncements },
  save: { type: 'choice', choices: ['yes'] },
} as const;

type Context = CommandContext<typeof options>;

export default defineCommand({
  options,
  audience: 'caller',
  access: 'managers',
  async run(context) {
    const { options, channel, caller, language, t, kiosk } = context;
    const before = await beforeOf(context);
    const plans = await kiosk.newsdesk.plans({ channel });
    if (before === undefined && plans.length >= mostPlans)
      throw new UserError('errors.plan.tooMany', { count: mostPlans });
    const { text, when, until, language: written, zone: timeZone } = options;
    const announcement = draftAnnouncement(
      before,
      before?.id ?? kiosk.newsdesk.createId(),
      { text, when, until, written, timeZone },
      { ...context, by: caller.id },
    );
    const isSaved = options.save !== undefined;
    if (isSaved)
      await kiosk.newsdesk.save(announcement, {
        by: caller.id,
        action: before === undefined ? 'announce' : 'change',
      });
    const given = Object.fromEntries(
      Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    const save = {
      label: t('replies.announce.save'),
      command: 'announce',
      options: { ...given, save: 'yes' },
    };
    const said = isSaved
      ? t('replies.announce.saved', { id: announcement.id })
      : t('replies.announce.notYet');
    return {
      language,
      blocks: [
        ...textBlocks(announcement),
        ...planBlocks(announcement, context).slice(1),
        { kind: 'text', text: said },
        ...(isSaved ? [] : [{ kind: 'actions' as const, actions: [save] }]),
      ],
    };
  },
});

/** The announcement that is changed, where one is named. */
async function beforeOf({ options, kiosk, channel, t }: Context): Promise<Announcement | undefined> {
  if (options.announcement === undefined) return undefined;
  const plans = await ofChannel(kiosk.newsdesk, channel, 'announcement');
  const plan = choosePlan(plans, options.announcement, t);
  return plan.kind === 'announcement' ? plan : undefined;
}

/** The texts as they will be posted. */
function textBlocks({ texts }: Announcement): readonly Block[] {
  return texts.map(({ text }) => ({ kind: 'text', text }));
}

function suggestAnnouncements(typed: string, context: SuggestContext): Promise<readonly Suggestion[]> {
  return suggestPlans(typed, context, 'announcement');
}
