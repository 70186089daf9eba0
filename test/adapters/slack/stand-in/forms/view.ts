import * as v from 'valibot';
import { Refusal } from '../refusal.ts';
import { viewBlocks } from './blocks.ts';
import { read, refuse } from './check.ts';
import { idProblems, named, placeProblems } from './layout.ts';
import { plainText, words } from './text.ts';

/** How much JSON a view may be. */
const mostBytes = 250_000;

const common = {
  blocks: viewBlocks,
  callback_id: v.optional(words(255, 0)),
  private_metadata: v.optional(words(3000, 0)),
  external_id: v.optional(words(255, 0)),
};

const form = v.variant('type', [
  v.strictObject({
    type: v.literal('modal'),
    title: plainText(24),
    submit: v.optional(plainText(24)),
    close: v.optional(plainText(24)),
    clear_on_close: v.optional(v.boolean()),
    notify_on_close: v.optional(v.boolean()),
    submit_disabled: v.optional(v.boolean()),
    ...common,
  }),
  v.strictObject({ type: v.literal('home'), ...common }),
]);
/** A modal or a home tab as an app describes it. */
export type View = v.InferOutput<typeof form>;

/** Understands a view and names what has no name. @throws {Refusal} */
export function readView(value: unknown, type: View['type'], nextId: (letter: string) => string): View {
  if (value === undefined)
    refuse('invalid_arguments', [{ pointer: '', message: 'missing required field: view' }]);
  const view = read(form, value, '/view');
  const problems = [
    ...idProblems(view.blocks, '/view/blocks'),
    ...placeProblems(view.blocks, '/view/blocks'),
  ];
  if (view.type !== type) problems.push({ pointer: '/view/type', message: `must be ${type}` });
  const asks = view.blocks.some((block) => block.type === 'input');
  if (view.type === 'modal' && asks && view.submit === undefined)
    problems.push({ pointer: '/view', message: 'missing required field: submit (there is an input block)' });
  if (problems.length > 0) refuse('invalid_arguments', problems);
  if (JSON.stringify(view).length > mostBytes) throw new Refusal('view_too_large');
  return { ...view, blocks: [...named(view.blocks, nextId)] };
}
