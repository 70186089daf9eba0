import {
  defineCommand,
  evidenceCard,
  inZoneOf,
  needStory,
  ofChannel,
  suggestStories,
  telling,
  titleOf,
  UserError,
  writeMoment,
} from '#kiosk';
import type { Block, CommandContext, Explanation, Message, Place, Text, Translate, Verdict } from '#kiosk';

/** From the most telling to the least. */
const places: readonly Place[] = ['sentence', 'beside', 'title', 'article', 'nowhere'];

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
  const { evidence, enough } = explanation;
  const share = percentOf(evidence.score);
  return {
    language,
    blocks: [
      { kind: 'heading', text: t('replies.why.title') },
      evidenceCard(evidence, t),
      { kind: 'text', text: t('replies.why.words') },
      wordsByPlace(explanation, t),
      { kind: 'text', text: t('replies.why.score', { share, enough: percentOf(enough) }) },
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

function wordsByPlace({ words }: Explanation, t: Translate): Block {
  const found = places
    .map((place) => ({ place, words: words.filter((each) => each.place === place).map(({ word }) => word) }))
    .filter((each) => each.words.length > 0);
  return {
    kind: 'list',
    items: found.map(({ place, words }) => [
      t(`replies.why.places.${place}`),
      ' ',
      { strong: words.join(', ') },
    ]),
  };
}

function percentOf(share: number): number {
  return Math.round(100 * Math.min(1, Math.max(0, share)));
}
