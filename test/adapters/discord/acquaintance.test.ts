import { expect, test } from 'vitest';
import { createFound, checkDiscord } from '../../../src/cli/checks.ts';
import { runCommandLine } from '../../../src/cli/run.ts';
import { readSettings } from '../../../src/config.ts';
import { createCommandLine } from '../../fakes/command-line.ts';
import { openForTest, translations } from './open.ts';

const found = createFound(translations.translate('en'));

const run = async (environment: Readonly<Record<string, string>>, ...typed: readonly string[]) => {
  const { line, stdout, stderr } = createCommandLine(['register', ...typed], { environment });
  return { status: await runCommandLine(line), stdout: stdout.text(), stderr: stderr.text() };
};

test('doctor tells whether Discord knows Kiosk, and where it is taken into a server', async () => {
  const { discord } = await openForTest();
  const check = (settings: Readonly<Record<string, string>>) => {
    const { config } = readSettings({
      DISCORD_TOKEN: discord.token,
      DISCORD_APPLICATION_ID: discord.applicationId,
      DISCORD_API_URL: discord.api,
      ...settings,
    });
    return checkDiscord(config, found);
  };
  const well = await check({});
  expect(well).toMatchObject({ check: 'discord', ok: true });
  expect(well.text).toContain(
    `https://discord.com/oauth2/authorize?client_id=${discord.applicationId}&scope=bot+applications.commands&permissions=309237730304`,
  );
  expect(await check({ DISCORD_TOKEN: 'nobody.knows.me' })).toMatchObject({ ok: false, mend: /new one/ });
  expect(await check({ DISCORD_APPLICATION_ID: '1' })).toMatchObject({ ok: false, mend: /same application/ });
  expect(await check({ DISCORD_API_URL: 'http://127.0.0.1:9' })).toMatchObject({
    ok: false,
    mend: /connection/,
  });
  expect(discord.violations.filter(({ kind }) => kind !== 'authorization')).toEqual([]);
});

test('kiosk register tells Discord the commands, once', async () => {
  const { discord } = await openForTest();
  const environment = {
    DISCORD_TOKEN: discord.token,
    DISCORD_APPLICATION_ID: discord.applicationId,
    DISCORD_API_URL: discord.api,
  };
  expect(await run(environment, '--json')).toMatchObject({ status: 0, stdout: /"changed":true/ });
  expect(await run(environment, '--json')).toMatchObject({ status: 0, stdout: /"changed":false/ });
  expect(discord.commands().map(({ form }) => form.name)).toContain('ask');
  expect(await run({})).toMatchObject({ status: 1, stderr: /DISCORD_TOKEN/ });
  expect(await run({ DISCORD_TOKEN: 'x' })).toMatchObject({
    status: 1,
    stderr: /DISCORD_APPLICATION_ID is missing/,
  });
  const refused = await run({ ...environment, DISCORD_TOKEN: 'nobody.knows.me' });
  expect(refused).toMatchObject({ status: 1, stderr: /401/ });
  expect(discord.violations.filter(({ kind }) => kind !== 'authorization')).toEqual([]);
});
