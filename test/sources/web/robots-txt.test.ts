import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRobots } from '../../../src/sources/web/robots-txt.ts';

const allows = (text: string, path: string) =>
  readRobots(text, 'Kiosk').allows(`https://paper.example${path}`);
const file = (...lines: readonly string[]) => lines.join('\n');

describe('who is spoken to', () => {
  it.each([
    ['nobody', '', true],
    ['nobody by name', 'Disallow: /a', true],
    ['everybody', file('User-agent: *', 'Disallow: /a'), false],
    ['another program', file('User-agent: Other', 'Disallow: /a'), true],
    ['Kiosk', file('User-agent: Kiosk', 'Disallow: /a'), false],
    ['Kiosk in other letters', file('USER-AGENT:kiosk', 'DISALLOW:/a'), false],
    ['Kiosk with its version', file('User-agent: Kiosk/0.1', 'Disallow: /a'), false],
    ['a longer name', file('User-agent: Kioskbot', 'Disallow: /a'), true],
    ['a shorter name', file('User-agent: Kio', 'Disallow: /a'), true],
    [
      'Kiosk before everybody',
      file('User-agent: Kiosk', 'Allow: /', '', 'User-agent: *', 'Disallow: /'),
      true,
    ],
    [
      'Kiosk behind everybody',
      file('User-agent: *', 'Disallow: /', '', 'User-agent: Kiosk', 'Allow: /'),
      true,
    ],
    ['Kiosk without a rule', file('User-agent: *', 'Disallow: /', 'User-agent: Kiosk'), true],
    ['several at once', file('User-agent: Other', 'User-agent: Kiosk', 'Disallow: /a'), false],
    [
      'several with something between',
      file('User-agent: Kiosk', 'Sitemap: /s', '', 'User-agent: B', 'Disallow: /a'),
      false,
    ],
    [
      'Kiosk twice',
      file(
        'User-agent: Kiosk',
        'Disallow: /b',
        'User-agent: *',
        'Allow: /',
        'User-agent: Kiosk',
        'Disallow: /a',
      ),
      false,
    ],
    [
      'a group that another follows',
      file('User-agent: Kiosk', 'Disallow: /b', 'User-agent: Other', 'Disallow: /a'),
      true,
    ],
    [
      'a delay ends the names',
      file('User-agent: Kiosk', 'Crawl-delay: 1', 'User-agent: *', 'Disallow: /a'),
      true,
    ],
  ])('is told: %s', (_, text, expected) => {
    expect(allows(text, '/a')).toBe(expected);
  });
});

describe('a pattern', () => {
  it.each([
    ['/', '/a', true],
    ['/a', '/a', true],
    ['/a', '/ab/c?d', true],
    ['/a', '/A', false],
    ['/a/', '/a', false],
    ['/a', '/b/a', false],
    ['', '/a', false],
    ['/*', '/', true],
    ['*', '/a', true],
    ['/*.pdf', '/x/y.pdf?z', true],
    ['/*.pdf$', '/x/y.pdf', true],
    ['/*.pdf$', '/x/y.pdf?z', false],
    ['/*.pdf$', '/y.pdf.pdf', true],
    ['/a$', '/a', true],
    ['/a$', '/ab', false],
    ['/$', '/', true],
    ['/$', '/a', false],
    ['$', '/', false],
    ['/a*b*c', '/axbxc', true],
    ['/a*b*c', '/acb', false],
    ['/a*a$', '/a', false],
    ['/a*a$', '/aa', true],
    ['/a**b', '/ab', true],
    ['/a$b', '/a$b', true],
    ['/a%24', '/a$', true],
    ['/a%2A', '/a*', true],
    ['/a%2A', '/ab', false],
    ['/a?b=*c', '/a?b=1&c', true],
    ['/ü', '/%C3%BC', true],
    ['/%c3%bc', '/ü', true],
    ['/%7Ejoe', '/~joe', true],
    ['/~joe', '/%7Ejoe', true],
    ['/a%2Fb', '/a/b', false],
    ['/a%2fb', '/a%2Fb', true],
    ['/{x}', '/{x}', true],
    ['/a # all of it', '/a', true],
    ['/%', '/%', true],
    ['/\uD800', '/\uFFFD', true],
  ])('%s for %s: %s', (pattern, path, isMatch) => {
    expect(allows(file('User-agent: *', `Disallow: ${pattern}`), path)).toBe(!isMatch);
  });

  it('that is longer counts more, and of two as long the one that allows', () => {
    const text = file(
      'User-agent: *',
      'Allow: /news/',
      'Disallow: /',
      'Disallow: /news/private',
      'Allow: /news/private',
    );
    expect(allows(text, '/other')).toBe(false);
    expect(allows(text, '/news/1')).toBe(true);
    expect(allows(text, '/news/private')).toBe(true);
    expect(allows(file('User-agent: *', 'Disallow: /news/*', 'Allow: /news/'), '/news/1')).toBe(false);
  });

  it('never hides robots.txt itself', () => {
    expect(allows(file('User-agent: *', 'Disallow: /'), '/robots.txt')).toBe(true);
  });

  it('fits what a regular expression of the same meaning fits', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '/'), { maxLength: 8 })
      .map((letters) => letters.join(''));
    const pattern = fc
      .array(fc.constantFrom('a', 'b', '/', '*'), { maxLength: 8 })
      .map((marks) => marks.join(''));
    fc.assert(
      fc.property(pattern, fc.constantFrom('', '$'), text, (marks, end, path) => {
        const expression = new RegExp(`^/${marks.replaceAll('*', '.*')}${end}`);
        const isAllowed = allows(
          `User-agent: *\nDisallow: /${marks}${end}`,
          `/x/../${path}`.replace('/x/..', ''),
        );
        expect(isAllowed).toBe(!expression.test(new URL(`https://paper.example/${path}`).pathname));
      }),
    );
  });
});

describe('a file', () => {
  it.each(['\n', '\r\n', '\r'])('may end its lines in any way: %j', (end) => {
    expect(allows(['User-agent: *', 'Disallow: /a', 'Allow: /a/b', ''].join(end), '/a')).toBe(false);
  });

  it('may be anything else', () => {
    fc.assert(
      fc.property(fc.string(), fc.webPath(), (text, path) => {
        expect(typeof allows(text, path || '/')).toBe('boolean');
      }),
    );
    expect(allows('<!doctype html><title>Not found</title>', '/a')).toBe(true);
  });

  it.each([
    ['Crawl-delay: 5', 5000],
    ['crawl-delay:0.5', 500],
    ['Crawl-delay: -1', 0],
    ['Crawl-delay: soon', 0],
    ['Crawl-delay: 1e99', 86_400_000],
    ['', 0],
  ])('may ask for pauses: %s', (line, expected) => {
    expect(readRobots(file('User-agent: *', line, 'Allow: /'), 'Kiosk').delay).toBe(expected);
  });

  it('asks Kiosk for Kiosk’s pauses only', () => {
    const text = file('User-agent: Other', 'Crawl-delay: 9', 'User-agent: Kiosk', 'Crawl-delay: 3');
    expect(readRobots(text, 'Kiosk').delay).toBe(3000);
    expect(readRobots(text, 'Another').delay).toBe(0);
  });

  it.each([
    ['names and rules', 'User-agent: a\n'.repeat(20_000) + 'User-agent: *\n' + 'Allow: /x\n'.repeat(20_000)],
    ['marks', `User-agent: *\nDisallow: /${'*a'.repeat(250_000)}b\n`],
    ['long texts', `User-agent: *\n${`Disallow: /*${'a'.repeat(1000)}b\n`.repeat(500)}`],
  ])('full of %s takes no time', (_, text) => {
    const begun = process.cpuUsage();
    const rules = readRobots(text, 'Kiosk');
    rules.allows(`https://paper.example/${'a'.repeat(7900)}`);
    expect(process.cpuUsage(begun).user).toBeLessThan(1_000_000);
  });
});
