import { expect, test } from 'vitest';
import { createConversation } from '../../src/chat/conversation.ts';
import { createSettings } from '../../src/chat/settings.ts';
import { createFakeKeyValue } from '../fakes/key-value.ts';

test('a reader’s choice of language is kept until it is taken back, and is theirs alone', async () => {
  const settings = createSettings(createFakeKeyValue());
  await settings.chooseLanguage('web:ada', 'fr');
  expect(await settings.language('web:ada')).toBe('fr');
  expect(await settings.language('web:bob')).toBeUndefined();
  await settings.chooseLanguage('web:ada', undefined);
  expect(await settings.language('web:ada')).toBeUndefined();
});

test('the languages a reader reads are all until they choose some, and again when they take that back', async () => {
  const kept = createFakeKeyValue();
  const settings = createSettings(kept);
  expect(await settings.reading('web:ada')).toEqual(['en', 'fr', 'de']);
  await settings.chooseReading('web:ada', ['de', 'en']);
  expect(await settings.reading('web:ada')).toEqual(['en', 'de']);
  expect(await settings.reading('web:bob')).toEqual(['en', 'fr', 'de']);
  await settings.chooseReading('web:ada', []);
  expect(await settings.reading('web:ada')).toEqual(['en', 'fr', 'de']);
  for (const broken of ['en', ['tlh'], 7]) {
    await kept.set('reading:web:ada', broken);
    expect(await settings.reading('web:ada')).toEqual(['en', 'fr', 'de']);
  }
});

test('a language that Kiosk no longer speaks counts as no choice', async () => {
  const kept = createFakeKeyValue();
  await kept.set('language:web:ada', 'tlh');
  expect(await createSettings(kept).language('web:ada')).toBeUndefined();
});

test('what was talked about is remembered for that reader in that channel, and forgotten after a quarter of an hour', async () => {
  let time = 0;
  const conversation = createConversation(createFakeKeyValue(() => new Date(time)));
  const place = { caller: 'discord:1', channel: 'discord:2:3' };
  const context = { question: 'Who posted the data?', stories: ['leak'] };
  await conversation.remember(place, context);
  expect(await conversation.recall(place)).toEqual(context);
  expect(await conversation.recall({ ...place, channel: 'discord:2:4' })).toBeUndefined();
  expect(await conversation.recall({ ...place, caller: 'discord:9' })).toBeUndefined();
  time = 15 * 60 * 1000;
  expect(await conversation.recall(place)).toBeUndefined();
});

test('a memory in an unknown shape is no memory', async () => {
  const kept = createFakeKeyValue();
  const place = { caller: 'a', channel: 'b' };
  await kept.set(JSON.stringify(['b', 'a']), { question: 7 });
  expect(await createConversation(kept).recall(place)).toBeUndefined();
});
