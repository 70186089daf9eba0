import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createInstallations } from '../../../src/adapters/slack/installations.ts';
import { createLog } from '../../../src/log.ts';
import { openStore } from '../../../src/stores/index.ts';
import { createFakeKeyValue } from '../../fakes/key-value.ts';
import { createFolder } from '../../stores/sqlite/open.ts';
import { failureOf } from '../posting.ts';
import { openSeveral, says, settle } from './several.ts';
import { createSlackStandIn } from './stand-in/index.ts';

const installation = {
  team: 'T1',
  self: 'U1',
  token: 'xoxb-first',
  rotation: { refreshToken: 'xoxe-1-next', expiresAt: 5 },
};

function open(kept = createFakeKeyValue(), clientSecret = 'a secret of the app') {
  const logged: string[] = [];
  const log = createLog({ level: 'debug', destination: { write: (line) => void logged.push(line) } });
  return { kept, logged, installations: createInstallations({ kept, clientSecret, log }) };
}

/** Everything that stands in a folder's files, byte for byte. */
function bytesIn(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)).toString('latin1'))
    .join('\n');
}

test('what was kept is found again, by whoever has the secret', async () => {
  const { kept, installations } = open();
  await installations.put(installation);
  expect(await installations.find('T1')).toEqual(installation);
  expect(await installations.find('T2')).toBeUndefined();
  expect(await open(kept).installations.find('T1')).toEqual(installation);
  expect(await installations.remove('T1')).toBe(true);
  expect(await installations.remove('T1')).toBe(false);
  expect(await installations.find('T1')).toBeUndefined();
});

test('what can’t be read counts as not installed, is told of once without a word of it, and stays', async () => {
  const { kept, installations } = open();
  await installations.put(installation);
  const record = String(await kept.get('installation T1'));
  const other = open(kept, 'another secret');
  expect(await other.installations.find('T1')).toBeUndefined();
  expect(await other.installations.find('T1')).toBeUndefined();
  expect(other.logged).toHaveLength(1);
  expect(other.logged[0]).toContain('"team":"T1"');
  for (const secret of ['xoxb', 'xoxe', 'U1', record]) expect(other.logged[0]).not.toContain(secret);
  expect(await installations.find('T1')).toEqual(installation);
});

test('a record that was changed, cut or moved to another workspace can’t be read', async () => {
  const { kept, installations } = open();
  await installations.put(installation);
  const record = String(await kept.get('installation T1'));
  await kept.set('installation T2', record);
  expect(await installations.find('T2')).toBeUndefined();
  const bytes = Buffer.from(record, 'base64');
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    await kept.set('installation T1', changed.toString('base64'));
    expect(await installations.find('T1'), `byte ${at}`).toBeUndefined();
    await kept.set('installation T1', bytes.subarray(0, at).toString('base64'));
    expect(await installations.find('T1'), `the first ${at} bytes`).toBeUndefined();
  }
  await kept.set('installation T1', { token: 'in clear' });
  expect(await installations.find('T1')).toBeUndefined();
});

test('the same is written down another way each time', async () => {
  const { kept, installations } = open();
  const seen = new Set<unknown>();
  for (let time = 0; time < 20; time += 1) {
    await installations.put(installation);
    seen.add(String(await kept.get('installation T1')).slice(0, 16));
  }
  expect(seen.size).toBe(20);
});

test('a restart keeps the workspaces, and the database holds no token that could be read', async () => {
  const directory = await createFolder();
  const slack = await createSlackStandIn({ app: { rotates: true } });
  const first = await openStore({ directory });
  const before = await openSeveral('HTTP', { slack, kept: first.keyValue('slack') });
  const { where, channel, workspace, ada } = await settle(before, 'Ferry');
  await before.adapter.post({ key: 'one', channel: where, message: says('Hello') });
  await ada.in(channel).slash('/kiosk', 'Ferry?').reply();
  const written = bytesIn(directory);
  await before.stop();
  await first.close();

  const second = await openStore({ directory });
  onTestFinished(() => second.close());
  const after = await openSeveral('HTTP', { slack, kept: second.keyValue('slack') });
  slack.clock.pass(11 * 60 * 60 * 1000);
  await after.adapter.post({ key: 'two', channel: where, message: says('Hello again') });
  expect(await ada.in(channel).slash('/kiosk', 'Ferry?').reply()).toBeDefined();
  expect(slack.visible(channel)).toHaveLength(2);

  const answers = slack.requests.filter(({ method }) => method === 'oauth.v2.access');
  const secrets = answers.flatMap(({ answer }) =>
    typeof answer === 'object' ? [answer['access_token'], answer['refresh_token']] : [],
  );
  expect(secrets).toHaveLength(4);
  const bytes = `${written}${bytesIn(directory)}`;
  expect(bytes).toContain(`installation ${workspace.id}`);
  for (const secret of secrets) expect(bytes).not.toContain(String(secret));
  expect(bytes).not.toMatch(/xox[be]/);

  const stranger = await openSeveral('HTTP', {
    slack,
    kept: second.keyValue('slack'),
    oauth: { clientSecret: 'another secret' },
  });
  const delivery = { key: 'three', channel: where, message: says('Hello?') };
  expect(await failureOf(stranger.adapter.post(delivery))).toMatchObject({ reason: 'placeGone' });
});
