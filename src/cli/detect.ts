import * as v from 'valibot';
import { loadDetector, nameOfLanguage } from '../language/index.ts';
import { runBatchFile } from './batch.ts';
import { batchOption, defineVerb, exitCodes } from './verb.ts';

/** Says which language a text is in. */
export const detect = defineVerb({
  options: { batch: batchOption },
  words: { value: 'cli.values.text', minimum: 1, maximum: Infinity },
  async run(context) {
    const { options, words, output, translate, language } = context;
    const detector = await loadDetector();
    const describe = (text: string) => {
      const { language, confidence } = detector.detect(text);
      return { language: language ?? null, confidence };
    };
    if (options.batch !== undefined) {
      return runBatchFile(options.batch, context, {
        schema: v.object({ text: v.string() }),
        handle: async ({ text }) => describe(text),
        concurrency: 1,
      });
    }
    const found = describe(words.join(' '));
    if (options.json) await output.json(found);
    else if (found.language === null) await output.line(translate('cli.detect.unknown'));
    else {
      const values = {
        language: nameOfLanguage(found.language, language),
        percent: Math.round(found.confidence * 100),
      };
      await output.line(translate('cli.detect.found', values));
    }
    return exitCodes.success;
  },
});
