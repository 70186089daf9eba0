import type { Element, Elements } from './elements.ts';
import type { Feed } from './feed.ts';
import { address, feedItem, firstOf, line, plainLine } from './item.ts';
import { announced, linksIn, pagesAmong } from './links.ts';
import { mediaTitle, picturesOf } from './media.ts';
import { rhythmOf } from './rhythm.ts';
import { isPlain, typedText } from './typed.ts';
import { all, html, markup, plain, text, texts } from './written.ts';

const publications = 'published issued created dc:date dcterms:issued dcterms:created'.split(' ');
const updates = 'updated modified dcterms:modified'.split(' ');
const others = 'pubdate date dc:created lastbuilddate'.split(' ');

/** Atom 0.3 and 1.0. */
export function atomFeed({ head, items }: Elements, url: string): Feed {
  const links = linksIn(head, 'link');
  const page = pagesAmong(links)[0] ?? url;
  return {
    title: titleOf(head),
    url: page,
    language: head.attributes.get('xml:lang') ?? text(head, 'dc:language'),
    ...announced(links),
    ...rhythmOf(head),
    items: items.map((entry) => readEntry(entry, head, page)),
  };
}

function readEntry(entry: Element, head: Element, page: string) {
  const links = linksIn(entry, 'link');
  const groups = all(entry, 'media:group');
  const contents = all(entry, 'content');
  const content = contents.find((element) => typedText(element) !== '');
  const id = text(entry, 'id');
  const people = [entry, ...all(entry, 'source'), head]
    .map((owner) => all(owner, 'author'))
    .find(({ length }) => length > 0);
  return feedItem(
    {
      guid: id,
      links: [
        ...pagesAmong(links),
        ...contents.map(({ attributes, base }) => address(attributes.get('src'), base)),
        id !== undefined && /^https?:/i.test(id) ? id : undefined,
      ],
      base: entry.base,
      title: titleOf(entry) || line(markup(entry, 'dc:title') ?? mediaTitle(entry)),
      summary:
        typed(entry, 'summary') ??
        markup(entry, 'media:description', 'dc:description') ??
        firstOf(groups, (group) => markup(group, 'media:description')),
      content: content === undefined ? markup(entry, 'content:encoded') : typedText(content),
      contentBase: content?.base ?? entry.base,
      published: [...texts(entry, publications), ...texts(entry, updates), ...texts(entry, others)],
      updated: texts(entry, updates),
      authors: [...(people ?? []).map(personIn), ...all(entry, 'dc:creator').map((who) => html(who))],
      categories: [
        ...all(entry, 'category').map(
          ({ attributes, ...rest }) =>
            attributes.get('label') ?? attributes.get('term') ?? html({ attributes, ...rest }),
        ),
        ...all(entry, 'dc:subject').map((subject) => html(subject)),
      ],
      images: [
        ...picturesOf(entry),
        ...links
          .filter(({ relations, type }) => relations.includes('enclosure') && type.startsWith('image/'))
          .map((link) => link.url),
      ],
    },
    page,
  );
}

function titleOf(owner: Element): string {
  return (
    firstOf(all(owner, 'title'), (title) =>
      isPlain(title) ? plainLine(plain(title)) || undefined : line(typedText(title)) || undefined,
    ) ?? ''
  );
}

/** The text of the first child of that name which has any, as HTML. */
function typed(element: Element, name: string): string | undefined {
  return firstOf(all(element, name), (child) => typedText(child) || undefined);
}

function personIn(person: Element): string {
  return markup(person, 'name', 'email') ?? (person.children.size === 0 ? html(person) : '');
}
