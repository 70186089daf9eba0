import * as v from 'valibot';
import { createHouse } from '../app.ts';
import { createDateFormat } from '../chat/dates.ts';
import type { Explanation } from '../answers/explanation.ts';
import { explanationBlocks } from '../chat/explanation-blocks.ts';
import type { Block } from '../chat/message.ts';
import { plain } from '../chat/plain.ts';
import { answerMessage } from '../chat/replies.ts';
import { languageTags } from '../language/index.ts';
import type { LanguageTag } from '../language/index.ts';
import type { Translate } from '../texts.ts';
import { runBatchFile } from './batch.ts';
import { batchOption, defineVerb, exitCodes } from './verb.ts';

/** The most evidence there is for a question. */
const mostEvidence = 10;
/** Evidence the text of an answer shows. */
const shown = 3;
/** Questions answered at a time; each waits for a reading thread. */
const concurrency = 4;

const tag = v.picklist(languageTags);
const questionSchema = v.object({
  question: v.string(),
  language: v.optional(tag),
  in: v.optional(v.array(tag)),
});

/** Why an article's best sentence is shown, for people. */
function whyBlocks(explanation: Explanation, t: Translate): readonly Block[] {
  const { source, title } = explanation.evidence.article;
  return [
    { kind: 'heading', text: t('replies.why.title') },
    { kind: 'text', text: [{ strong: source }, ' · ', title] },
    ...explanationBlocks(explanation, t),
  ];
}

/** The same for programs, of the sentence that was explained. */
function whyFound(explanation: Explanation | undefined, start: number) {
  if (explanation?.evidence.start !== start) return {};
  const { words, enough } = explanation;
  return {
    why: { enough, words: words.map((each) => ({ ...each, share: Number(each.share.toFixed(4)) })) },
  };
}

/** Answers a question from what is stored. */
export const ask = defineVerb({
  options: {
    in: { type: 'languages', help: 'cli.ask.in' },
    limit: { type: 'integer', minimum: 1, maximum: mostEvidence, help: 'cli.ask.limit' },
    explain: { type: 'flag', help: 'cli.ask.explain' },
    batch: batchOption,
  },
  words: { value: 'cli.values.question', minimum: 1, maximum: Infinity },
  async run(context) {
    const { options, words, output, translations } = context;
    const store = await context.openStore();
    const { config, now } = context;
    const { kiosk } = await createHouse({ ...context, store });

    async function reply(
      question: string,
      language: LanguageTag,
      languages: readonly LanguageTag[] | undefined,
    ) {
      const limit = options.limit ?? mostEvidence;
      const answer = await kiosk.ask(
        { text: question, language, ...(languages && { in: languages }) },
        limit,
      );
      const t = translations.translate(language);
      const best = { ...answer, evidence: answer.evidence.slice(0, Math.min(shown, limit)) };
      const message = answerMessage({ answer: best, question, count: shown, language, t });
      const formatDate = createDateFormat({ language, now, timeZone: config.timeZone });
      const asked = { text: answer.asked, language, ...(languages && { in: languages }) };
      const explained = new Map<string, Explanation>();
      for (const { article } of options.explain ? answer.evidence : []) {
        const explanation = explained.has(article.id) ? undefined : await kiosk.explain(asked, article.id);
        if (explanation !== undefined) explained.set(article.id, explanation);
      }
      const shownIds = new Set(best.evidence.map(({ article }) => article.id));
      const why = [...shownIds].flatMap((id) => {
        const explanation = explained.get(id);
        return explanation === undefined ? [] : whyBlocks(explanation, t);
      });
      const text = plain({ ...message, blocks: [...message.blocks, ...why] }, { formatDate });
      const evidence = answer.evidence.map(({ article, sentence, start, end, score }) => ({
        article: article.id,
        url: article.url,
        source: article.source,
        language: article.language,
        sentence,
        start,
        end,
        score: Number(score.toFixed(4)),
        ...whyFound(explained.get(article.id), start),
      }));
      return { language, answered: answer.answered, text, evidence };
    }

    if (options.batch !== undefined) {
      return runBatchFile(options.batch, context, {
        schema: questionSchema,
        handle: ({ question, language, in: languages }) =>
          reply(question, language ?? context.language, languages ?? options.in),
        concurrency,
      });
    }
    const found = await reply(words.join(' '), context.language, options.in);
    await (options.json ? output.json(found) : output.line(found.text));
    return exitCodes.success;
  },
});
