import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { createNotices } from '../../../src/adapters/web/index.ts';
import { translations } from './open.ts';
import { everyone } from '../../../src/adapters/web/channels.ts';
import type { Message } from '../../../src/chat/message.ts';
import { hasBrowser, launch, visit } from './browser.ts';

function says(text: string): Message {
  return { language: 'en', blocks: [{ kind: 'text', text }] };
}

/** Rules of accessibility that the page breaks, and where. */
const violations = (page: Page) =>
  page.evaluate<readonly string[]>(
    "axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' ' + target)))",
  );

/** What has the focus, by its role or tag and its id. */
const focused = (page: Page) => page.evaluate('document.activeElement.id');

describe.skipIf(!hasBrowser)('the page in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
  });

  test('answers a question with the keyboard alone, and keeps the focus where one types', async () => {
    await using shown = await visit(browser);
    const { page } = shown;
    await expect.poll(() => focused(page)).toBe('question');
    await page.keyboard.type('Is there light?');
    await page.keyboard.press('Enter');
    const card = page.getByRole('log').locator('.card');
    await card.waitFor();
    expect(await focused(page)).toBe('question');
    expect(await page.getByRole('textbox').inputValue()).toBe('');
    expect(await card.locator('.body').innerText()).toBe('„Nach hundert Jahren brennt das Licht wieder.“');
    expect(await card.locator('q').getAttribute('lang')).toBe('de');
    expect(await card.locator('h3').getAttribute('lang')).toBe('de');
    expect(await card.locator('.badge').innerText()).toMatch(/^DE\s*German$/);
    expect(await card.locator('time').getAttribute('datetime')).toBe('2026-03-04T10:00:00.000Z');
    const link = card.getByRole('link', { name: 'Der Leuchtturm leuchtet wieder' });
    expect(await link.getAttribute('href')).toBe('https://zeitung.example/leuchtturm');
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer nofollow');
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(shown.desk.asked).toMatchObject([{ text: 'Is there light?', locale: 'en' }]);
    expect(shown.complaints).toEqual([]);
  });

  test('names every control, and its landmarks', async () => {
    await using shown = await visit(browser);
    const { page } = shown;
    await expect.poll(() => focused(page)).toBe('question');
    const tree = await page.locator('body').ariaSnapshot();
    for (const part of [
      '- link "Skip to the question"',
      '- banner:',
      '- heading "Kiosk The newsstand you can talk to" [level=1]',
      '- button "Dark appearance"',
      '- combobox "Language"',
      '- main:',
      '- heading "What would you like to know?" [level=2]',
      '- log "Conversation"',
      '- button "Commands"',
      '- textbox "Your question"',
      '- button "Send"',
    ]) {
      expect(tree).toContain(part);
    }
    await page.getByRole('link', { name: 'Skip to the question' }).focus();
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('question');
    expect(shown.complaints).toEqual([]);
  });

  test.each(['light', 'dark'] as const)(
    'has nothing to object to for axe when it is %s',
    async (colorScheme) => {
      // Motion would have colours measured halfway.
      await using shown = await visit(browser, { colorScheme, reducedMotion: 'reduce' });
      const { page } = shown;
      await expect.poll(() => focused(page)).toBe('question');
      await page.evaluate(axe.source);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.type('Is there light?');
      await page.keyboard.press('Enter');
      await page.locator('.replied').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.type('/');
      await page.locator('#suggestions [role=option]').first().waitFor();
      // A field of several lines becomes a combobox while there is a list, which HTML's table of roles doesn't foresee.
      expect(await violations(page)).toEqual(['aria-allowed-role #question']);
      expect(shown.complaints).toEqual([]);
    },
  );

  test.each(['light', 'dark'] as const)(
    'shows notices that are open to all when it is %s',
    async (colorScheme) => {
      const show = createNotices(translations);
      const next = { label: 'web.back', to: '/' } as const;
      const notice = { status: 200, title: 'web.title', text: 'web.errors.notFound', next } as const;
      const openings = [{ path: '/open', mostBytes: 1, answer: (request: Request) => show(request, notice) }];
      const parts = { path: '/open', password: 'a password', openings, locale: 'de-AT', colorScheme };
      await using shown = await visit(browser, parts);
      const { page } = shown;
      const heading = page.getByRole('heading', { name: 'Kiosk' });
      expect(await heading.evaluate((element) => getComputedStyle(element).fontWeight)).toBe('700');
      expect(await page.locator('main').evaluate((element) => getComputedStyle(element).maxWidth)).toBe(
        '576px',
      );
      expect(await page.locator('html').getAttribute('lang')).toBe('de');
      await page.evaluate(axe.source);
      expect(await violations(page)).toEqual([]);
      expect(shown.complaints).toEqual([]);
      await page.getByRole('link').click();
      await expect.poll(() => page.url()).toContain('/sign-in');
    },
  );

  test('asks an example', async () => {
    await using shown = await visit(browser);
    const { page } = shown;
    await expect.poll(() => focused(page)).toBe('question');
    await page
      .getByRole('button', { name: 'How many ships were waiting when the Suez Canal reopened?' })
      .press('Enter');
    await page.locator('.replied').waitFor();
    expect(await focused(page)).toBe('question');
    expect(await page.locator('.asked').innerText()).toContain('How many ships were waiting');
    expect(await page.locator('#welcome').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'New conversation' }).press('Enter');
    expect(await page.locator('#welcome').isVisible()).toBe(true);
    expect(await page.locator('.turn').count()).toBe(0);
    expect(shown.complaints).toEqual([]);
  });

  test('speaks another language at once, and replies follow, also after loading it again', async () => {
    await using shown = await visit(browser);
    const { page } = shown;
    await expect.poll(() => focused(page)).toBe('question');
    await page.getByRole('combobox', { name: 'Language' }).selectOption('fr');
    await page.getByRole('heading', { name: 'Que voulez-vous savoir' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    expect(await page.getByRole('textbox', { name: 'Votre question' }).count()).toBe(1);
    await expect
      .poll(() => shown.desk.asked)
      .toMatchObject([{ command: 'language', options: { language: 'fr' } }]);
    await page.getByRole('textbox').fill('/');
    await page.getByRole('option', { name: '/demander' }).waitFor();
    await page
      .getByRole('textbox')
      .or(page.getByRole('combobox', { name: 'Votre question' }))
      .fill('Bonjour');
    await page.keyboard.press('Enter');
    await page.getByText('Vous avez demandé : Bonjour').waitFor();
    await page.reload();
    await page.getByText('Vous avez demandé : Bonjour').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    expect(shown.complaints).toEqual([]);
  });

  test('follows a language that was chosen by typing', async () => {
    await using shown = await visit(browser);
    const { page } = shown;
    shown.desk.reply(() => ({ ...says('Gern.'), language: 'de' }));
    await expect.poll(() => focused(page)).toBe('question');
    await page.keyboard.type('/language DE');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Ihre Frage' }).waitFor();
    expect(await page.locator('#language').inputValue()).toBe('de');
    expect(shown.complaints).toEqual([]);
  });

  test('completes commands, option names, choices and values', async () => {
    await using shown = await visit(browser);
    const { page } = shown;
    await expect.poll(() => focused(page)).toBe('question');
    const field = page.locator('#question');
    const options = page.locator('#suggestions [role=option]');
    const active = async () => {
      const id = await field.getAttribute('aria-activedescendant');
      return id === null ? undefined : (await page.locator(`#${id}`).innerText()).trim();
    };
    await page.keyboard.type('/');
    await page.getByRole('listbox', { name: 'Suggestions' }).waitFor();
    expect(await field.getAttribute('role')).toBe('combobox');
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    expect(await options.allInnerTexts()).toHaveLength(3);
    expect(await active()).toContain('/ask');
    await page.keyboard.press('ArrowDown');
    expect(await active()).toContain('/story');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await active()).toContain('/language');
    await page.keyboard.press('Tab');
    expect(await field.inputValue()).toBe('/language ');
    expect(await options.allInnerTexts()).toMatchObject(
      [/EN/, /FR/, /DE/].map((name) => expect.stringMatching(name)),
    );
    await page.keyboard.type('d');
    await expect.poll(active).toBe('DE');
    await page.keyboard.press('Enter');
    expect(await field.inputValue()).toBe('/language DE');
    await field.fill('/ask Where co');
    await options.filter({ hasText: 'count:' }).click();
    expect(await field.inputValue()).toBe('/ask Where count:');
    expect(await focused(page)).toBe('question');
    await field.fill('/story ferry');
    await options.filter({ hasText: 'Ferry strike ends' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await field.inputValue()).toBe('/story Ferry strike ends');
    await field.fill('/st');
    await options.waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('listbox').count()).toBe(0);
    expect(await field.getAttribute('role')).toBeNull();
    expect(shown.desk.asked).toEqual([]);
    expect(shown.complaints).toEqual([]);
  });

  test('runs a button’s command and shows what it types', async () => {
    await using shown = await visit(browser);
    const { page } = shown;
    await expect.poll(() => focused(page)).toBe('question');
    await page.keyboard.type('Is there light?');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Story' }).press('Enter');
    await expect.poll(() => page.locator('.replied').count()).toBe(2);
    expect(await page.locator('.bubble').allInnerTexts()).toEqual([
      'Is there light?',
      'Story\n/story Ferry strike ends',
    ]);
    expect(shown.desk.asked.at(-1)).toMatchObject({
      command: 'story',
      options: { story: 'Ferry strike ends' },
    });
    expect(shown.complaints).toEqual([]);
  });

  test('copies a quote with its title and address', async () => {
    await using shown = await visit(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
    const { page } = shown;
    await expect.poll(() => focused(page)).toBe('question');
    await page.keyboard.type('Is there light?');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Copy' }).press('Enter');
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      '„Nach hundert Jahren brennt das Licht wieder.“\nDer Leuchtturm leuchtet wieder – https://zeitung.example/leuchtturm',
    );
    expect(shown.complaints).toEqual([]);
  });

  test('takes several lines, recalls what was typed, and sends nothing that is empty', async () => {
    await using shown = await visit(browser);
    const { page } = shown;
    await expect.poll(() => focused(page)).toBe('question');
    const field = page.getByRole('textbox');
    await page.keyboard.press('Enter');
    await page.keyboard.type('  ');
    await page.keyboard.press('Enter');
    await field.fill('one');
    const before = await field.evaluate((element) => element.clientHeight);
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('two');
    expect(await field.evaluate((element) => element.clientHeight)).toBeGreaterThan(before);
    await page.keyboard.press('Enter');
    await page.locator('.replied').waitFor();
    await page.keyboard.press('ArrowUp');
    expect(await field.inputValue()).toBe('one\ntwo');
    await page.keyboard.press('ArrowDown');
    expect(await field.inputValue()).toBe('');
    expect(shown.desk.asked.map((asked) => 'text' in asked && asked.text)).toEqual(['one\ntwo']);
    expect(shown.complaints).toEqual([]);
  });

  test('shows that it reads, and stops when Escape is pressed', async () => {
    await using shown = await visit(browser);
    const { page } = shown;
    const never = Promise.withResolvers<Message>();
    shown.desk.reply(() => never.promise);
    await expect.poll(() => focused(page)).toBe('question');
    await page.keyboard.type('slow');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Reading…').waitFor({ state: 'attached' });
    expect(await page.getByRole('log').getAttribute('aria-busy')).toBe('true');
    expect(await page.getByRole('button', { name: 'Stop' }).isVisible()).toBe(true);
    await expect.poll(() => shown.desk.asked.length).toBe(1);
    await page.keyboard.press('Escape');
    await page.getByText('Stopped. Nothing was answered.').waitFor();
    await expect.poll(() => shown.desk.asked[0]?.signal?.aborted).toBe(true);
    expect(await page.getByRole('log').getAttribute('aria-busy')).toBeNull();
    expect(await page.getByRole('button', { name: 'Send' }).isVisible()).toBe(true);
    expect(shown.complaints).toEqual([]);
  });

  test('no longer waits for a question once another is asked', async () => {
    await using shown = await visit(browser);
    const { page } = shown;
    const never = Promise.withResolvers<Message>();
    shown.desk.reply((asked) => ('text' in asked && asked.text === 'slow' ? never.promise : says('Quick.')));
    await expect.poll(() => focused(page)).toBe('question');
    for (const text of ['slow', 'quick']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      await expect.poll(() => shown.desk.asked.at(-1)).toMatchObject({ text });
    }
    await page.getByText('Quick.').waitFor();
    const told = await page.locator('.turn').allInnerTexts();
    expect(told.map((turn) => turn.split('\n').at(-1))).toEqual([
      'slow',
      'Stopped. Nothing was answered.',
      'quick',
      'Quick.',
    ]);
    expect(shown.complaints).toEqual([]);
  });

  test('keeps a question through an outage and asks it again', async () => {
    await using shown = await visit(browser);
    const { page, context } = shown;
    await expect.poll(() => focused(page)).toBe('question');
    await context.setOffline(true);
    await page.keyboard.type('Is there light?');
    await page.keyboard.press('Enter');
    const retry = page.getByRole('button', { name: 'Try again' });
    await retry.waitFor();
    expect(await page.locator('.bubble').innerText()).toBe('Is there light?');
    await context.setOffline(false);
    await retry.press('Enter');
    await page.locator('.replied').waitFor();
    expect(await retry.count()).toBe(0);
    expect(await page.locator('.bubble').count()).toBe(1);
    expect(await focused(page)).toBe('question');
  });

  test('keeps the conversation and what is half typed when it is loaded again', async () => {
    await using shown = await visit(browser);
    const { page } = shown;
    await expect.poll(() => focused(page)).toBe('question');
    await page.keyboard.type('Is there light?');
    await page.keyboard.press('Enter');
    await page.locator('.card').waitFor();
    await page.keyboard.type('And wh');
    await page.reload();
    await page.locator('.card').waitFor();
    expect(await page.locator('.bubble').innerText()).toBe('Is there light?');
    expect(await page.getByRole('textbox').inputValue()).toBe('And wh');
    expect(shown.desk.asked).toHaveLength(1);
    expect(shown.complaints).toEqual([]);
  });

  test('shows what is posted, and its corrections in its place', async () => {
    await using shown = await visit(browser);
    const { page, adapter } = shown;
    const posted = await adapter.post({ key: 'a', channel: everyone, message: says('first') });
    await adapter.post({ key: 'b', channel: everyone, message: says('second') });
    await expect.poll(() => page.locator('.posted .message').allInnerTexts()).toEqual(['first', 'second']);
    await adapter.edit(posted, says('corrected'));
    await expect
      .poll(() => page.locator('.posted .message').allInnerTexts())
      .toEqual(['corrected', 'second']);
    await page.reload();
    await expect
      .poll(() => page.locator('.posted .message').allInnerTexts())
      .toEqual(['corrected', 'second']);
    expect(shown.complaints).toEqual([]);
  });

  test('is dark or light as the system is, until the reader chooses', async () => {
    await using shown = await visit(browser, { colorScheme: 'dark' });
    const { page } = shown;
    const paper = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const toggle = page.getByRole('button', { name: 'Dark appearance' });
    await expect.poll(() => toggle.getAttribute('aria-pressed')).toBe('true');
    const dark = await paper();
    await toggle.press('Enter');
    expect(await toggle.getAttribute('aria-pressed')).toBe('false');
    const light = await paper();
    expect(light).not.toBe(dark);
    await page.reload();
    expect(await paper()).toBe(light);
    expect(shown.complaints).toEqual([]);
  });

  test('fits a narrow screen', async () => {
    await using shown = await visit(browser, { viewport: { width: 320, height: 640 } });
    const { page } = shown;
    shown.desk.reply(() => says(`long${'est'.repeat(200)}`));
    await expect.poll(() => focused(page)).toBe('question');
    for (const language of ['en', 'fr', 'de']) {
      await page.locator('#language').selectOption(language);
      await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(language);
      await page.locator('#question').fill('?'.repeat(100));
      await page.keyboard.press('Enter');
      await page.locator('.replied').last().waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    }
    expect(shown.complaints).toEqual([]);
  });

  test('lets a reader in by the keyboard', async () => {
    await using shown = await visit(browser, { password: 'three dry umbrellas' });
    const { page } = shown;
    await page.keyboard.type('two wet umbrellas');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Password').fill('three dry umbrellas');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('question');
    await page.getByRole('button', { name: 'Sign out' }).press('Enter');
    await page.getByLabel('Password').waitFor();
    expect(shown.complaints.filter((complaint) => !complaint.includes('401'))).toEqual([]);
  });
});
