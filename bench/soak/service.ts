import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import { createDiscordAdapter } from '../../src/adapters/discord/index.ts';
import { createSlackAdapter } from '../../src/adapters/slack/index.ts';
import { createHouse } from '../../src/app.ts';
import { discordSettings } from '../../src/cli/discord.ts';
import { slackSettings } from '../../src/cli/slack.ts';
import { readSettings } from '../../src/config.ts';
import { createGivenUp } from '../../src/delivery/given-up.ts';
import { createLog } from '../../src/log.ts';
import { createPosting } from '../../src/posting.ts';
import { openStore } from '../../src/stores/index.ts';
import { createTranslations } from '../../src/translations.ts';
import { createChance } from './chance.ts';
import { createDrivenClock } from './clock.ts';
import { orderSchema } from './protocol.ts';
import type { Order, Report } from './protocol.ts';
import type { Happening } from './world.ts';

type Opening = Extract<Order, { kind: 'open' }>;
type Step = Extract<Order, { kind: 'step' }>;

/** Real milliseconds in which most of what was begun ends. */
const awhile = 300;
const report = (said: Report) => void process.send?.(said);
/** Nobody takes Kiosk into a workspace here. */
const showNotice = async () => new Response();
const never = new AbortController().signal;
let step: ((order: Step) => Promise<Report>) | undefined;

process.on('message', (message) => {
  const order = v.parse(orderSchema, message);
  obey(order).catch((error: unknown) => {
    throw error;
  });
});
process.on('disconnect', () => process.exit());
report({ kind: 'ready' });

async function obey(order: Order): Promise<void> {
  if (order.kind === 'open') {
    step = await open(order);
    report({ kind: 'opened' });
  } else if (step !== undefined) report(await step(order));
}

async function open({
  directory,
  environment,
  at,
  seed,
}: Opening): Promise<(order: Step) => Promise<Report>> {
  const clock = createDrivenClock(at);
  const { now, timers } = clock;
  const log = createLog({
    level: 'error',
    destination: { write: (line) => report({ kind: 'logged', line }) },
  });
  const { config } = readSettings(environment);
  const translations = createTranslations({ timeZone: config.timeZone });
  const { translate } = translations;
  const store = await openStore({ directory }, log);
  const house = await createHouse({ config, store, translations, log, now });
  const [discord, slack] = [discordSettings(config), slackSettings(config)];
  const parts = { translations, now, log };
  const adapters = [
    ...(discord === undefined
      ? []
      : [createDiscordAdapter({ ...parts, settings: discord, kept: store.keyValue('discord') })]),
    ...(slack === undefined
      ? []
      : [createSlackAdapter({ ...parts, settings: slack, kept: store.keyValue('slack'), showNotice })]),
  ];
  for (const adapter of adapters) await adapter.start(house.listings, house.desk);
  const { settings } = house.kiosk;
  const posting = createPosting({
    newsroom: house.newsroom,
    outbox: store.outbox,
    plans: store.plans,
    adapters,
    now,
    random: createChance(seed, 'pauses').share,
    timers,
    givenUp: createGivenUp({ ...store, settings, translate, now }),
    fault: (error, delivery) => log.error({ error, ...delivery }, 'a delivery failed'),
  });

  async function take(news: readonly Happening[]): Promise<void> {
    for (const each of news) {
      if (each.kind === 'withdrawal') await store.archive.withdraw(each.id, now());
      else await house.ingest(each.items);
    }
    await house.grouping.settle();
  }

  return async ({ at, ticks, news, beside, waits }) => {
    clock.set(at);
    const taken = take(news);
    if (!beside) await taken;
    if (ticks) await posting.tick(never);
    await taken;
    await (waits ? posting.idle() : Promise.race([posting.idle(), wait(awhile)]));
    return { kind: 'done', wake: clock.next(), next: (await store.outbox.next())?.getTime() };
  };
}
