import type { Block } from './stand-in/forms/blocks.ts';
import type { RichPart, RichSpan } from './stand-in/forms/rich-text.ts';
import { placed } from './stand-in/forms/layout.ts';
import type { Control } from './stand-in/forms/elements.ts';

/** Everything that blocks say which is neither a quotation nor what a link is called. */
export function saidIn(blocks: readonly Block[]): readonly string[] {
  return [
    ...blocks.flatMap(wordsIn),
    ...placed(blocks).flatMap(({ control, label }) => [label ?? '', ...offered(control)]),
  ];
}

function wordsIn(block: Block): readonly string[] {
  switch (block.type) {
    case 'header':
      return [block.text.text];
    case 'context':
      return block.elements.flatMap((element) => (element.type === 'plain_text' ? element.text : []));
    case 'rich_text':
      return block.elements.flatMap(writtenIn);
    case 'section':
      return [block.text?.text ?? ''];
    default:
      return [];
  }
}

function writtenIn(part: RichPart): readonly string[] {
  if (part.type === 'rich_text_quote') return [];
  if (part.type === 'rich_text_list') return part.elements.flatMap(({ elements }) => runsIn(elements));
  return runsIn(part.elements);
}

/** The words between what else there is. One text comes in pieces, of which each but the last ends with a sentence. */
function runsIn(spans: readonly RichSpan[]): readonly string[] {
  const runs: string[] = [];
  for (const span of spans) {
    const words = span.type === 'text' ? span.text : '';
    if (/[.!?]\s$/.test(runs.at(-1) ?? '')) runs.push(`${runs.pop() ?? ''}${words}`);
    else runs.push(words);
  }
  return runs.map((text) => text.trim());
}

function offered(control: Control): readonly string[] {
  if (control.type === 'button') return [control.text.text];
  const placeholder = 'placeholder' in control ? (control.placeholder?.text ?? '') : '';
  const options = 'options' in control ? (control.options ?? []) : [];
  return [placeholder, ...options.map(({ text }) => text.text)];
}
