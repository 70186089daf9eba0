import {
  announcementBlocks,
  defineCommand,
  draftAnnouncement,
  findPlans,
  findSame,
  languageTags,
  mostPlans,
  ofChannel,
  readTimeZone,
  stampOf,
  suggestMoments,
  suggestAnnouncements,
  suggestZones,
  UserError,
  whichPlan,
  zoneOf,
} from '#kiosk';
import type { Action, Announcement, CommandContext, Message, Plan } from '#kiosk';

const options = {
  text: { type: 'text', maximum: 3000 },
  when: { type: 'text', maximum: 120, suggest: suggestMoments },
  until: { type: 'text', maximum: 60 },
  language: { type: 'choice', choices: languageTags },
  zone: { type: 'text', maximum: 60, suggest: suggestZones },
  announcement: { type: 'text', maximum: 80, suggest: suggestAnnouncements },
  save: { type: 'choice', choices: ['yes'] },
} as const;

type Context = CommandContext<typeof options>;

/** An announcement as it would be, and whether it is a new one. */
interface Draft {
  readonly announcement: Announcement;
  readonly isNew: boolean;
}

export default defineCommand({
  options,
  audience: 'caller',
  access: 'managers',
  async run(context) {
    const { options, channel, kiosk, caller } = context;
    const plans = await ofChannel(kiosk.newsdesk, channel);
    const named = namedIn(context, plans);
    if (named.length > 1) {
      const goOn = { command: 'announce', option: 'announcement', options: givenOf(options) };
      return whichPlan(named, goOn, context);
    }
    const [before] = named;
    if (before === undefined && plans.length >= mostPlans)
      throw new UserError('errors.plan.tooMany', { count: mostPlans });
    const { text, when, until, language: written, zone } = options;
    const timeZone = zone === undefined ? (zoneOf(plans) ?? context.timeZone) : readTimeZone(zone);
    const announcement = draftAnnouncement(
      before,
      before?.id ?? kiosk.newsdesk.createId(),
      { text, when, until, written, timeZone: zone },
      { ...context, by: caller.id, timeZone },
    );
    const draft = { announcement, isNew: before === undefined };
    const shown = { ...context, timeZone };
    return options.save === undefined ? preview(shown, draft) : save(shown, draft);
  },
});

/** The announcements that are meant, where one is to be changed. */
function namedIn({ options, t }: Context, plans: readonly Plan[]): readonly Announcement[] {
  if (options.announcement === undefined) return [];
  const announcements = plans.filter((plan) => plan.kind === 'announcement');
  return findPlans(announcements, options.announcement, t).filter((plan) => plan.kind === 'announcement');
}

function preview(context: Context, { announcement, isNew }: Draft): Message {
  const { language, t, kiosk, channel } = context;
  const isReached = kiosk.newsdesk.reaches(channel);
  const notYet = isNew ? t('replies.subscribe.notYet') : t('replies.subscribe.notChanged');
  return {
    language,
    blocks: [
      { kind: 'text', text: t('replies.announce.preview') },
      ...announcementBlocks(announcement, context),
      { kind: 'text', text: isReached ? notYet : t('errors.plan.unreached') },
      { kind: 'actions', actions: isReached ? [saveAction(context, announcement, isNew)] : [] },
    ],
  };
}

/** Saves what was shown, whoever presses the button, and when. */
function saveAction(context: Context, { when, dueAt, until }: Announcement, isNew: boolean): Action {
  const { options, language, t, timeZone, now } = context;
  const isNow = when === undefined && dueAt !== undefined && dueAt <= now;
  const zone = when?.timeZone ?? timeZone;
  const moment = dueAt === undefined || isNow ? options.when : stampOf(dueAt, zone);
  const label = isNow ? 'replies.announce.now' : 'replies.announce.save';
  return {
    label: isNew ? t(label) : t('replies.subscribe.change'),
    command: 'announce',
    options: {
      ...givenOf(options),
      ...(options.text !== undefined && isNew && { language: options.language ?? language }),
      ...(options.when !== undefined && { when: when?.cron ?? moment ?? options.when }),
      ...(options.until !== undefined && until !== undefined && { until: stampOf(until, zone) }),
      ...(!isNow && { zone }),
      save: 'yes',
    },
  };
}

function givenOf(options: Context['options']): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

async function save(context: Context, { announcement, isNew }: Draft): Promise<Message> {
  const { language, t, kiosk, caller, channel, now } = context;
  const { id, when, dueAt } = announcement;
  // One that was posted meanwhile is over, and the same all the same.
  const others = isNew ? await kiosk.newsdesk.plans({ channel }) : [];
  const same = findSame(announcement, others, now);
  if (same === undefined)
    await kiosk.newsdesk.save(announcement, { by: caller.id, action: isNew ? 'announce' : 'change' });
  const isNow = when === undefined && dueAt !== undefined && dueAt <= now;
  const saved = isNow ? t('replies.announce.posting') : t('replies.announce.saved', { id });
  const said = isNew ? saved : t('replies.announce.changed', { id });
  const list = { label: t('replies.announcements.show'), command: 'announcements', options: {} };
  return {
    language,
    blocks: [
      { kind: 'text', text: same === undefined ? said : t('replies.announce.known', { id: same.id }) },
      ...announcementBlocks(announcement, context),
      { kind: 'actions', actions: [list] },
    ],
  };
}
