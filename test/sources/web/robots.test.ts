import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createRobots } from '../../../src/sources/index.ts';
import { refusing, silent } from '../faults.ts';
import { failsWith, openLoopback, signal } from './loopback.ts';

const { start, client } = openLoopback();
const hour = 3_600_000;

/** A server with a robots.txt, and what Kiosk knows of it at a time that tests move. */
async function stand(listener: RequestListener, patience = 60_000) {
  const server = await start(listener);
  const clock = { now: Date.parse('2026-11-23T08:00:00Z') };
  const robots = createRobots({
    fetcher: client({ timeouts: { headers: patience } }),
    userAgent: 'Kiosk/1.2 (+mail@paper.example)',
    now: () => new Date(clock.now),
  });
  return { server, clock, allows: (path: string) => robots.allows(server.url + path, signal), robots };
}

const rules: RequestListener = (_, response) =>
  response.end('User-agent: Kiosk\nDisallow: /private\nCrawl-delay: 3');

describe('a robots.txt', () => {
  it('is asked for once, and believed', async () => {
    const { server, allows, robots } = await stand(rules);
    expect(await allows('/private/1')).toBe(false);
    expect(await allows('/public')).toBe(true);
    expect(await robots.delay(`${server.url}/public`, signal)).toBe(3000);
    expect(server.asked).toEqual(['/robots.txt']);
  });

  it('is asked for once by all who ask at the same time', async () => {
    const { server, allows } = await stand(rules);
    const asking = ['/private', '/a', '/b'].map(allows);
    expect(await Promise.all(asking)).toEqual([false, true, true]);
    expect(server.asked).toEqual(['/robots.txt']);
  });

  it('is another one on another port', async () => {
    const { allows, robots } = await stand(rules);
    const other = await start(refusing(404));
    expect(await allows('/private')).toBe(false);
    expect(await robots.allows(`${other.url}/private`, signal)).toBe(true);
  });

  it.each([
    [undefined, 24],
    ['max-age=7200', 2],
    ['max-age=999999', 24],
    ['no-cache', 1],
  ])('is asked for again when it is old: %s', async (control, hours) => {
    const { server, clock, allows } = await stand((request, response) => {
      if (control !== undefined) response.setHeader('cache-control', control);
      rules(request, response);
    });
    await allows('/a');
    clock.now += hours * hour - 1;
    await allows('/a');
    expect(server.asked).toHaveLength(1);
    clock.now += 1;
    await allows('/a');
    expect(server.asked).toHaveLength(2);
  });

  it.each([400, 401, 403, 404, 410, 451])('that is refused forbids nothing: %i', async (status) => {
    const { allows } = await stand(refusing(status));
    expect(await allows('/private')).toBe(true);
  });

  it('is followed five times, and then isn’t there', async () => {
    const near = await stand((request, response) => {
      if (request.url === '/5') rules(request, response);
      else response.writeHead(301, { location: `/${Number(request.url?.slice(1)) + 1 || 1}` }).end();
    });
    expect(await near.allows('/private')).toBe(false);
    const far = await stand((_, response) => response.writeHead(301, { location: '/robots.txt' }).end());
    expect(await far.allows('/private')).toBe(true);
  });

  it.each([
    [refusing(500), 'sources.serverFault'],
    [refusing(503), 'sources.serverFault'],
    [refusing(429), 'sources.busy'],
    [silent, 'sources.timeout'],
  ])('that can’t be had forbids everything for a while, and is asked for again', async (fault, key) => {
    let isBroken = true;
    const { server, clock, allows } = await stand(
      (request, response) => (isBroken ? fault(request, response) : rules(request, response)),
      1000,
    );
    await expect(allows('/public')).rejects.toEqual(failsWith(key));
    isBroken = false;
    await expect(allows('/public')).rejects.toEqual(failsWith(key));
    expect(server.asked).toHaveLength(1);
    clock.now += hour / 6;
    expect(await allows('/public')).toBe(true);
    expect(await allows('/private')).toBe(false);
  });

  it('that was had before still holds while its server is away', async () => {
    let isBroken = false;
    const { server, clock, allows } = await stand((request, response) =>
      isBroken ? refusing(503)(request, response) : rules(request, response),
    );
    await allows('/public');
    isBroken = true;
    clock.now += 24 * hour;
    expect(await allows('/public')).toBe(true);
    expect(await allows('/private')).toBe(false);
    expect(server.asked).toHaveLength(2);
  });

  it('is read as far as 500 KiB, to the end of a line', async () => {
    const line = `Disallow: /${'x'.repeat(88)}\n`;
    const beginning = 'User-agent: *\nDisallow: /early\n';
    const room = 500 * 1024 - beginning.length;
    const filling = line.repeat(Math.floor(room / line.length) - 1);
    const rest = 'Disallow: /'.padStart(room - filling.length, '#\n');
    const { allows } = await stand((_, response) =>
      response.end(`${beginning}${filling}${rest}late\nDisallow: /later\n`),
    );
    expect(await allows('/early')).toBe(false);
    expect(await allows('/late')).toBe(true);
    expect(await allows('/later')).toBe(true);
  });

  it('may begin with a byte order mark', async () => {
    const { allows } = await stand((_, response) => response.end('\uFEFFUser-agent: *\nDisallow: /private'));
    expect(await allows('/private')).toBe(false);
  });

  it('is not looked for in a private network, nor for what is no address', async () => {
    const { robots } = await stand(rules);
    await expect(robots.allows('http://10.0.0.1/a', signal)).rejects.toEqual(
      failsWith('sources.privateAddress'),
    );
    await expect(robots.allows('no address', signal)).rejects.toEqual(failsWith('sources.invalidAddress'));
  });
});

describe('whoever waits for a robots.txt', () => {
  it('leaves alone, and lets the others wait', async () => {
    const waiting: (() => void)[] = [];
    const { server, robots } = await stand((request, response) => {
      waiting.push(() => rules(request, response));
    });
    const stopping = new AbortController();
    const leaving = robots.allows(`${server.url}/private`, stopping.signal);
    const staying = robots.allows(`${server.url}/private`, signal);
    await expect.poll(() => server.asked).toHaveLength(1);
    stopping.abort(new Error('that is enough'));
    await expect(leaving).rejects.toThrow('that is enough');
    for (const answer of waiting) answer();
    expect(await staying).toBe(false);
    expect(server.asked).toHaveLength(1);
  });

  it('ends the asking when the last one leaves, and it can begin anew', async () => {
    const gone = Promise.withResolvers<void>();
    let isSilent = true;
    const { server, allows, robots } = await stand((request, response) => {
      if (isSilent) response.on('close', () => gone.resolve());
      else rules(request, response);
    });
    const stopping = new AbortController();
    const leaving = robots.allows(`${server.url}/private`, stopping.signal);
    await expect.poll(() => server.asked).toHaveLength(1);
    stopping.abort(new Error('that is enough'));
    await expect(leaving).rejects.toThrow('that is enough');
    await gone.promise;
    isSilent = false;
    expect(await allows('/private')).toBe(false);
  });
});
