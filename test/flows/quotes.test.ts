import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHouse } from '../../src/app.ts';
import type { House } from '../../src/app.ts';
import type { Action, Message } from '../../src/chat/message.ts';
import { plain } from '../../src/chat/plain.ts';
import { readSettings } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/stores/index.ts';
import type { Store } from '../../src/stores/index.ts';
import { createTranslations } from '../../src/translations.ts';
import { quotedLibrary } from '../commands/quoted-library.ts';

const directory = mkdtempSync(join(tmpdir(), 'kiosk-quotes-'));
const logged: string[] = [];
const reader = { caller: { id: 'web:ada', manager: false }, channel: 'web:ada', locale: 'de' };
let store: Store;
let house: House;

beforeAll(async () => {
  store = await openStore({ directory });
  house = await createHouse({
    config: readSettings({ TIME_ZONE: 'UTC' }).config,
    store,
    translations: createTranslations({ timeZone: 'UTC' }),
    log: createLog({ level: 'info', destination: { write: (line) => void logged.push(line) } }),
    now: () => new Date('2026-05-06T08:00:00Z'),
  });
  await house.ingest(quotedLibrary);
  await house.grouping.settle();
});
afterAll(async () => {
  await store.close();
  rmSync(directory, { recursive: true });
});

const type = (text: string) => house.desk.answerText({ ...reader, text });
const read = (message: Message) => plain(message, { formatDate: (date) => date.toISOString() });

/** Presses a button of a message. */
async function press({ blocks }: Message, command: string): Promise<Message> {
  const actions = blocks.flatMap((block): readonly Action[] =>
    block.kind === 'actions' ? block.actions : [],
  );
  const action = actions.find((each) => each.command === command);
  if (action === undefined) throw new Error(`there is no button for ${command}`);
  return house.desk.answer({ ...reader, command, options: action.options });
}

test('a reader looks for what somebody said, for the story around it, and at the papers side by side', async () => {
  const quotes = read(await type('/zitate Elin Tarrow'));
  expect(quotes).toContain(
    'Feuerwehrchefin Elin Tarrow\n„So ein Feuer haben wir in Kelso noch nie gesehen“\nDie Mole',
  );
  expect(quotes).toContain('“The tannery had been warned twice,”');
  const story = await type('/thema Feuer Gerberei Kelso');
  expect(read(story)).toContain('Im Wortlaut\n\n• Feuerwehrchefin Elin Tarrow — „So ein Feuer');
  const sides = read(await press(story, 'compare'));
  expect(sides).toContain('4 Zeitungen berichten darüber.');
  expect(sides).toMatch(/Quellen .*12 Arbeiter.* · 15 workers \(Strait Wire\)/);
  const summary = await press(story, 'summary');
  expect(read(summary)).toContain(
    '„Bei einem Feuer in der Gerberei von Kelso wurden am Montag 12 Arbeiter verletzt.“',
  );
  expect(logged).toEqual([]);
});
