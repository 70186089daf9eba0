import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { Ended } from './context.ts';
import { runCommandLine } from './run.ts';

if (existsSync('.env')) process.loadEnvFile('.env');

const ending = new AbortController();
const { stdin, stdout, stderr, env, argv } = process;

const accident = Promise.withResolvers<never>();
process.on('uncaughtException', (error) => accident.reject(error));

for (const [name, exitCode] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.on(name, () => {
    if (ending.signal.aborted) process.exit(exitCode);
    ending.abort(new Ended(exitCode));
  });
}

// `kiosk … | head` stops reading: there is nothing left to do, and nothing wrong.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error) => {
    if (!('code' in error) || error.code !== 'EPIPE') throw error;
    ending.abort(new Ended(0));
  });
}

process.exitCode = await runCommandLine({
  typed: argv.slice(2),
  environment: env,
  stdin,
  stdout,
  stderr,
  signal: ending.signal,
  accident: accident.promise,
  now: () => new Date(),
  incident: () => randomUUID().slice(0, 8),
});
// After an accident nobody knows what would still keep the process alive.
accident.promise.catch(() => process.exit());
