import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createUserAgent } from '../src/user-agent.ts';

const manifest: { readonly version: string } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
);

test('Kiosk tells servers its name and its version', () => {
  expect(createUserAgent()).toBe(`Kiosk/${manifest.version} (self-hosted news reader)`);
});

test('Kiosk tells servers where whoever runs it can be reached', () => {
  expect(createUserAgent('https://paper.example/kiosk')).toBe(
    `Kiosk/${manifest.version} (+https://paper.example/kiosk)`,
  );
});
