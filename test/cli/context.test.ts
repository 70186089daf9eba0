import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Ended, runVerb } from '../../src/cli/context.ts';
import { defineVerb, exitCodes } from '../../src/cli/verb.ts';
import type { VerbContext } from '../../src/cli/verb.ts';
import { readSettings } from '../../src/config.ts';
import { UserError } from '../../src/errors.ts';
import { createTranslations } from '../../src/translations.ts';
import { createCommandLine } from '../fakes/command-line.ts';

const translations = createTranslations();

/** Gives a verb its context in this environment. */
async function run(
  environment: Readonly<Record<string, string>>,
  use: (context: VerbContext) => Promise<unknown>,
  options = {},
): Promise<void> {
  const { line } = createCommandLine([], { environment });
  const verb = defineVerb({
    options: {},
    async run(context) {
      await use(context);
      return exitCodes.success;
    },
  });
  await runVerb(
    verb,
    { options, words: [] },
    {
      line,
      config: readSettings(environment).config,
      language: 'en',
      translate: translations.translate('en'),
      translations,
      fault: () => '',
    },
  );
}

describe('settings', () => {
  test('that aren’t as they must be stop a verb that asks for them', async () => {
    const asking = run({ PORT: 'x' }, async ({ config }) => config);
    await expect(asking).rejects.toMatchObject({ key: 'config.invalid' });
    await expect(asking).rejects.toBeInstanceOf(UserError);
  });

  test('stop no verb that does without', async () => {
    await expect(
      run({ PORT: 'x' }, async ({ translate }) => translate('cli.about')),
    ).resolves.toBeUndefined();
  });
});

describe('the store', () => {
  test('is where --data says, else where DATABASE_URL says', async () => {
    const places: string[] = [];
    const note = async ({ dataDirectory }: VerbContext) => places.push(dataDirectory);
    await run({ DATABASE_URL: 'file:/srv/a' }, note, { data: '/srv/b' });
    await run({ DATABASE_URL: 'file:/srv/a' }, note);
    await run({}, note);
    expect(places).toEqual(['/srv/b', '/srv/a', 'data']);
  });

  test('is opened once and closed after the verb, whatever becomes of it', async () => {
    const data = join(mkdtempSync(join(tmpdir(), 'kiosk-store-')), 'data');
    // SQLite keeps this file beside the database for as long as somebody has it open.
    const isOpen = () => existsSync(join(data, 'kiosk.db-wal'));
    const seen: unknown[] = [];
    const failing = run(
      {},
      async ({ openStore }) => {
        const store = await openStore();
        seen.push(isOpen(), store === (await openStore()));
        throw new Error('broken');
      },
      { data },
    );
    await expect(failing).rejects.toThrow('broken');
    expect([...seen, isOpen()]).toEqual([true, true, false]);
  });

  test('is not opened elsewhere when its setting is wrong', async () => {
    const opening = run({ DATABASE_URL: 'mysql://db' }, async ({ openStore }) => openStore());
    await expect(opening).rejects.toMatchObject({ key: 'config.invalid' });
  });
});

test('being ended from outside has the exit status it came with', () => {
  expect(new Ended(130).exitCode).toBe(130);
});
