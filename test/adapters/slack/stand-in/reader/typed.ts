import type { Written } from '../forms/message.ts';
import type { RichSpan } from '../forms/rich-text.ts';
import type { World } from '../world/world.ts';

/** What Slack's client sends of what a reader types: words with mentions, as text and as rich text. */
export function typed(world: World, teamId: string, text: string): Written {
  const people = [...world.users.values()].filter((user) => user.teamId === teamId);
  const spans: RichSpan[] = [];
  let rest = text;
  while (rest !== '') {
    const named = people.find(({ id, name }) => rest.startsWith(`<@${id}>`) || rest.startsWith(`@${name}`));
    if (named !== undefined) {
      spans.push({ type: 'user', user_id: named.id });
      rest = rest.slice(rest.startsWith('<') ? named.id.length + 3 : named.name.length + 1);
      continue;
    }
    const next = rest.slice(1).search(/<@|@/);
    const words = next < 0 ? rest : rest.slice(0, next + 1);
    spans.push({ type: 'text', text: words });
    rest = rest.slice(words.length);
  }
  return {
    text: spans.map((span) => (span.type === 'user' ? `<@${span.user_id}>` : escape(textOf(span)))).join(''),
    blocks: [
      {
        type: 'rich_text',
        block_id: world.nextId('b'),
        elements: [{ type: 'rich_text_section', elements: spans }],
      },
    ],
    metadata: undefined,
    flaws: [],
  };
}

function textOf(span: RichSpan): string {
  return span.type === 'text' ? span.text : '';
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
