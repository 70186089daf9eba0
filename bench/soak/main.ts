// Kills the service over and over through weeks of news and looks whether all is there, once: npm run soak -- [--seed N] [--channels N]
// [--days N] [--kills N] [--processes N] [--json]
import { parseArgs } from 'node:util';
import { say, spread } from '../figures.ts';
import { soak } from './soak.ts';

/** Lines of each kind that are printed at the most. */
const mostLines = 40;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    channels: { type: 'string', default: '50' },
    days: { type: 'string', default: '40' },
    kills: { type: 'string', default: '200' },
    processes: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const { killed, posts, edits, wrong, latenessMs, findings, logged, steps, openings } = await soak({
  seed,
  channels: Number(values.channels),
  days: Number(values.days),
  kills: Number(values.kills),
  processes: Number(values.processes),
});
const kills = killed.length;
const deliveries = posts + edits;
const { lost, twice, wrongLanguage, notApplied, strange } = wrong;

for (const { wrong: figure, room, what } of findings.slice(0, mostLines)) say(figure, { room, what });
for (const line of logged.slice(0, mostLines)) say('logged', { line });
say('soak', { seed, processes: Number(values.processes), steps, logged: logged.length });
say('kills', {
  kills,
  ...Object.fromEntries(
    [...Map.groupBy(killed, (where) => where)].map(([where, all]) => [where, all.length]),
  ),
});
say('openings', spread(openings));
say('deliveries', { deliveries, lost, twice, wrong_language: wrongLanguage, strange });
say('edits', { edits, not_applied: notApplied });
say('lateness', { median_ms: latenessMs.p50, p99_ms: latenessMs.p99 });
if (values.json) {
  const told = { kills, deliveries, lost, twice, wrongLanguage, latenessMs, seed };
  process.stdout.write(`${JSON.stringify(told)}\n`);
}
process.exitCode = findings.length === 0 ? 0 : 1;
