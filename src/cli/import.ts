import { createHouse } from '../app.ts';
import { localFiles, readFiles } from '../sources/index.ts';
import type { FileEvent, Item, NewSource } from '../sources/index.ts';
import type { TextKey, TextValues } from '../texts.ts';
import { createProgress } from './progress.ts';
import { defineVerb, exitCodes } from './verb.ts';

/** Articles stored at a time: enough that a transaction pays, few enough that an interruption loses little work. */
const batchSize = 256;
/** Articles stored before their stories are looked for, while more are being stored; fewer are grouped once, at the end. */
const groupedAtOnce = 5000;

interface Place {
  readonly file: string;
  readonly line?: number;
}

interface Waiting {
  readonly item: Item;
  readonly place: Place;
}

type Outcome = 'new' | 'revised' | 'known';

/** Stores the articles of files, and follows the sources of OPML files. */
export const importFiles = defineVerb({
  options: { url: { type: 'text', help: 'cli.import.base' } },
  words: { value: 'cli.values.files', minimum: 1, maximum: Infinity },
  async run(context) {
    const { options, words, output, translate, signal, stderr } = context;
    const opened = await context.openStore();
    const { now } = context;
    const { ingest, grouping } = await createHouse({ ...context, store: opened });
    const counts: Record<Outcome, number> = { new: 0, revised: 0, known: 0 };
    const sources: NewSource[] = [];
    const problems: object[] = [];
    const progress = createProgress(stderr);
    let waiting: Waiting[] = [];
    let storing = Promise.resolve();
    let groupingUnderWay: Promise<unknown> = Promise.resolve();
    let rounds = 0;
    let ungrouped = 0;

    async function note({ file, line }: Place, reason: TextKey, values: TextValues = {}): Promise<void> {
      const problem = translate(reason, values);
      problems.push({ file, ...(line !== undefined && { line }), problem });
      const place = line === undefined ? file : `${file}:${line}`;
      progress.clear();
      if (!options.json) await output.line(translate('cli.import.problem', { place, problem }));
    }

    async function store(batch: readonly Waiting[]): Promise<void> {
      const outcomes = await ingest(batch.map(({ item }) => item));
      for (const [index, { outcome }] of outcomes.entries()) {
        const place = batch[index]?.place ?? { file: '' };
        if (outcome === 'unknownLanguage') await note(place, 'cli.import.unknownLanguage');
        else if (outcome === 'empty') await note(place, 'cli.import.emptyText');
        else counts[outcome === 'completed' ? 'revised' : outcome] += 1;
      }
    }

    /** Stores what waits, while more is being read and what was stored before is being grouped. */
    async function keep(): Promise<void> {
      const batch = waiting;
      waiting = [];
      await storing;
      storing = store(batch);
      storing.catch(() => undefined);
      ungrouped += batch.length;
      if (ungrouped < groupedAtOnce) return;
      ungrouped = 0;
      rounds += 1;
      // Storing gets ahead by one round, so that grouping, which takes longer, never waits.
      const ahead = groupingUnderWay;
      groupingUnderWay = grouping.groupWaiting();
      groupingUnderWay.catch(() => undefined);
      await ahead;
    }

    async function take(event: FileEvent): Promise<void> {
      switch (event.kind) {
        case 'item':
          waiting.push({ item: event.item, place: event });
          if (waiting.length >= batchSize) await keep();
          return;
        case 'source':
          sources.push(event.source);
          return;
        case 'problem':
          return note(event, event.reason, event.values);
        case 'progress': {
          const percent = event.total === 0 ? 100 : Math.floor((100 * event.done) / event.total);
          progress.show(
            translate('cli.import.progress', { percent, count: counts.new + counts.revised + counts.known }),
          );
        }
      }
    }

    const base = options.url === undefined ? {} : { base: options.url };
    for await (const event of readFiles(words, { access: localFiles, ...base })) {
      if (signal.aborted) break;
      await take(event);
    }
    await keep();
    await storing;
    await groupingUnderWay;
    // After rounds only what still waits is grouped: settling would group thousands again for having come within a minute.
    if (rounds > 0) while ((await grouping.groupWaiting()) === 'more');
    else await grouping.settle();
    const followed = sources.length === 0 ? 0 : await opened.sources.add(sources, now());
    progress.clear();
    if (options.json) await output.json({ ...counts, sources: followed, problems });
    else {
      const { new: stored, revised, known } = counts;
      const sentences = [
        translate('cli.import.stored', { count: stored }),
        ...(revised > 0 ? [translate('cli.import.revised', { count: revised })] : []),
        ...(known > 0 ? [translate('cli.import.known', { count: known })] : []),
        ...(followed > 0 ? [translate('cli.import.sources', { count: followed })] : []),
        ...(problems.length > 0 ? [translate('cli.import.problems', { count: problems.length })] : []),
      ];
      await output.line(sentences.join(' '));
    }
    signal.throwIfAborted();
    return problems.length === 0 ? exitCodes.success : exitCodes.failure;
  },
});
