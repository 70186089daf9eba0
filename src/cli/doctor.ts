import { existsSync } from 'node:fs';
import process from 'node:process';
import { readSettings } from '../config.ts';
import {
  checkDiscord,
  checkFolder,
  checkNode,
  checkSettings,
  checkSlack,
  checkStore,
  checkWeb,
  createFound,
} from './checks.ts';
import type { Finding } from './checks.ts';
import { defineVerb, exitCodes } from './verb.ts';

/** The runtime `package.json` pins. */
const neededNode = 24;

/** Looks at everything Kiosk stands on, and says how to mend what isn't as it must be. */
export const doctor = defineVerb({
  options: {},
  async run({ options, environment, dataDirectory, openStore, output, translate }) {
    const found = createFound(translate);
    const { config, problems } = readSettings(environment);
    const findings: Finding[] = [
      checkNode(process.versions.node, neededNode, found),
      ...checkSettings(problems, translate, found),
    ];
    // Where DATABASE_URL makes no sense, nobody knows which folder to look at.
    const isPlaceKnown =
      options.data !== undefined || !problems.some(({ variable }) => variable === 'DATABASE_URL');
    const place = isPlaceKnown ? await checkFolder(dataDirectory, found) : [];
    findings.push(...place);
    // Looking must not leave anything behind: a store that isn't there yet is made by the first start.
    if (isPlaceKnown && place.every(({ ok }) => ok) && existsSync(dataDirectory)) {
      findings.push(...(await checkStore(openStore, translate, found)));
    }
    findings.push(
      checkWeb(config, found),
      await checkDiscord(config, found),
      await checkSlack(config, found),
    );
    const ok = findings.every((finding) => finding.ok);
    if (options.json) await output.json({ ok, findings });
    else for (const finding of findings) await output.line(write(finding));
    return ok ? exitCodes.success : exitCodes.failure;
  },
});

function write({ ok, text, mend }: Finding): string {
  const line = `${ok ? '✓' : '✗'} ${text}`;
  return mend === undefined ? line : `${line}\n  → ${mend}`;
}
