import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import packageJson from '../../package.json' with { type: 'json' };
import { reportSchema } from './protocol.ts';
import type { Order, Report } from './protocol.ts';

/** A process that runs the service. */
export interface ServiceProcess {
  /**
   * What it says when it has done that; undefined where it ended before.
   * @throws where it does neither for long
   */
  ask(order: Order): Promise<Report | undefined>;
  /** Ends it without a word, wherever it is. */
  kill(): void;
  /** False from when it has ended. */
  isAlive(): boolean;
  readonly ended: Promise<void>;
}

/** Real milliseconds in which anything must be done, on a busy machine too. */
const patience = 90_000;
/** As in `npm run kiosk`. */
const execArgv = packageJson.scripts.kiosk.split(' ').filter((word) => word.startsWith('--'));
const script = fileURLToPath(new URL('kiosk.ts', import.meta.url));

/** @param logged is told each line that it logs */
export function startProcess(logged: (line: string) => void): ServiceProcess {
  const child = fork(script, {
    execArgv,
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ready = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  let answered: ((report: Report | undefined) => void) | undefined;
  let isAlive = true;

  function settle(report: Report | undefined): void {
    answered?.(report);
    answered = undefined;
  }

  child.on('message', (message) => {
    const report = v.parse(reportSchema, message);
    if (report.kind === 'ready') ready.resolve();
    else if (report.kind === 'logged') logged(report.line);
    else settle(report);
  });
  child.on('exit', (code) => {
    isAlive = false;
    if (code !== null && code !== 0) logged(`a process ended with status ${code}`);
    ready.resolve();
    settle(undefined);
    ended.resolve();
  });

  return {
    async ask(order) {
      await ready.promise;
      if (!isAlive) return undefined;
      const { promise, resolve, reject } = Promise.withResolvers<Report | undefined>();
      const limit = setTimeout(() => reject(new Error(`a process doesn't end its ${order.kind}`)), patience);
      answered = (report) => {
        clearTimeout(limit);
        resolve(report);
      };
      child.send(order, (error) => {
        if (error !== null) settle(undefined);
      });
      return promise;
    },
    kill: () => void child.kill('SIGKILL'),
    isAlive: () => isAlive,
    ended: ended.promise,
  };
}
