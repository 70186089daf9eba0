import { isObject } from '../../../discord/stand-in/json.ts';
import type { Block } from './blocks.ts';
import { read, refuse } from './check.ts';
import type { Problem } from './check.ts';
import { messageBlocks } from './blocks.ts';
import type { Control } from './elements.ts';
import { Refusal } from '../refusal.ts';

/** How much text all blocks of a message may hold (github.com/slackapi/bolt-js/issues/2509). */
const mostInBlocks = 13_200;

/** A control and the block where it stands. */
export interface Placed {
  readonly blockId: string;
  readonly actionId: string;
  readonly control: Control;
  /** The label of an input. */
  readonly label: string | undefined;
  /** Whether it may be left empty. */
  readonly optional: boolean;
}

/** Understands the blocks of a message and names what has no name. @throws {Refusal} */
export function readBlocks(value: unknown, nextId: (letter: string) => string): readonly Block[] {
  if (!Array.isArray(value)) throw new Refusal('invalid_blocks_format');
  const blocks = read(messageBlocks, value, '/blocks', 'invalid_blocks');
  const problems = [...idProblems(blocks, '/blocks'), ...placeProblems(blocks, '/blocks')];
  if (problems.length > 0) refuse('invalid_blocks', problems);
  if (lengthOf(blocks) > mostInBlocks) throw new Refusal('msg_blocks_too_long');
  return named(blocks, nextId);
}

/** What is said twice: block ids of a message or view, action ids of a block. */
export function idProblems(blocks: readonly Block[], at: string): readonly Problem[] {
  const known = new Set<string>();
  return blocks.flatMap((block, index) => {
    const pointer = `${at}/${index}`;
    const twice = block.block_id !== undefined && known.has(block.block_id);
    if (block.block_id !== undefined) known.add(block.block_id);
    const actions = controlsIn(block).flatMap(({ action_id: name }) => name ?? []);
    const double = actions.filter((name, place) => actions.indexOf(name) !== place);
    return [
      ...(twice ? [{ pointer, message: `\`block_id\` "${block.block_id}" already exists` }] : []),
      ...double.map((name) => ({
        pointer,
        message: `\`action_id\` "${name}" already exists for another element`,
      })),
    ];
  });
}

/** What stands where it may not, or has two or none of what it must have one of. */
export function placeProblems(blocks: readonly Block[], at: string): readonly Problem[] {
  return blocks.flatMap((block, index) =>
    controlsIn(block).flatMap((control) => {
      const needsOptions = control.type === 'static_select' || control.type === 'multi_static_select';
      if (!needsOptions) return [];
      const given = [control.options, control.option_groups].filter((one) => one !== undefined).length;
      const message = 'exactly one of options and option_groups must be set';
      return given === 1 ? [] : [{ pointer: `${at}/${index}`, message }];
    }),
  );
}

/** What a reader can act on in a block. */
export function controlsIn(block: Block): readonly Control[] {
  if (block.type === 'actions') return block.elements;
  if (block.type === 'input') return [block.element];
  if (block.type !== 'section' || block.accessory === undefined || block.accessory.type === 'image')
    return [];
  return [block.accessory];
}

/** What a reader can act on, with where it stands. */
export function placed(blocks: readonly Block[]): readonly Placed[] {
  return blocks.flatMap((block) =>
    controlsIn(block).map((control) => ({
      blockId: block.block_id ?? '',
      actionId: control.action_id ?? '',
      control,
      label: block.type === 'input' ? block.label.text : undefined,
      optional: block.type !== 'input' || block.optional === true,
    })),
  );
}

/** Gives ids to blocks and controls that have none, as Slack does. */
export function named(blocks: readonly Block[], nextId: (letter: string) => string): readonly Block[] {
  return blocks.map((block) => {
    const block_id = block.block_id ?? nextId('b');
    if (block.type === 'actions')
      return {
        ...block,
        block_id,
        elements: block.elements.map((one) => ({ ...one, action_id: one.action_id ?? nextId('a') })),
      };
    if (block.type === 'input')
      return {
        ...block,
        block_id,
        element: { ...block.element, action_id: block.element.action_id ?? nextId('a') },
      };
    if (block.type === 'section' && block.accessory !== undefined && block.accessory.type !== 'image')
      return {
        ...block,
        block_id,
        accessory: { ...block.accessory, action_id: block.accessory.action_id ?? nextId('a') },
      };
    return { ...block, block_id };
  });
}

/** How many characters of text there are in something. */
export function lengthOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + lengthOf(one), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, inner]) =>
      sum + (key === 'text' && typeof inner === 'string' ? inner.length : lengthOf(inner)),
    0,
  );
}
