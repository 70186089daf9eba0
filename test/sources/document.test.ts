import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/sources/index.ts';
import { fixture } from './fixture.ts';
import { failure, isMendable } from './failure.ts';

const url = 'https://example.org/x';
const bytes = (text: string) => new TextEncoder().encode(text);

describe('readDocument', () => {
  it('knows a feed, a page and a text by what is in them', () => {
    expect(readDocument({ bytes: fixture('latin1.xml'), url })).toMatchObject({
      kind: 'feed',
      title: 'Côté port',
      items: [{ title: 'L’été “à quai” – 5 €', summary: 'Déjà là…' }],
    });
    expect(readDocument({ bytes: fixture('page-en.html'), url })).toMatchObject({
      kind: 'article',
      title: 'Night ferry starts in December',
    });
    expect(readDocument({ bytes: fixture('consent-de.html'), url })).toMatchObject({ kind: 'notice' });
  });

  it('reads what a plain text says of itself before its title', () => {
    expect(readDocument({ bytes: fixture('note.txt'), url })).toEqual({
      kind: 'article',
      title: 'The crane is back',
      text: 'The crane that fell into the harbour in March stands again.\n\nIt lifts 40 tonnes.',
      url: 'https://notes.example/crane',
      named: true,
      source: 'Harbour Notes',
      publishedAt: new Date('2026-11-23T08:15:00Z'),
      updatedAt: undefined,
      authors: [],
      image: undefined,
      language: 'en',
      languageHint: 'en',
      feeds: [],
      how: { extractor: 'plain-text', publishedAt: 'text', updatedAt: undefined },
    });
  });

  it('takes a text of one line for title and text', () => {
    expect(readDocument({ bytes: bytes('The crane is back.\n'), url })).toMatchObject({
      title: 'The crane is back.',
      text: 'The crane is back.',
      url,
      named: false,
      source: 'example.org',
    });
  });

  it('takes a text that speaks of tags for a text', () => {
    const text = 'How to write a feed\nIt begins with <rss> and ends with </rss>.';
    expect(readDocument({ bytes: bytes(text), url, name: 'howto.txt' })).toMatchObject({
      kind: 'article',
      text: 'It begins with <rss> and ends with </rss>.',
    });
  });

  it('says that nothing is nothing', () => {
    expect(readDocument({ bytes: new Uint8Array(), url })).toEqual({
      kind: 'notice',
      reason: 'sources.notice.empty',
      title: '',
      feeds: [],
    });
  });

  it('never fails but with a reason for the user', () => {
    const contents = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'binary' }).map(bytes));
    fc.assert(
      fc.property(
        contents,
        fc.string(),
        fc.option(fc.string(), { nil: undefined }),
        (content, address, name) => {
          expect(
            failure(() =>
              readDocument({ bytes: content, url: address, ...(name !== undefined && { name }) }),
            ),
          ).toSatisfy(isMendable);
        },
      ),
    );
  });
});
