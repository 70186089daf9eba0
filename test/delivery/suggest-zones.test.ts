import { expect, it } from 'vitest';
import { suggestZones } from '../../src/delivery/suggest-zones.ts';

const context = { timeZone: 'America/New_York', language: 'en' } as const;

it('offers the reader’s own time zone first, and then those that are named', async () => {
  expect(await suggestZones('  ', context)).toEqual([
    { value: 'America/New_York', label: 'America/New York' },
  ]);
  const found = await suggestZones('berlin', context);
  expect(found).toContainEqual({ value: 'Europe/Berlin', label: 'Europe/Berlin' });
  expect(await suggestZones('atlantis', context)).toEqual([]);
});
