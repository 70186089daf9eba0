import * as v from 'valibot';
import { createHouse } from '../app.ts';
import { UserError } from '../errors.ts';
import { languageTags, loadDetector } from '../language/index.ts';
import type { LanguageTag } from '../language/index.ts';
import { condense } from '../summaries/condense.ts';
import { runBatchFile } from './batch.ts';
import { isFile, readLocalDocument } from './documents.ts';
import { batchOption, defineVerb, exitCodes } from './verb.ts';
import type { VerbContext } from './verb.ts';

const usual = 3;
const most = 50;

const textSchema = v.object({
  title: v.optional(v.string(), ''),
  text: v.string(),
  language: v.optional(v.picklist(languageTags)),
});

/** Sums up a stored story, a file or texts given line by line. */
export const summarize = defineVerb({
  options: {
    sentences: { type: 'integer', minimum: 1, maximum: most, help: 'cli.summarize.sentences' },
    batch: batchOption,
  },
  words: { value: 'cli.values.story', minimum: 0, maximum: Infinity },
  async run(context) {
    const { options, words, output } = context;
    const count = options.sentences ?? usual;
    if (options.batch !== undefined) {
      return runBatchFile(options.batch, context, {
        schema: textSchema,
        handle: (text) => summarizeText(text, count),
        concurrency: 1,
      });
    }
    const asked = words.join(' ');
    const summary = (await summarizeFile(asked, count)) ?? (await summarizeStory(context, asked, count));
    if (options.json) await output.json(summary);
    else for (const sentence of summary.sentences) await output.line(sentence);
    return exitCodes.success;
  },
});

/** @throws {UserError} when the text's language can't be told */
async function summarizeText(
  { title, text, language }: { title: string; text: string; language?: LanguageTag | undefined },
  count: number,
) {
  const condensed = await condense({ title, text, language }, count, loadDetector);
  if (condensed === undefined) throw new UserError('cli.summarize.unknownLanguage');
  return condensed;
}

/** Undefined where there is no such file. */
async function summarizeFile(path: string, count: number) {
  if (!(await isFile(path))) return undefined;
  const document = await readLocalDocument(path);
  if (document.kind !== 'article') throw new UserError('cli.summarize.noArticle', { file: path });
  const { title, text, language } = document;
  return { title, ...(await summarizeText({ title, text, language }, count)) };
}

async function summarizeStory(context: VerbContext, asked: string, count: number) {
  const store = await context.openStore();
  const { language } = context;
  const { kiosk } = await createHouse({ ...context, store });
  const story =
    asked === '' ? (await kiosk.stories({ limit: 1 }))[0] : await kiosk.findStory(asked, language);
  if (story === undefined)
    throw new UserError(asked === '' ? 'replies.nothingRead' : 'errors.noStory', { words: asked });
  const sentences = await kiosk.summarize(story, count, language);
  return {
    story: story.id,
    title: story.lead.title,
    language: sentences[0]?.article.language ?? story.lead.language,
    sentences: sentences.map(({ sentence }) => sentence),
  };
}
