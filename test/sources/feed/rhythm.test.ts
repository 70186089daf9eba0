import { describe, expect, it } from 'vitest';
import { readFeed } from '../../../src/sources/index.ts';
import { address, atom, rdf, rss } from './documents.ts';

const minute = 60_000;
const hour = 60 * minute;
const skip = (written: string) => readFeed(rss(`<title>G</title>${written}`), address).skip;

describe('how often a feed asks to be read', () => {
  it.each([
    ['<ttl>60</ttl>', hour],
    ['<ttl> 15.5 </ttl>', 15.5 * minute],
    ['<ttl>0</ttl>', undefined],
    ['<ttl>-5</ttl>', undefined],
    ['<ttl>1e9</ttl>', undefined],
    ['<ttl>often</ttl>', undefined],
    ['<ttl/>', undefined],
    ['<sy:updatePeriod>hourly</sy:updatePeriod>', hour],
    ['<sy:updatePeriod> Daily </sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>', 6 * hour],
    ['<sy:updatePeriod>weekly</sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>', 168 * hour],
    ['<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>', undefined],
    ['<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>1000</sy:updateFrequency>', undefined],
    ['<sy:updatePeriod>sometimes</sy:updatePeriod>', undefined],
    ['<sy:updateFrequency>2</sy:updateFrequency>', undefined],
    ['<ttl>30</ttl><sy:updatePeriod>daily</sy:updatePeriod>', 30 * minute],
  ])('is read in %s', (written, readEvery) => {
    expect(readFeed(rss(`<title>G</title>${written}`), address).readEvery).toBe(readEvery);
  });

  it('is read in RSS 1.0 and Atom as well', () => {
    const written = '<title>G</title><sy:updatePeriod>daily</sy:updatePeriod>';
    expect(readFeed(rdf(`<channel>${written}</channel>`), address).readEvery).toBe(24 * hour);
    expect(readFeed(atom(written), address).readEvery).toBe(24 * hour);
  });
});

describe('when a feed asks not to be read', () => {
  it('is read as hours from 0 to 23, in order, each once', () => {
    const hours = ['5', ' 4 ', '24', '0', '23', '5', '-1', '25.5', 'noon', '99', ''];
    expect(
      skip(`<skipHours>${hours.map((hour) => `<hour>${hour}</hour>`).join('')}</skipHours>`).hours,
    ).toEqual([0, 4, 5, 23]);
  });

  it('is read as days from Sunday, 0, to Saturday, 6', () => {
    const days = ['Saturday', 'monday', 'SUNDAY', 'Tue', 'Lundi', ''];
    expect(skip(`<skipDays>${days.map((day) => `<day>${day}</day>`).join('')}</skipDays>`).days).toEqual([
      0, 1, 2, 6,
    ]);
  });

  it('is never, where it says nothing', () => {
    expect(skip('')).toEqual({ hours: [], days: [] });
  });
});

describe('where a feed says that it is', () => {
  it('is its own address, and that of who tells of its news', () => {
    const links =
      '<atom:link rel="self" href="/feed"/><atom:link rel="hub" href="https://hub.example/"/><atom:link rel="HUB alternate" href="https://two.example/"/><atom:link rel="hub" href="https://hub.example/"/>';
    expect(readFeed(rss(links), address)).toMatchObject({
      self: 'https://gazette.example/feed',
      hubs: ['https://hub.example/', 'https://two.example/'],
    });
  });

  it('is not known where it says nothing, or what can’t be read', () => {
    expect(readFeed(rss('<atom:link rel="self" href="javascript:x"/>'), address)).toMatchObject({
      self: undefined,
      hubs: [],
    });
  });
});
