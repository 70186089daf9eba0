import type { Element } from './elements.ts';
import { firstOf, looksLikeImage } from './item.ts';
import { all, markup, plain, text } from './written.ts';

/** Addresses of the pictures that an entry offers beside its text, best first. */
export function picturesOf(entry: Element): readonly (string | undefined)[] {
  const { groups, contents } = mediaIn(entry);
  const thumbnails = [entry, ...groups, ...contents].flatMap((owner) => all(owner, 'media:thumbnail'));
  return [
    ...contents
      .filter(isPicture)
      .toSorted((one, other) => widthOf(other) - widthOf(one))
      .map(addressIn),
    ...thumbnails.map(addressIn),
    ...all(entry, 'enclosure').filter(isPicture).map(addressIn),
    ...[...all(entry, 'itunes:image'), ...all(entry, 'image')].map(addressIn),
  ];
}

/** What an entry calls the first of what it offers beside its text, as HTML; undefined where it doesn't. */
export function mediaTitle(entry: Element): string | undefined {
  const { groups, contents } = mediaIn(entry);
  return firstOf([entry, ...groups, ...contents], (owner) => markup(owner, 'media:title'));
}

function mediaIn(entry: Element) {
  const groups = all(entry, 'media:group');
  return { groups, contents: [entry, ...groups].flatMap((owner) => all(owner, 'media:content')) };
}

/** In pixels; 0 where it isn't said. */
function widthOf({ attributes }: Element): number {
  return Number.parseInt(attributes.get('width') ?? '', 10) || 0;
}

function isPicture({ attributes }: Element): boolean {
  const type = attributes.get('type');
  return (
    attributes.get('medium') === 'image' ||
    (type?.startsWith('image/') ?? false) ||
    looksLikeImage(attributes.get('url'))
  );
}

function addressIn(element: Element): string | undefined {
  const { attributes } = element;
  return (
    attributes.get('url') ?? attributes.get('href') ?? text(element, 'url') ?? (plain(element) || undefined)
  );
}
