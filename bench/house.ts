import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { createHouse } from '../src/app.ts';
import { readSettings } from '../src/config.ts';
import { createLog } from '../src/log.ts';
import { openStore } from '../src/stores/index.ts';
import { createTranslations } from '../src/translations.ts';
import type { BenchQuestion } from './generate.ts';

/** How often readers do something, whatever they do. */
export const perSecond = 20;

const now = () => new Date();

/** Kiosk with a store that is there, and questions to ask it: of the script's arguments, DATA and QUESTIONS.json. */
export async function openBenchHouse() {
  const [directory = '', file = ''] = process.argv.slice(2);
  const questions: readonly BenchQuestion[] = JSON.parse(readFileSync(file, 'utf8'));
  const log = createLog({ level: 'error' });
  const { config } = readSettings({ TIME_ZONE: 'UTC' });
  const translations = createTranslations({ timeZone: 'UTC' });
  const store = await openStore({ directory }, log);
  const { listings, desk } = await createHouse({ config, store, translations, log, now });
  return {
    listings,
    desk,
    store,
    /** What every adapter is made of. */
    parts: { translations, now, log },
    question: (index: number) => questions[index % questions.length]?.text ?? '',
  };
}

/** Does something so many times, `perSecond`, whether or not what was begun before has ended. */
export async function pace(times: number, work: (index: number) => Promise<void>): Promise<void> {
  const underWay: Promise<void>[] = [];
  const started = performance.now();
  for (let index = 0; index < times; index += 1) {
    underWay.push(work(index));
    await wait(Math.max(0, started + ((index + 1) * 1000) / perSecond - performance.now()));
  }
  await Promise.all(underWay);
}

/** Follows calls from when a reader makes them: milliseconds to the first sign of the platform's, and to the answer. */
export function createStopwatch() {
  const acknowledged: number[] = [];
  const answered: number[] = [];
  return {
    acknowledged,
    answered,
    async follow(
      begin: () => {
        acknowledged(): Promise<unknown>;
        reply(): Promise<unknown>;
      },
    ): Promise<void> {
      const started = performance.now();
      const call = begin();
      await call.acknowledged();
      acknowledged.push(performance.now() - started);
      await call.reply();
      answered.push(performance.now() - started);
    },
  };
}
