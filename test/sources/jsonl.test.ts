import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLine } from '../../src/sources/index.ts';

const good = {
  id: 'a1',
  url: 'https://gazette.example/a1',
  source: 'The Harbour Gazette',
  language: 'en',
  title: 'Night ferry',
  text: 'It starts in December.\nIt costs  four pounds.',
  publishedAt: '2026-11-23T08:15:00+01:00',
};
const read = (change: object) => readLine(JSON.stringify({ ...good, ...change }));
const answer = (line: string) => Object.keys(readLine(line)).join();

describe('readLine', () => {
  it('reads an article, its text position by position', () => {
    expect(read({ authors: ['Mara Quill'], image: '/a.jpg' })).toEqual({
      item: {
        ...good,
        publishedAt: new Date('2026-11-23T07:15:00Z'),
        authors: ['Mara Quill'],
        image: 'https://gazette.example/a.jpg',
      },
    });
  });

  it('needs no id, source, language or date', () => {
    const { url, title, text } = good;
    expect(readLine(JSON.stringify({ url, title, text }))).toEqual({
      item: { url, title, text, source: 'gazette.example' },
    });
  });

  it('reads a fragment of HTML and a whole page in place of a text', () => {
    expect(read({ text: undefined, html: '<p>One.</p><p>Two &amp; three.</p>' })).toMatchObject({
      item: { text: 'One.\n\nTwo & three.' },
    });
    const body =
      '<p>The council voted to rebuild the old bridge, which has been closed since the flood in spring.</p>' +
      '<p>Work begins in April, when the river is low, and is to end before winter.</p>';
    expect(
      read({
        text: undefined,
        html: `<html><body><nav>Home</nav><article>${body}</article></body></html>`,
      }),
    ).toMatchObject({
      item: { text: expect.stringMatching(/^The council/) },
    });
  });

  it.each([
    ['{', 'sources.line.notJson', {}],
    ['[1]', 'sources.line.notObject', {}],
    ['null', 'sources.line.notObject', {}],
  ])('says what is wrong with %s', (line, reason, values) => {
    expect(readLine(line)).toEqual({ problem: { reason, values } });
  });

  it.each([
    [{ url: undefined }, 'sources.line.missing', { field: 'url' }],
    [{ url: 7 }, 'sources.line.type', { field: 'url' }],
    [{ url: 'ftp://x.example/' }, 'sources.line.url', { value: 'ftp://x.example/' }],
    [{ title: undefined }, 'sources.line.missing', { field: 'title' }],
    [{ title: ' ' }, 'sources.line.missing', { field: 'title' }],
    [{ text: undefined }, 'sources.line.noText', {}],
    [{ text: ' \n' }, 'sources.line.emptyText', {}],
    [{ publishedAt: 'soon' }, 'sources.line.date', { value: 'soon' }],
    [{ language: 'tlh' }, 'sources.line.language', { value: 'tlh', allowed: 'en, fr, de' }],
    [{ authors: 'Mara' }, 'sources.line.type', { field: 'authors' }],
  ])('says what is wrong with %j', (change, reason, values) => {
    expect(read(change)).toEqual({ problem: { reason, values } });
  });

  it('never fails', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (line) => {
        expect(answer(line)).toMatch(/^(item|problem)$/);
      }),
    );
    const fields = fc.record(
      Object.fromEntries(
        Object.keys(good).map((key) => [key, fc.oneof(fc.constant('https://a.example/'), fc.jsonValue())]),
      ),
    );
    fc.assert(
      fc.property(fields, (line) => {
        expect(answer(JSON.stringify(line))).toMatch(/^(item|problem)$/);
      }),
    );
  });
});
