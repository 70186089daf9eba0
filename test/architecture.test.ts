import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { checkFile, homes } from './architecture/rules.ts';

const root = new URL('../', import.meta.url);
const files = ['src', 'commands']
  .flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: root.pathname }))
  .sort();

test('every file knows only whom it may know', () => {
  const found = files.flatMap((file) => checkFile(file, readFileSync(new URL(file, root), 'utf8')));
  expect(found).toEqual([]);
});

test('there are files to check', () => {
  expect(files.length).toBeGreaterThan(20);
});

test('every dependency has one home', () => {
  const homeless = Object.keys(packageJson.dependencies).filter(
    (name) => name !== 'node' && !(name in homes),
  );
  expect(homeless).toEqual([]);
});

describe('the rule sees', () => {
  test.each([
    ['a folder to the right', 'src/language/x.ts', `import { a } from '../chat/message.ts';`],
    ['a type-only import', 'src/stories/x.ts', `import type { Answer } from '../answers/answer.ts';`],
    ['an inline type import', 'src/stories/x.ts', `import { type Answer } from '../answers/answer.ts';`],
    [
      'an import over several lines',
      'src/stories/x.ts',
      `import {\n  a,\n  b,\n} from\n  '../chat/message.ts';`,
    ],
    ['a re-export', 'src/sources/x.ts', `export * from '../stories/store.ts';`],
    ['a type re-export', 'src/sources/x.ts', `export type { Article } from '../stories/article.ts';`],
    ['a dynamic import', 'src/sources/x.ts', `const a = await import('../stories/store.ts');`],
    ['an import inside a type', 'src/sources/x.ts', `type A = import('../stories/article.ts').Article;`],
    ['an import for its effect', 'src/chat/x.ts', `import '../adapters/web/page.ts';`],
    ['a way round', 'src/answers/x.ts', `import { a } from '../../src/chat/desk.ts';`],
    [
      'an import a comment hides',
      'src/answers/x.ts',
      `import /* of */ { a } from /* the */ '../chat/desk.ts';`,
    ],
    ['a root file that is no port', 'src/stories/x.ts', `import { readConfig } from '../config.ts';`],
    ['a computed import', 'src/adapters/web/x.ts', `const a = await import(name);`],
    ['a template as a module’s name', 'src/adapters/web/x.ts', 'const a = await import(`../${name}.ts`);'],
    ['a package away from home', 'src/stories/x.ts', `import Keyv from 'keyv';`],
    [
      'a part of a package away from home',
      'src/chat/x.ts',
      `import { serve } from '@hono/node-server/serve-static';`,
    ],
    ['a package of the domain elsewhere', 'src/cli/x.ts', `import { parseHTML } from 'linkedom';`],
    ['a package without a home', 'src/app.ts', `import lodash from 'lodash';`],
    ['SQLite outside its store', 'src/stores/postgres/x.ts', `import { DatabaseSync } from 'node:sqlite';`],
    ['files in a domain folder', 'src/stories/x.ts', `import { readFile } from 'node:fs/promises';`],
    [
      'a command that looks behind the counter',
      'commands/x.ts',
      `import { a } from '../src/chat/command.ts';`,
    ],
    ['a command with a package', 'commands/x.ts', `import * as v from 'valibot';`],
    ['a command with a platform module', 'commands/x.ts', `import { readFileSync } from 'node:fs';`],
    ['one adapter in another', 'src/adapters/web/x.ts', `import { a } from '../terminal/terminal.ts';`],
    ['a store in an adapter', 'src/adapters/web/x.ts', `import { openStore } from '../../stores/index.ts';`],
    [
      'the command line in an adapter',
      'src/adapters/terminal/x.ts',
      `import { a } from '../../cli/output.ts';`,
    ],
    ['the app in a root file', 'src/kiosk.ts', `import { createApp } from './app.ts';`],
    ['a store in a root file', 'src/translations.ts', `import { openStore } from './stores/index.ts';`],
    ['#kiosk outside commands', 'src/chat/x.ts', `import { defineCommand } from '#kiosk';`],
    ['a way out of src', 'src/adapters/web/x.ts', `import x from '../../../locales/en.json';`],
    ['the clock in a domain folder', 'src/delivery/x.ts', `const now = new Date();`],
    ['the clock by its number', 'src/delivery/x.ts', `const now = Date.now();`],
    ['a timer in a domain folder', 'src/sources/x.ts', `setTimeout(() => {}, 5);`],
    ['the network in a domain folder', 'src/sources/x.ts', `const page = await fetch(url);`],
    ['chance in a domain folder', 'src/chat/x.ts', `const id = Math.random();`],
    ['a hidden reader of the environment', 'src/log.ts', `const level = process.env['LOG_LEVEL'];`],
    ['one more hidden reader of it', 'src/cli/x.ts', `const { env } = process;`],
  ])('%s', (_, file, code) => {
    expect(checkFile(file, code)).toHaveLength(1);
  });

  test.each([
    ['a folder to the left', 'src/answers/x.ts', `import { a } from '../stories/store.ts';`],
    ['its own folder', 'src/answers/x.ts', `import { a } from './rank.ts';`],
    ['a port', 'src/language/x.ts', `import { UserError } from '../errors.ts';`],
    ['a given date', 'src/stories/x.ts', `const at = new Date(article.publishedAt);`],
    ['a command and its counter', 'commands/x.ts', `import { defineCommand } from '#kiosk';`],
    [
      'an adapter and its port',
      'src/adapters/web/x.ts',
      `import type { ChatAdapter } from '../../chat/adapter.ts';`,
    ],
    ['a store and the log', 'src/stores/sqlite/x.ts', `import type { Log } from '../../log.ts';`],
    [
      'a store and what all stores share',
      'src/stores/sqlite/x.ts',
      `import type { Store } from '../store.ts';`,
    ],
    ['the list of adapters', 'src/adapters/index.ts', `export { web } from './web/index.ts';`],
    ['a verb and everybody', 'src/cli/x.ts', `const { createApp } = await import('../app.ts');`],
    [
      'what only looks like an import',
      'src/stories/x.ts',
      `const text = "import x from '../chat/desk.ts'"; // import('../chat/desk.ts')`,
    ],
  ])('nothing wrong in %s', (_, file, code) => {
    expect(checkFile(file, code)).toEqual([]);
  });
});
