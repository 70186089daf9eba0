// Uses commands at a steady pace, as readers on Discord do, against a stand-in: bench/discord.ts DATA QUESTIONS.json
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { createDiscordAdapter } from '../src/adapters/discord/index.ts';
import { createHouse } from '../src/app.ts';
import { readSettings } from '../src/config.ts';
import { createLog } from '../src/log.ts';
import { openStore } from '../src/stores/index.ts';
import { createTranslations } from '../src/translations.ts';
import { createDiscordStandIn } from '../test/adapters/discord/stand-in/index.ts';
import { residentMegabytes, say, spread } from './figures.ts';
import type { BenchQuestion } from './generate.ts';

const [directory = '', file = ''] = process.argv.slice(2);
const questions: readonly BenchQuestion[] = JSON.parse(readFileSync(file, 'utf8'));
const commands = 1000;
const completions = 400;
const perSecond = 20;

const log = createLog({ level: 'error' });
const { config } = readSettings({ TIME_ZONE: 'UTC' });
const translations = createTranslations({ timeZone: 'UTC' });
const store = await openStore({ directory }, log);
const now = () => new Date();
const house = await createHouse({ config, store, translations, log, now });
const discord = await createDiscordStandIn();
const adapter = createDiscordAdapter({
  settings: {
    token: discord.token,
    applicationId: discord.applicationId,
    guildId: undefined,
    apiUrl: discord.api,
    publicKey: undefined,
    shards: undefined,
    crosspost: false,
  },
  kept: store.keyValue('discord'),
  translations,
  now,
  log,
});
const guild = discord.guild({ name: 'Bench' });
const user = discord.user({ name: 'Reader' });
guild.join(user);
const reader = user.in(guild.channel({ name: 'bench' }));
await adapter.start(house.listings, house.desk);
await discord.until(() => (discord.gateway.connected() > 0 ? true : undefined));
await discord.until(() => (discord.commands().length > 0 ? true : undefined));

/** Does something so many times, `perSecond`, whether or not what was begun before has ended. */
async function pace(times: number, work: (index: number) => Promise<void>): Promise<void> {
  const underWay: Promise<void>[] = [];
  const started = performance.now();
  for (let index = 0; index < times; index += 1) {
    underWay.push(work(index));
    await wait(Math.max(0, started + ((index + 1) * 1000) / perSecond - performance.now()));
  }
  await Promise.all(underWay);
}

const question = (index: number) => questions[index % questions.length]?.text ?? '';
const deferred: number[] = [];
const answered: number[] = [];
await pace(20, async (index) => void (await reader.command('ask', { question: question(index) }).reply()));
await pace(commands, async (index) => {
  const started = performance.now();
  const call = reader.command('ask', { question: question(index) });
  await call.acknowledged();
  deferred.push(performance.now() - started);
  await call.reply();
  answered.push(performance.now() - started);
});
const suggested: number[] = [];
await pace(completions, async (index) => {
  const started = performance.now();
  await reader.complete('story', 'story', question(index).split(' ').slice(0, 2).join(' ')).choices();
  suggested.push(performance.now() - started);
});
say('Discord, first response', { commands, per_second: perSecond, ...spread(deferred) });
say('Discord, answer', { commands, per_second: perSecond, ...spread(answered) });
say('Discord, suggestions', { completions, per_second: perSecond, ...spread(suggested) });
say('Discord', { violations: discord.violations.length, resident_mb: residentMegabytes() });
await adapter.stop();
await discord.close();
await store.close();
