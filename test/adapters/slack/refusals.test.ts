import { expect, test } from 'vitest';
import { createRefusals } from '../../../src/adapters/slack/refusals.ts';
import { createLog } from '../../../src/log.ts';
import { createFakeDesk, fakeListings } from '../../fakes/desk.ts';
import { serveOpening } from '../serve-opening.ts';
import { openForTest } from './open.ts';

const second = 1000;

test('what was refused is told of at most once a minute, and all of it', () => {
  let time = 0;
  const counts: unknown[] = [];
  const log = {
    ...createLog({ level: 'silent' }),
    warn: ({ count }: Readonly<Record<string, unknown>>) => void counts.push([time / second, count]),
  };
  const refusals = createRefusals({ now: () => new Date(time), log });
  refusals.tell();
  for (time = 0; time < 150 * second; time += second / 2) refusals.note();
  expect(counts).toEqual([
    [0, 1],
    [60, 120],
    [120, 120],
  ]);
  refusals.tell();
  refusals.tell();
  expect(counts.slice(3)).toEqual([[150, 59]]);
  time += 3600 * second;
  refusals.note();
  expect(counts.slice(4)).toEqual([[3750, 1]]);
});

test('requests that Slack didn’t sign are counted, and nothing of them is logged', async () => {
  const { slack, adapter, logged } = await openForTest({
    settings: { appToken: undefined, signingSecret: 'the signing secret' },
  });
  const url = await serveOpening(adapter.openings[0]);
  await adapter.start(fakeListings, createFakeDesk());
  await expect.poll(() => logged.join('')).toContain('connected to Slack');
  const told = () => logged.filter((line) => line.includes('did not sign'));
  const forged = { secret: 'a forged secret' };
  for (let time = 0; time < 5; time += 1) await slack.send(url, { forged: 'words' }, forged);
  await slack.send(url, { forged: 'words' }, { timestamp: 1000 });
  await slack.send(url, { forged: 'words' }, { signature: '' });
  expect(told()).toHaveLength(1);
  slack.clock.pass(60 * second);
  await slack.send(url, { forged: 'words' }, forged);
  expect(told().map((line) => JSON.parse(line))).toMatchObject([{ count: 1 }, { count: 7 }]);
  await slack.send(url, { ssl_check: '1' });
  await slack.send(url, { forged: 'words' }, forged);
  await adapter.stop();
  expect(
    told()
      .slice(2)
      .map((line) => JSON.parse(line)),
  ).toMatchObject([{ count: 1 }]);
  expect(logged.join('')).not.toContain('words');
});
