import {
  defineCommand,
  findPlans,
  isPast,
  ofChannel,
  planActions,
  planBlocks,
  resumed,
  suggestPlans,
  titleOf,
  UserError,
  whichPlan,
} from '#kiosk';
import type { CommandContext, Plan } from '#kiosk';

const options = { what: { type: 'text', maximum: 80, suggest: suggestPlans } } as const;

type Context = CommandContext<typeof options>;

export default defineCommand({
  options,
  audience: 'caller',
  async run(context) {
    const { caller, language, t, kiosk, now } = context;
    const found = await meant(context);
    const [plan, ...others] = found;
    if (others.length > 0) return whichPlan(found, { command: 'unpause', option: 'what' }, context);
    const goingOn = resumed(plan, now);
    if (plan.status !== 'active' && isPast(goingOn, now))
      return {
        language,
        blocks: [
          { kind: 'text', text: t('replies.unpause.past', { title: titleOf(plan, t) }) },
          { kind: 'actions', actions: planActions(plan, t).filter(({ asks }) => asks === 'when') },
        ],
      };
    if (plan.status !== 'active') await kiosk.newsdesk.save(goingOn, { by: caller.id, action: 'unpause' });
    return {
      language,
      blocks: [
        { kind: 'text', text: t(`replies.unpause.${plan.kind}`, { title: titleOf(plan, t) }) },
        ...planBlocks(goingOn, context).slice(1),
      ],
    };
  },
});

/**
 * The plans that are meant. Those of the channel are the managers' to change; one that was stopped also whoever made it may go on
 * with, since they are told of it wherever they are.
 */
async function meant(context: Context): Promise<readonly [Plan, ...Plan[]]> {
  const { options, channel, caller, t, kiosk } = context;
  const named = options.what === undefined ? undefined : await kiosk.newsdesk.find(options.what);
  if (named?.status === 'stopped' && named.by === caller.id) return [named];
  if (!caller.manager) throw new UserError('errors.managersOnly');
  return findPlans(await ofChannel(kiosk.newsdesk, channel), options.what, t);
}
