import { basename, extname } from 'node:path';
import { UserError } from '../errors.ts';
import { nameOfLanguage, readAddedWords, readLexicon, writeEntries } from '../language/index.ts';
import type { WordProblem } from '../language/index.ts';
import { decode } from '../sources/index.ts';
import type { Translate } from '../texts.ts';
import { createWordLists } from '../word-lists.ts';
import type { WordLists } from '../word-lists.ts';
import { openInput } from './lines.ts';
import { UsageError, defineVerb, exitCodes } from './verb.ts';
import type { ExitCode, VerbContext } from './verb.ts';

/** Larger files are no word lists, in bytes. */
const mostBytes = 1_000_000;
/** The most lists there are; each is read at every start. */
const mostLists = 100;
/** Names that are no paths, and that nobody mistakes for one. */
const namePattern = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._-]{0,59}$/u;

/** Adds, lists and removes an operator's own word lists. */
export const lexicon = defineVerb({
  options: {},
  words: { value: 'cli.values.wordList', minimum: 1, maximum: 2 },
  async run(context) {
    const { words, openStore } = context;
    const [action, given] = words;
    const isKnown = action === 'list' || ((action === 'add' || action === 'remove') && given !== undefined);
    if (!isKnown || (action === 'list' && given !== undefined)) throw new UsageError('cli.lexicon.action');
    const lists = createWordLists((await openStore()).keyValue('lexicon'));
    if (action === 'list') return listAll(context, lists);
    return action === 'add' ? add(context, lists, given ?? '') : remove(context, lists, given ?? '');
  },
});

async function add(context: VerbContext, lists: WordLists, file: string): Promise<ExitCode> {
  const { options, output, translate } = context;
  const name = nameOf(basename(file, extname(file)));
  const { entries, problems, repeated } = readAddedWords(decode(await readAll(context, file)));
  if (problems.length > 0) return refuse(context, problems);
  if (entries.length === 0) throw new UserError('cli.lexicon.empty', { file });
  const others = (await lists.list()).filter((list) => list.name !== name);
  if (others.length >= mostLists) throw new UserError('cli.lexicon.tooMany', { count: mostLists });
  const outcome = await lists.put({ name, text: writeEntries(entries) });
  if (options.json) await output.json({ name, outcome, entries: entries.length, repeated });
  else {
    await output.line(translate(`cli.lexicon.${outcome}`, { name, count: entries.length }));
    if (repeated > 0) await output.line(translate('cli.lexicon.repeated', { count: repeated }));
    if (outcome !== 'unchanged') await output.line(translate('cli.lexicon.restart'));
  }
  return exitCodes.success;
}

async function refuse(
  { options, output, translate, language }: VerbContext,
  problems: ReturnType<typeof readAddedWords>['problems'],
): Promise<ExitCode> {
  const told = problems.map(({ line, problem }) => ({
    line,
    problem: describe(problem, language, translate),
  }));
  if (options.json) await output.json({ problems: told });
  else
    throw new UserError('cli.lexicon.invalid', {
      count: told.length,
      problems: told.map((each) => translate('cli.lexicon.problem', each)).join('\n'),
    });
  return exitCodes.failure;
}

function describe(problem: WordProblem, language: VerbContext['language'], t: Translate): string {
  const values =
    'language' in problem ? { ...problem, language: nameOfLanguage(problem.language, language) } : problem;
  return t(`cli.lexicon.problems.${problem.kind}`, values);
}

async function listAll({ options, output, translate }: VerbContext, lists: WordLists): Promise<ExitCode> {
  const all = await lists.list();
  for (const { name, text } of all) {
    const count = readLexicon(text).length;
    await (options.json
      ? output.json({ name, entries: count })
      : output.line(translate('cli.lexicon.line', { name, count })));
  }
  if (all.length === 0 && !options.json) await output.line(translate('cli.lexicon.none'));
  return exitCodes.success;
}

async function remove(
  { options, output, translate }: VerbContext,
  lists: WordLists,
  given: string,
): Promise<ExitCode> {
  const name = nameOf(given);
  if (!(await lists.remove(name))) throw new UserError('cli.lexicon.unknown', { name });
  if (options.json) await output.json({ name, outcome: 'removed' });
  else {
    await output.line(translate('cli.lexicon.removed', { name }));
    await output.line(translate('cli.lexicon.restart'));
  }
  return exitCodes.success;
}

function nameOf(text: string): string {
  const name = text.normalize('NFC');
  if (!namePattern.test(name)) throw new UserError('cli.lexicon.name', { name });
  return name;
}

async function readAll({ stdin, signal }: VerbContext, file: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of openInput(file, stdin, signal)) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
    size += bytes.length;
    if (size > mostBytes) throw new UserError('sources.file.tooLarge', { megabytes: mostBytes / 1e6 });
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
