import { describe, expect, test } from 'vitest';
import { openTown } from './town.ts';

describe('nothing is exchanged for a state that', () => {
  test.each<[string, (state: string) => string]>([
    ['is not there', () => ''],
    ['is made up', () => `${Number.MAX_SAFE_INTEGER}.AAAAAAAAAAAAAAAAAAAAAA.${'A'.repeat(43)}`],
    ['lasts longer than it should', (state) => state.replace(/^\d+/, '9999999999999')],
    ['has another chance in it', (state) => state.replace(/\.[^.]{4}/, '.AAAA')],
    ['has another signature', (state) => `${state.slice(0, -4)}AAAA`],
    ['has something added', (state) => `${state}.A`],
  ])('%s', async (_, change) => {
    const { agree, browser, consent, exchanged } = await openTown();
    agree();
    const reading = browser();
    const returns = new URL(await consent(reading));
    const state = change(returns.searchParams.get('state') ?? '');
    returns.searchParams.set('state', state);
    // Even where somebody could set the cookie, the state has to be Kiosk's own.
    for (const cookie of [reading.cookies.get('kiosk_slack_install') ?? '', state]) {
      reading.cookies.set('kiosk_slack_install', cookie);
      expect((await reading.ask(returns.href)).status).toBe(400);
    }
    expect(exchanged()).toBe(0);
  });

  test('began in another browser', async () => {
    const { agree, browser, consent, exchanged } = await openTown();
    agree();
    const returns = await consent();
    expect((await browser().ask(returns)).status).toBe(400);
    const other = browser();
    await consent(other);
    expect((await other.ask(returns)).status).toBe(400);
    expect(exchanged()).toBe(0);
  });

  test('was used before', async () => {
    const { agree, browser, consent, exchanged } = await openTown();
    agree();
    const reading = browser();
    const returns = await consent(reading);
    const cookie = reading.cookies.get('kiosk_slack_install') ?? '';
    expect((await reading.ask(returns)).status).toBe(200);
    reading.cookies.set('kiosk_slack_install', cookie);
    expect((await reading.ask(returns)).status).toBe(400);
    expect(exchanged()).toBe(1);
  });
});
