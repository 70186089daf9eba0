import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { parse } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listVerbs } from '../src/cli/help.ts';
import { readSettings, settings } from '../src/config.ts';

const root = new URL('../', import.meta.url);
const read = (name: string) =>
  existsSync(new URL(name, root)) ? readFileSync(new URL(name, root), 'utf8') : '';
const example = read('.env.example');
const readme = read('README.md');
const variables = Object.values(settings).map(({ variable }) => variable);
const commands = readdirSync(new URL('commands/', root)).map((file) => parse(file).name);

describe('.env.example', () => {
  test.each(variables)('explains %s in a comment above it', (variable) => {
    expect(example).toMatch(
      new RegExp(`^# [A-Z].+\\n# ?${variable}=|^# [A-Z].+\\n# .+\\n# ?${variable}=`, 'm'),
    );
  });

  test('holds no setting that Kiosk doesn’t know', () => {
    const named = [...example.matchAll(/^# ?([A-Z_]+)=/gm)].map(([, variable]) => variable);
    expect(named.toSorted()).toEqual(variables.toSorted());
  });

  test('shows what is so without it', () => {
    const shown = [...example.matchAll(/^# ?([A-Z_]+)=(.*)$/gm)].map(([, variable, value]) => [
      variable,
      value,
    ]);
    const { config, problems } = readSettings(Object.fromEntries(shown));
    expect(problems).toEqual([]);
    expect(config).toEqual(readSettings({}).config);
  });
});

/** Names that the README doesn't hold the way they should stand in it. */
function missing(names: readonly string[], write: (name: string) => string): readonly string[] {
  return names.map(write).filter((written) => !readme.includes(written));
}

describe('README.md', () => {
  test('names every setting', () => {
    expect(
      missing(variables, (variable) => `\`${variable}\``),
      'settings README.md lacks',
    ).toEqual([]);
  });

  test('names every command', () => {
    expect(
      missing(commands, (command) => `\`/${command}`),
      'commands README.md lacks',
    ).toEqual([]);
  });

  test('names every verb', () => {
    const named = new Set([...readme.matchAll(/`(?:kiosk )?([a-z]+)(?: [^`]*)?`/g)].map(([, verb]) => verb));
    const lacking = listVerbs().filter((verb) => !named.has(verb));
    expect(lacking, 'verbs README.md lacks').toEqual([]);
  });
});

test('there are settings, commands and verbs to document', () => {
  expect(Math.min(variables.length, commands.length, listVerbs().length)).toBeGreaterThan(0);
});
