import { access, constants, stat, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { hostInUrl, isLoopback } from '../adapters/web/guard.ts';
import { describeProblem } from '../config.ts';
import type { Config, Problem } from '../config.ts';
import { UserError } from '../errors.ts';
import type { FollowedSource } from '../sources/index.ts';
import type { Store } from '../stores/index.ts';
import type { TextKey, TextValues, Translate } from '../texts.ts';
import { discordSettings } from './discord.ts';
import { slackSettings } from './slack.ts';

/** What was looked at. */
export type Check = 'node' | 'settings' | 'data' | 'database' | 'sources' | 'web' | 'discord' | 'slack';

/** What one look found. */
export interface Finding {
  readonly check: Check;
  /** False: Kiosk can't do its work, or not all of it, until this is mended. */
  readonly ok: boolean;
  /** What is so, in the reader's language. */
  readonly text: string;
  /** What to do about it. */
  readonly mend?: string;
}

/** Writes findings in one language. */
export type Found = (
  check: Check,
  ok: boolean,
  text: readonly [TextKey, TextValues?],
  mend?: readonly [TextKey, TextValues?],
) => Finding;

/** Findings in the language of `translate`. */
export function createFound(translate: Translate): Found {
  return (check, ok, [key, values], mend) => ({
    check,
    ok,
    text: translate(key, values),
    ...(mend !== undefined && { mend: translate(...mend) }),
  });
}

const megabyte = 1024 * 1024;
/** With less free space than this the database may not be able to write. */
const leastSpace = 200 * megabyte;

/** @param version of Node, without "v" */
export function checkNode(version: string, needed: number, found: Found): Finding {
  return Number.parseInt(version, 10) >= needed
    ? found('node', true, ['cli.doctor.node.ok', { version }])
    : found('node', false, ['cli.doctor.node.old', { version, needed }], ['cli.doctor.node.mend']);
}

/** Every setting that isn't as it must be, or that all are. */
export function checkSettings(
  problems: readonly Problem[],
  translate: Translate,
  found: Found,
): readonly Finding[] {
  if (problems.length === 0) return [found('settings', true, ['cli.doctor.settings.ok'])];
  return problems.map((problem) =>
    found(
      'settings',
      false,
      ['cli.doctor.settings.wrong', { problem: describeProblem(problem, translate) }],
      ['cli.doctor.settings.mend', { variable: problem.variable }],
    ),
  );
}

/** Whether the data folder is there or can be made, and can be written, and has room. */
export async function checkFolder(directory: string, found: Found): Promise<readonly Finding[]> {
  const folder = resolve(directory);
  const existing = await findExisting(folder);
  if (!(await stat(existing)).isDirectory()) {
    return [
      found('data', false, ['cli.doctor.data.noFolder', { folder: existing }], ['cli.doctor.data.choose']),
    ];
  }
  try {
    await access(existing, constants.W_OK | constants.X_OK);
  } catch {
    return [
      found('data', false, ['cli.doctor.data.readOnly', { folder: existing }], ['cli.doctor.data.permit']),
    ];
  }
  const { bavail, bsize } = await statfs(existing);
  const space = Math.floor((bavail * bsize) / megabyte);
  const place: Finding =
    existing === folder
      ? found('data', true, ['cli.doctor.data.ok', { folder, space }])
      : found('data', true, ['cli.doctor.data.new', { folder, space }]);
  if (bavail * bsize >= leastSpace) return [place];
  const least = leastSpace / megabyte;
  return [
    place,
    found('data', false, ['cli.doctor.data.full', { space }], ['cli.doctor.data.room', { least }]),
  ];
}

/** The folder itself, or the nearest one above it that is there. */
async function findExisting(folder: string): Promise<string> {
  try {
    await stat(folder);
    return folder;
  } catch {
    const above = dirname(folder);
    return above === folder ? folder : findExisting(above);
  }
}

/** Whether the store opens and which sources can be read. Faults reject. */
export async function checkStore(
  openStore: () => Promise<Store>,
  translate: Translate,
  found: Found,
): Promise<readonly Finding[]> {
  try {
    const store = await openStore();
    const sources = await store.sources.list();
    return [
      found('database', true, ['cli.doctor.database.ok']),
      found('sources', true, ['cli.doctor.sources.followed', { count: sources.length }]),
      ...sources.flatMap((source) => checkSource(source, translate, found) ?? []),
    ];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [found('database', false, [error.key, error.values])];
  }
}

/** What keeps a source from being read; undefined: nothing. */
function checkSource(source: FollowedSource, translate: Translate, found: Found): Finding | undefined {
  const { name, url, status, failure, failures: count } = source;
  const reason = failure === undefined ? '' : translate(failure);
  switch (status) {
    case 'paused':
      return found('sources', true, ['cli.doctor.sources.paused', { name, url }]);
    case 'asleep':
    case 'ended': {
      const state = translate(`replies.sources.${status}`, { reason });
      return found(
        'sources',
        false,
        ['cli.doctor.sources.state', { name, url, state }],
        ['replies.health.mend'],
      );
    }
    case 'active':
      if (failure === undefined) return undefined;
      return found(
        'sources',
        false,
        ['cli.doctor.sources.failing', { name, url, count, reason }],
        ['cli.doctor.sources.mend'],
      );
  }
}

/** Where the page is, and whether it is on. */
export function checkWeb({ host, port, webPassword }: Config, found: Found): Finding {
  const address = `http://${hostInUrl(host)}:${port}/`;
  if (webPassword !== undefined) return found('web', true, ['cli.doctor.web.password', { address }]);
  return isLoopback(host)
    ? found('web', true, ['cli.doctor.web.local', { address }])
    : found('web', false, ['cli.doctor.web.off', { host }], ['cli.doctor.web.mend']);
}

/** Whether Kiosk is on Discord and known there, and where a manager takes it into a server. */
export async function checkDiscord(config: Config, found: Found): Promise<Finding> {
  const settings = discordSettings(config);
  if (settings === undefined) return found('discord', true, ['cli.doctor.discord.off']);
  // Loaded where it is needed: most do without Discord's library.
  const { askDiscord, invitation } = await import('../adapters/discord/index.ts');
  switch (await askDiscord(settings)) {
    case 'known':
      return found('discord', true, [
        'cli.doctor.discord.on',
        { address: invitation(settings.applicationId) },
      ]);
    case 'refused':
      return found('discord', false, ['cli.doctor.discord.refused'], ['cli.doctor.discord.newToken']);
    case 'other':
      return found('discord', false, ['cli.doctor.discord.other'], ['cli.doctor.discord.rightId']);
    case 'unreachable':
      return found('discord', false, ['cli.doctor.discord.unreachable'], ['cli.doctor.discord.wait']);
  }
}

/** Whether Kiosk is on Slack and known there. */
export async function checkSlack(config: Config, found: Found): Promise<Finding> {
  const settings = slackSettings(config);
  if (settings === undefined) return found('slack', true, ['cli.doctor.slack.off']);
  const { askSlack, installAddress } = await import('../adapters/slack/index.ts');
  switch (await askSlack(settings)) {
    case 'known': {
      const address = installAddress(settings);
      return address === undefined
        ? found('slack', true, ['cli.doctor.slack.on'])
        : found('slack', true, ['cli.doctor.slack.several', { address }]);
    }
    case 'refused':
      return settings.oauth === undefined
        ? found('slack', false, ['cli.doctor.slack.refused'], ['cli.doctor.slack.newToken'])
        : found('slack', false, ['cli.doctor.slack.stranger'], ['cli.doctor.slack.newSecret']);
    case 'unreachable':
      return found('slack', false, ['cli.doctor.slack.unreachable'], ['cli.doctor.slack.wait']);
  }
}
