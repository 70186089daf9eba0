import { describe, expect, it } from 'vitest';
import { areCopies, createIndependence } from '../../src/delivery/independence.ts';
import { analyse } from '../../src/stories/analyse.ts';
import { ferry, refloated } from './events.ts';
import { news } from './room.ts';

const analysed = (article: (typeof ferry)['post']) => ({
  article: { ...article, revision: 1 },
  analysis: analyse(article),
});

function count(...articles: readonly (typeof ferry)['post'][]): number {
  const independence = createIndependence();
  independence.add(articles.map(analysed));
  return independence.count(articles);
}

/** News of one sentence. */
function flash(source: string, text: string) {
  return news(`flash-${source}`, { source, text });
}

describe('independent sources', () => {
  it('are those that tell a story in words of their own', () => {
    expect(count(ferry.post)).toBe(1);
    expect(count(ferry.post, ferry.wire)).toBe(2);
    expect(count(ferry.post, ferry.wire, ferry.jetee, ferry.mole)).toBe(4);
    expect(count()).toBe(0);
  });

  it('are one where an agency’s text stands in several papers, cut short, with a dateline, under another title', () => {
    expect(count(ferry.herald, ferry.mail)).toBe(1);
    expect(count(ferry.post, ferry.herald, ferry.mail)).toBe(2);
    const [first = ''] = ferry.mail.text.split('. ');
    const teaser = { ...ferry.mail, id: 'teaser', url: 'https://teaser.example/', text: `${first}.` };
    expect(count(ferry.herald, teaser)).toBe(1);
    expect(count(teaser, ferry.herald)).toBe(1);
  });

  it('are one where one publisher tells it twice, in two sections or on two days', () => {
    expect(count(ferry.post, refloated.post)).toBe(1);
    const section = { ...ferry.wire, id: 'section', url: 'https://sport.ferry-post.example/ferry' };
    expect(count(ferry.post, section)).toBe(1);
  });

  it('are a paper of its own and the agency, whichever came first, where a paper prints both', () => {
    const own = { ...ferry.wire, id: 'own', url: ferry.mail.url };
    expect(count(ferry.herald, ferry.mail, own)).toBe(2);
    expect(count(own, ferry.mail, ferry.herald)).toBe(2);
    expect(count(ferry.mail, own, ferry.herald)).toBe(2);
  });

  it('are counted among some of a story’s articles, and among nothing that wasn’t read', () => {
    const independence = createIndependence();
    independence.add([ferry.post, ferry.wire, ferry.herald].map(analysed));
    expect(independence.count([ferry.post, ferry.herald])).toBe(2);
    expect(independence.count([ferry.post, { id: 'unread' }])).toBe(1);
  });

  it('are several where openings are too short to be compared, unless they are the same', () => {
    expect(count(flash('One', 'Ferry aground.'), flash('Two', 'Ferry aground off Varnholm.'))).toBe(2);
    expect(count(flash('One', 'Ferry aground.'), flash('Two', 'Ferry aground.'))).toBe(1);
  });
});

it.each([
  ['ferry-herald', ferry.herald, ferry.mail, true],
  ['ferry-mail', ferry.mail, ferry.herald, true],
  ['ferry-post', ferry.post, ferry.wire, false],
  ['ferry-post', ferry.post, refloated.post, false],
] as const)('tells copies from articles that report the same: %s', (_, one, other, are) => {
  expect(areCopies(analyse(one), analyse(other))).toBe(are);
});
