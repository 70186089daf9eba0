import { randomUUID } from 'node:crypto';
import { createHouse } from '../app.ts';
import type { House } from '../app.ts';
import type { ChatAdapter } from '../chat/adapter.ts';
import { createDateFormat } from '../chat/dates.ts';
import { plain } from '../chat/plain.ts';
import type { Subscription } from '../chat/plan.ts';
import { createDeliverer } from '../delivery/deliver.ts';
import { plainSubscription } from '../delivery/draft.ts';
import { createGivenUp } from '../delivery/given-up.ts';
import { createChannelLanguages } from '../delivery/languages.ts';
import type { Entry } from '../delivery/ledger.ts';
import { UserError } from '../errors.ts';
import type { Store } from '../stores/index.ts';
import { processTimers } from '../timers.ts';
import { placeOf, platformOf } from './plan-file/place.ts';
import { createDiscord, createSlack } from './platforms.ts';
import { defineVerb, exitCodes } from './verb.ts';
import type { ExitCode, VerbContext } from './verb.ts';

/** The digests of a channel. */
interface Wanted {
  readonly subscriptions: readonly Subscription[];
  /** False where the channel has none of its own. */
  readonly isOwn: boolean;
}

/** Posts a channel's digest now, or shows what it would say. */
export const digest = defineVerb({
  options: { dryRun: { type: 'flag', help: 'cli.digest.dryRun' } },
  words: { value: 'cli.values.channel', minimum: 1, maximum: 1 },
  async run(context) {
    const { options, words } = context;
    const [channel = ''] = words;
    const store = await context.openStore();
    const house = await createHouse({ ...context, store });
    const wanted = await subscriptionsOf(channel, house, context);
    return options.dryRun ? show(wanted, house, context) : post(wanted, { channel, house, store }, context);
  },
});

/** Those that are active; news of everything where a channel has none. */
async function subscriptionsOf(
  channel: string,
  { kiosk }: House,
  { config, language, now }: VerbContext,
): Promise<Wanted> {
  const plans = await kiosk.newsdesk.plans({ channel });
  const all = plans.filter((plan) => plan.kind === 'subscription');
  const active = all.filter(({ status }) => status === 'active');
  if (all.length > 0 && active.length === 0) throw new UserError('cli.digest.paused', { channel });
  if (active.length > 0) return { subscriptions: active, isOwn: true };
  const { timeZone } = config;
  const setting = { channel, place: placeOf(channel), by: 'command line', language, timeZone, now: now() };
  return { subscriptions: [plainSubscription(kiosk.newsdesk.createId(), setting)], isOwn: false };
}

async function show(
  { subscriptions }: Wanted,
  { kiosk }: House,
  { config, options, output, now }: VerbContext,
): Promise<ExitCode> {
  const languages = createChannelLanguages(kiosk.settings);
  for (const subscription of subscriptions) {
    const language = await languages.of(subscription);
    const message = { language, blocks: await kiosk.newsdesk.preview(subscription, language) };
    const formatDate = createDateFormat({ language, now, timeZone: config.timeZone });
    await (options.json ? output.json(message) : output.line(plain(message, { formatDate })));
  }
  return exitCodes.success;
}

async function post(
  wanted: Wanted,
  parts: { readonly channel: string; readonly house: House; readonly store: Store },
  context: VerbContext,
): Promise<ExitCode> {
  const { channel, store } = parts;
  const { options, output, translate } = context;
  const adapter = await adapterFor(channel, store, context);
  const keys = await put(wanted, parts, context.now());
  if (adapter !== undefined) await deliver(adapter, parts, context);
  const entries = await store.ledger.find({ keys, limit: keys.length });
  for (const entry of entries)
    await (options.json ? output.json(summary(entry)) : output.line(said(entry, context)));
  if (entries.length === 0 && !options.json) await output.line(translate('replies.digest.empty'));
  return entries.some(({ state }) => state === 'failed') ? exitCodes.failure : exitCodes.success;
}

/** Puts digests into the outbox. @returns their keys; of those that would say nothing, nothing is there by them */
async function put(
  { subscriptions, isOwn }: Wanted,
  { house, store }: { readonly house: House; readonly store: Store },
  now: Date,
): Promise<readonly string[]> {
  const editions = house.newsroom.editions(now);
  const keys = subscriptions.map(({ id }) => `${id}:${now.toISOString()}`);
  if (isOwn) {
    await editions.put(subscriptions.map((subscription) => ({ subscription, dueAt: now, isLate: false })));
    return keys;
  }
  const languages = createChannelLanguages(house.kiosk.settings);
  for (const [index, subscription] of subscriptions.entries()) {
    const { channel } = subscription;
    const language = await languages.of(subscription);
    const parts = await editions.preview(subscription, language);
    // It comes from no plan that is kept, so it is of none.
    const delivery = { key: keys[index] ?? '', kind: 'digest', channel, language, parts } as const;
    if (parts.some(({ told }) => told !== undefined))
      await store.outbox.put({ ...delivery, dueAt: now, notBefore: now }, now);
  }
  return keys;
}

/**
 * What posts into a channel from here; undefined where only the running service can, since its page shows it.
 * @throws {UserError} for a channel of a platform that Kiosk is not on
 */
async function adapterFor(
  channel: string,
  store: Store,
  context: VerbContext,
): Promise<ChatAdapter | undefined> {
  const platform = platformOf(channel);
  if (platform === 'web') return undefined;
  const adapter =
    platform === 'discord'
      ? await createDiscord(context, store)
      : platform === 'slack'
        ? await createSlack(context, store)
        : undefined;
  if (adapter === undefined) throw new UserError('cli.digest.noPlatform', { channel });
  return adapter;
}

/** Where the service runs, too, whoever claims a delivery first posts it. */
async function deliver(
  adapter: ChatAdapter,
  { house, store }: { readonly house: House; readonly store: Store },
  { now, log, signal, translations }: VerbContext,
): Promise<void> {
  const { kiosk } = house;
  const deliverer = createDeliverer({
    ...store,
    adapters: [adapter],
    owner: randomUUID(),
    now,
    random: Math.random,
    every: processTimers.every,
    // What is put off is the service's to try again.
    putOff: () => undefined,
    givenUp: createGivenUp({
      ...store,
      settings: kiosk.settings,
      translate: translations.translate,
      now,
    }),
    fault: (error, delivery) => log.error({ error, ...delivery }, 'a delivery failed'),
  });
  try {
    await deliverer.run(signal);
  } finally {
    await adapter.stop();
  }
}

function summary({ delivery, state, posted, failure }: Entry) {
  const { key, channel } = delivery;
  return { key, channel, state, posted: posted ?? null, failure: failure ?? null };
}

function said({ delivery, state, failure }: Entry, { translate }: VerbContext): string {
  const { channel } = delivery;
  if (state === 'delivered') return translate('cli.digest.posted', { channel });
  if (state === 'failed') return translate('cli.digest.failed', { channel, reason: failure ?? '' });
  return failure === undefined
    ? translate('cli.digest.waiting', { channel })
    : translate('cli.digest.again', { channel, reason: failure });
}
