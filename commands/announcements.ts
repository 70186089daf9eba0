import {
  announcementBlocks,
  choicesOf,
  defineCommand,
  findPlans,
  inZoneOf,
  ofChannel,
  planActions,
  planCard,
  suggestAnnouncements,
} from '#kiosk';

export default defineCommand({
  options: {
    announcement: { type: 'text', maximum: 80, suggest: suggestAnnouncements },
  },
  audience: 'caller',
  access: 'managers',
  async run(given) {
    const { options, channel, language, t, kiosk, typed } = given;
    const all = await ofChannel(kiosk.newsdesk, channel);
    const context = inZoneOf(all, given);
    const plans = all.filter(({ kind }) => kind === 'announcement');
    if (plans.length === 0) {
      const example = typed('announce');
      const add = { label: t('replies.announcements.add'), command: 'announce', options: {}, asks: 'text' };
      return {
        language,
        blocks: [
          { kind: 'text', text: t('replies.announcements.none', { example }) },
          { kind: 'actions', actions: [add] },
        ],
      };
    }
    const [plan, ...others] = findPlans(plans, options.announcement, t);
    if (others.length === 0 && plan.kind === 'announcement')
      return {
        language,
        blocks: [
          ...announcementBlocks(plan, context),
          { kind: 'text', text: t('replies.plan.id', { id: plan.id }) },
          { kind: 'actions', actions: planActions(plan, t) },
        ],
      };
    const found = [plan, ...others];
    const goOn = { command: 'announcements', option: 'announcement' };
    return {
      language,
      blocks: [
        { kind: 'heading', text: t('replies.announcements.title', { count: found.length }) },
        ...found.map((each) => planCard(each, context)),
        { kind: 'text', text: t('replies.plan.choose') },
        { kind: 'actions', actions: choicesOf(found, goOn, t) },
      ],
    };
  },
});
