/** The elements around everything. Feeds disagree on what stands inside of which, so what is in them is read as one. */
const surroundings = words('rss rdf:rdf feed channel items');
const entries = words('item entry atom:entry rss:item');

/** Elements whose own elements are read; all others hold text, and whatever tags there are in it are markup. */
const people = words('author contributor atom:author atom:contributor');
const containers = words(
  'item entry atom:entry rss:item source image textinput skiphours skipdays atom:source media:group media:content ' +
    'itunes:owner',
);

/** Elements no page has. */
const foreign = words(
  'item entry guid pubdate description category author comments enclosure updated published issued modified id ' +
    'content:encoded dc:date dc:creator atom:link media:content media:thumbnail media:group',
);
const foreignToBare = words('title link summary source content');

/** Texts that hold no markup. */
const bare = words(
  'title link guid id pubdate category name url updated published issued modified created dc:date',
);

/** What was torn off in the middle of one of these is worth nothing. */
const whole = words('link guid id pubdate updated published issued modified created dc:date');

/** True for the elements around all items. */
export function surrounds(name: string): boolean {
  return surroundings.has(name);
}

/** True for an item or an entry. */
export function isEntry(name: string): boolean {
  return entries.has(name);
}

/** True for an element that holds text and maybe markup, and no elements of the feed. */
export function holdsText(name: string): boolean {
  return !containers.has(name) && !people.has(name);
}

/** True for an element whose beginning alone is worth nothing, such as an address. */
export function isWhole(name: string): boolean {
  return whole.has(name);
}

/** Whether the end of an element that is open was forgotten, since another begins that can't stand in it. */
export function ends(open: string, name: string): boolean {
  if (entries.has(name)) return true;
  if (entries.has(open)) return false;
  if (people.has(open)) return foreign.has(name) || foreignToBare.has(name);
  if (holdsText(open)) return foreign.has(name) || (bare.has(open) && foreignToBare.has(name));
  return open.includes(':') && (foreign.has(name) || foreignToBare.has(name)) && !name.includes(':');
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
