import {
  defineCommand,
  evidenceCard,
  explanationBlocks,
  inZoneOf,
  needStory,
  ofChannel,
  suggestStories,
  telling,
  titleOf,
  UserError,
  writeMoment,
} from '#kiosk';
import type { CommandContext, Message, Text, Verdict } from '#kiosk';

const options = {
  story: { type: 'text', maximum: 4000, suggest: suggestStories },
  question: { type: 'text', maximum: 4000 },
  article: { type: 'text', maximum: 200 },
} as const;

type Context = CommandContext<typeof options>;

export default defineCommand({
  options,
  audience: 'caller',
  async run(context) {
    const { story, question, article } = context.options;
    if (question !== undefined && article !== undefined) return whyShown(context, question, article);
    if (story !== undefined) return whyPosted(context, story);
    throw new UserError('replies.why.what');
  },
});

/** Why a sentence is shown for a question. */
async function whyShown(
  { language, t, kiosk }: Context,
  question: string,
  article: string,
): Promise<Message> {
  const explanation = await kiosk.explain({ text: question, language }, article);
  if (explanation === undefined) throw new UserError('replies.why.unknown');
  return {
    language,
    blocks: [
      { kind: 'heading', text: t('replies.why.title') },
      evidenceCard(explanation.evidence, t),
      ...explanationBlocks(explanation, t),
    ],
  };
}

/** Why a story was posted in this channel, or wasn't. */
async function whyPosted(given: Context, words: string): Promise<Message> {
  const { channel, language, t, kiosk } = given;
  const context = inZoneOf(await ofChannel(kiosk.newsdesk, channel), given);
  const story = await needStory(kiosk, words, language);
  const { title, url } = telling(story, language);
  const verdicts = await kiosk.newsdesk.explain(story, channel);
  return {
    language,
    blocks: [
      { kind: 'heading', text: { link: title, to: url } },
      ...(verdicts.length === 0
        ? [{ kind: 'text' as const, text: t('replies.why.noSubscription') }]
        : [{ kind: 'list' as const, items: verdicts.map((verdict) => verdictLine(verdict, context)) }]),
    ],
  };
}

function verdictLine(verdict: Verdict, context: Context): Text {
  const { t, timeZone } = context;
  if (verdict.kind === 'told') {
    const said = verdict.waiting ? 'replies.why.verdicts.waiting' : 'replies.why.verdicts.told';
    const kind = t(`replies.status.kinds.${verdict.as}`);
    return t(said, { kind, at: writeMoment(verdict.at, timeZone, context) });
  }
  const { subscription } = verdict;
  const title = titleOf(subscription, t);
  return verdict.kind === 'due'
    ? t('replies.why.verdicts.due', { title, at: writeMoment(verdict.at, subscription.timeZone, context) })
    : t(`replies.why.verdicts.${verdict.kind}`, { title });
}
