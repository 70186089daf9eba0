import type { RichPart, RichSpan } from '../forms/rich-text.ts';
import { joined, marked, mention, plainRead } from './mark.ts';
import type { NameOf, Read } from './mark.ts';
import { dateText } from './mrkdwn.ts';

/** Reads rich text as Slack's clients show it: nothing in its words is markup. */
export function readRich(parts: readonly RichPart[], nameOf: NameOf): Read {
  return joined(
    parts.map((part) => readPart(part, nameOf)),
    '\n',
  );
}

function readPart(part: RichPart, nameOf: NameOf): Read {
  switch (part.type) {
    case 'rich_text_section':
      return spans(part.elements, nameOf);
    case 'rich_text_quote':
      return marked('quote', spans(part.elements, nameOf));
    case 'rich_text_preformatted':
      return marked('code', spans(part.elements, nameOf));
    case 'rich_text_list':
      return marked(
        'list',
        joined(
          part.elements.map((item, index) => {
            const sign = part.style === 'ordered' ? `${index + 1 + (part.offset ?? 0)}. ` : '• ';
            return joined([plainRead(sign), spans(item.elements, nameOf)], '');
          }),
          '\n',
        ),
      );
  }
}

function spans(elements: readonly RichSpan[], nameOf: NameOf): Read {
  return joined(
    elements.map((one) => styled(one, readSpan(one, nameOf))),
    '',
  );
}

function styled({ style }: RichSpan, read: Read): Read {
  const kinds = (['code', 'strike', 'italic', 'bold'] as const).filter((kind) => style?.[kind] === true);
  return kinds.reduce((inner, kind) => marked(kind, inner), read);
}

function readSpan(span: RichSpan, nameOf: NameOf): Read {
  switch (span.type) {
    case 'text':
      return plainRead(span.text);
    case 'link':
      return marked('link', plainRead(span.text ?? span.url), span.url);
    case 'user':
      return mention(`@${nameOf(span.user_id)}`, span.user_id);
    case 'channel':
      return mention(`#${nameOf(span.channel_id)}`);
    case 'usergroup':
      return mention(`@${span.usergroup_id}`, span.usergroup_id);
    case 'broadcast':
      return mention(`@${span.range}`, `@${span.range}`);
    case 'emoji':
      return marked('emoji', plainRead(`:${span.name}:`));
    case 'date':
      return marked('date', plainRead(dateText(span.timestamp, span.format)), span.fallback);
    case 'color':
      return plainRead(span.value);
  }
}
