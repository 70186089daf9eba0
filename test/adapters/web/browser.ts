import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Opening } from '../../../src/adapters/opening.ts';
import { openPage } from './open.ts';
import type { OpenPage } from './open.ts';

const wellKnown = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const executablePath = [process.env['CHROMIUM_PATH'] ?? '', ...wellKnown].find(existsSync);

/** False where this machine has no browser to test with; says so, since tests are skipped then. */
export const hasBrowser = executablePath !== undefined;

if (!hasBrowser) {
  process.stderr.write(
    'No Chromium found (CHROMIUM_PATH names one): the tests of the page in a browser are skipped.\n',
  );
}

/** Starts the browser. */
export async function launch(): Promise<Browser> {
  return chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Kiosk's page in a browser of its own. */
export interface Visit extends OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What must never happen: errors, violations of the policy, requests to other servers. */
  readonly complaints: readonly string[];
}

/** Starts Kiosk's page and opens it. */
export async function visit(
  browser: Browser,
  parts: { path?: string; password?: string; openings?: readonly Opening[] } & BrowserContextOptions = {},
): Promise<Visit> {
  const { path = '/', password, openings = [], ...options } = parts;
  const open = await openPage(password === undefined ? { openings } : { openings, password });
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  context.on('request', (request) => {
    if (new URL(request.url()).host !== `127.0.0.1:${open.port}`) complaints.push(`asked ${request.url()}`);
  });
  await page.goto(`${open.adapter.address()}${path}`, { waitUntil: 'load' });
  return {
    ...open,
    page,
    context,
    complaints,
    async [Symbol.asyncDispose]() {
      await context.close();
      await open[Symbol.asyncDispose]();
    },
  };
}
