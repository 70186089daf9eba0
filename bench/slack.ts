// Uses `/kiosk` at a steady pace, as readers on Slack do, against a stand-in, in Socket Mode and over HTTP; then writes to Kiosk what
// Slack tells twice and again, to see that each is answered once: bench/slack.ts DATA QUESTIONS.json
import { createSlackAdapter } from '../src/adapters/slack/index.ts';
import { createNotices } from '../src/adapters/web/index.ts';
import { createLog } from '../src/log.ts';
import type { Seen } from '../test/adapters/slack/stand-in/reader/seen.ts';
import { createSlackStandIn } from '../test/adapters/slack/stand-in/index.ts';
import { startOpening } from '../test/adapters/start-opening.ts';
import { residentMegabytes, say, spread } from './figures.ts';
import { createStopwatch, openBenchHouse, pace, perSecond } from './house.ts';

const commands = 1000;
const completions = 200;
const messages = 200;
/** How often Slack tells of each event again. */
const redeliveries = 2;

const { listings, desk, store, parts, question } = await openBenchHouse();

type Way = 'Socket Mode' | 'HTTP';
type Opened = Awaited<ReturnType<typeof open>>;

/** Kiosk on a Slack of its own, reached one way. */
async function open(way: Way) {
  const { promise: connected, resolve: hear } = Promise.withResolvers<void>();
  const slack = await createSlackStandIn({ app: { shortcuts: ['find'] } });
  const adapter = createSlackAdapter({
    settings: {
      botToken: slack.token(),
      appToken: way === 'HTTP' ? undefined : slack.app.appToken,
      signingSecret: slack.app.signingSecret,
      apiUrl: slack.slackApiUrl.replace(/\/$/, ''),
    },
    // The stand-in's messages are called the same each time; what was heard before must not count.
    kept: store.keyValue(`slack ${way} ${Date.now()}`),
    ...parts,
    showNotice: createNotices(parts.translations),
    log: createLog({
      level: 'info',
      destination: { write: (line) => void (/connected/.test(line) && hear()) },
    }),
  });
  const opening = await startOpening(adapter.openings[0]);
  const channel = slack.channel({ name: 'bench' });
  const user = slack.user({ name: 'Reader' });
  await adapter.start(listings, desk);
  await connected;
  if (way === 'HTTP') await slack.setEndpoint(opening.url);
  else await slack.until(() => (slack.socket.connected() > 0 ? true : undefined));
  return {
    slack,
    adapter,
    channel,
    user,
    reader: user.in(channel),
    async close() {
      await adapter.stop();
      await opening.close();
      await slack.close();
    },
  };
}

async function measureCommands(way: Way, { reader }: Opened): Promise<void> {
  const { follow, acknowledged, answered } = createStopwatch();
  const ask = (index: number) => reader.slash('/kiosk', `ask ${question(index)}`);
  await pace(20, async (index) => void (await ask(index).reply()));
  await pace(commands, (index) => follow(() => ask(index)));
  say(`Slack, ${way}, acknowledgement`, { commands, per_second: perSecond, ...spread(acknowledged) });
  say(`Slack, ${way}, answer`, { commands, per_second: perSecond, ...spread(answered) });
}

async function measureSuggestions(way: Way, { reader }: Opened): Promise<void> {
  const form = await reader.shortcut('find').view();
  const suggested: number[] = [];
  await pace(completions, async (index) => {
    const started = performance.now();
    await reader.suggest(form, 'choice', question(index).split(' ').slice(0, 2).join(' ')).options();
    suggested.push(performance.now() - started);
  });
  say(`Slack, ${way}, suggestions`, { completions, per_second: perSecond, ...spread(suggested) });
}

type Spot = Pick<Seen, 'channelId' | 'threadTs' | 'ts'>;

/** Writes to Kiosk in a channel, directly and in the assistant's pane, and counts answers. */
async function tellAgain(way: Way, { slack, adapter, channel, user, reader }: Opened): Promise<void> {
  const pane = user.openAssistant();
  const places = [reader, user.direct(), pane];
  const bot = slack.workspace.install()?.botUserId ?? '';
  const told = await Promise.all(
    Array.from({ length: messages }, async (_, index) => {
      const place = places[index % places.length] ?? reader;
      const { message, events, acknowledged } = place.write(`<@${bot}> ${question(index)}`);
      for (let time = 0; time < redeliveries; time += 1) for (const id of events) slack.redeliver(id);
      await acknowledged();
      return { ...message, events: events.length * (1 + redeliveries) };
    }),
  );
  // A mention is answered in its thread, and so is what is written in the pane, whose thread Kiosk itself begins.
  const spotOf = ({ channelId, threadTs, ts }: Spot) =>
    `${channelId} ${threadTs ?? (channelId === channel.id ? ts : '')}`;
  const answers = () =>
    [...slack.visible(channel), ...user.direct().sees()].filter(
      ({ userId, ts }) => userId === bot && ts !== pane.threadTs,
    );
  await slack.until(() => (answers().length >= messages ? true : undefined));
  // What was brought before this has been heard when it is answered, and ends before Kiosk does.
  await reader.slash('/kiosk', 'help').reply();
  await adapter.stop();
  const asked = Map.groupBy(told, spotOf);
  const answered = Map.groupBy(answers(), spotOf);
  const wrong = [...asked].filter(([spot, { length }]) => answered.get(spot)?.length !== length);
  const events = told.reduce((sum, one) => sum + one.events, 0);
  say(`Slack, ${way}, told again`, { messages, events, answers: answers().length, not_once: wrong.length });
}

for (const way of ['Socket Mode', 'HTTP'] as const) {
  const opened = await open(way);
  await measureCommands(way, opened);
  await measureSuggestions(way, opened);
  await tellAgain(way, opened);
  say(`Slack, ${way}`, { violations: opened.slack.violations.length, resident_mb: residentMegabytes() });
  await opened.close();
}
await store.close();
