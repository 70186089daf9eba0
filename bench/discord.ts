// Uses commands at a steady pace, as readers on Discord do, against a stand-in: bench/discord.ts DATA QUESTIONS.json
import { createDiscordAdapter } from '../src/adapters/discord/index.ts';
import { createDiscordStandIn } from '../test/adapters/discord/stand-in/index.ts';
import { residentMegabytes, say, spread } from './figures.ts';
import { createStopwatch, openBenchHouse, pace, perSecond } from './house.ts';

const commands = 1000;
const completions = 400;

const { listings, desk, store, parts, question } = await openBenchHouse();
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
  ...parts,
});
const guild = discord.guild({ name: 'Bench' });
const user = discord.user({ name: 'Reader' });
guild.join(user);
const reader = user.in(guild.channel({ name: 'bench' }));
await adapter.start(listings, desk);
await discord.until(() => (discord.gateway.connected() > 0 ? true : undefined));
await discord.until(() => (discord.commands().length > 0 ? true : undefined));

const { follow, acknowledged, answered } = createStopwatch();
const ask = (index: number) => reader.command('ask', { question: question(index) });
await pace(20, async (index) => void (await ask(index).reply()));
await pace(commands, (index) => follow(() => ask(index)));
const suggested: number[] = [];
await pace(completions, async (index) => {
  const started = performance.now();
  await reader.complete('story', 'story', question(index).split(' ').slice(0, 2).join(' ')).choices();
  suggested.push(performance.now() - started);
});
say('Discord, first response', { commands, per_second: perSecond, ...spread(acknowledged) });
say('Discord, answer', { commands, per_second: perSecond, ...spread(answered) });
say('Discord, suggestions', { completions, per_second: perSecond, ...spread(suggested) });
say('Discord', { violations: discord.violations.length, resident_mb: residentMegabytes() });
await adapter.stop();
await discord.close();
await store.close();
