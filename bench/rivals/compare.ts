import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from '../figures.ts';
import { attempt } from '../run.ts';
import { engines } from './index.ts';

/** An engine that takes longer is given up. */
const patience = 30 * 60_000;

/** What engines are asked, and where the articles are. */
export interface Contest {
  readonly figure: string;
  /** Lines of articles. */
  readonly articles: string;
  /** A list of `Asked`. */
  readonly questions: string;
  /** A folder that Kiosk has the articles in already. */
  readonly kiosk?: string;
}

/** Runs the engines one after the other on the same articles and questions, each in a process of its own; one that fails is said to. */
export async function compare({ figure, articles, questions, kiosk }: Contest): Promise<void> {
  for (const name of Object.keys(engines)) {
    const directory = mkdtempSync(join(tmpdir(), `kiosk-bench-${name}-`));
    const isThere = name === 'kiosk' && kiosk !== undefined;
    const given = isThere ? [kiosk] : [directory, articles];
    const tried = await attempt('rivals/measure.ts', [name, figure, questions, ...given], patience);
    rmSync(directory, { recursive: true });
    process.stdout.write(tried.output);
    const { mostMegabytes, ended } = tried;
    say(figure, { engine: name, ...(ended !== 0 && { failed: ended }), most_resident_mb: mostMegabytes });
  }
}
