import * as v from 'valibot';
import { UserError } from './errors.ts';
import {
  isContact,
  isHost,
  isHostOrRange,
  isPublicUrl,
  isTimeZone,
  namesFolder,
  readFolder,
  readList,
  withoutSlash,
} from './formats.ts';
import { isLanguageTag, languageTags } from './language/index.ts';
import type { LanguageTag } from './language/index.ts';
import { logLevels } from './log.ts';
import type { LogLevel } from './log.ts';
import type { TextKey, TextValues, Translate } from './texts.ts';

/** The environment Kiosk was started in. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One setting: its variable, what it may be, and what it is when it isn't set. */
interface Setting<value> {
  readonly variable: string;
  readonly schema: v.GenericSchema<string, value>;
  readonly initial: value;
  /** Says what is allowed, for a value that isn't. */
  readonly problem: (given: string) => { readonly key: TextKey; readonly values?: TextValues };
  /** Never shown and never logged. */
  readonly secret?: true;
}

/** Every setting Kiosk has; `.env.example` and the README explain them. */
export const settings = {
  dataDirectory: setting({
    variable: 'DATABASE_URL',
    schema: v.pipe(v.string(), v.check(namesFolder), v.transform(readFolder)),
    initial: 'data',
    problem: (given) => ({ key: /^postgres/i.test(given) ? 'config.postgres' : 'config.database' }),
  }),
  host: setting({
    variable: 'HOST',
    schema: v.pipe(v.string(), v.check(isHost)),
    initial: '127.0.0.1',
    problem: () => ({ key: 'config.host' }),
  }),
  port: setting({
    variable: 'PORT',
    schema: v.pipe(v.string(), v.digits(), v.transform(Number), v.maxValue(65_535)),
    initial: 7070,
    problem: () => ({ key: 'config.port' }),
  }),
  webPassword: setting<string | undefined>({
    variable: 'WEB_PASSWORD',
    schema: v.pipe(v.string(), v.minLength(8)),
    initial: undefined,
    problem: () => ({ key: 'config.password', values: { minimum: 8 } }),
    secret: true,
  }),
  defaultLanguage: setting<LanguageTag>({
    variable: 'DEFAULT_LANGUAGE',
    schema: v.pipe(v.string(), v.guard(isLanguageTag)),
    initial: 'en',
    problem: () => ({ key: 'config.oneOf', values: { allowed: languageTags.join(', ') } }),
  }),
  timeZone: setting({
    variable: 'TIME_ZONE',
    schema: v.pipe(v.string(), v.check(isTimeZone)),
    initial: Intl.DateTimeFormat().resolvedOptions().timeZone,
    problem: () => ({ key: 'config.timeZone' }),
  }),
  allowPrivateHosts: setting<readonly string[]>({
    variable: 'ALLOW_PRIVATE_HOSTS',
    schema: v.pipe(v.string(), v.transform(readList), v.everyItem(isHostOrRange), v.readonly()),
    initial: [],
    problem: () => ({ key: 'config.hosts' }),
  }),
  contact: setting<string | undefined>({
    variable: 'CONTACT',
    schema: v.pipe(v.string(), v.check(isContact)),
    initial: undefined,
    problem: () => ({ key: 'config.contact' }),
  }),
  publicUrl: setting<string | undefined>({
    variable: 'PUBLIC_URL',
    schema: v.pipe(v.string(), v.check(isPublicUrl), v.transform(withoutSlash)),
    initial: undefined,
    problem: () => ({ key: 'config.publicUrl' }),
  }),
  keepDays: setting({
    variable: 'KEEP_DAYS',
    schema: v.pipe(v.string(), v.digits(), v.transform(Number), v.minValue(1), v.maxValue(36_500)),
    initial: 365,
    problem: () => ({ key: 'config.range', values: { minimum: 1, maximum: 36_500 } }),
  }),
  discordToken: setting<string | undefined>({
    variable: 'DISCORD_TOKEN',
    schema: v.pipe(
      v.string(),
      v.transform((text) => text.replace(/^Bot\s+/i, '')),
      v.regex(/^\S+$/),
    ),
    initial: undefined,
    problem: () => ({ key: 'config.token' }),
    secret: true,
  }),
  discordApplicationId: setting<string | undefined>({
    variable: 'DISCORD_APPLICATION_ID',
    schema: snowflake(),
    initial: undefined,
    problem: () => ({ key: 'config.snowflake' }),
  }),
  discordGuildId: setting<string | undefined>({
    variable: 'DISCORD_GUILD_ID',
    schema: snowflake(),
    initial: undefined,
    problem: () => ({ key: 'config.snowflake' }),
  }),
  discordPublicKey: setting<string | undefined>({
    variable: 'DISCORD_PUBLIC_KEY',
    schema: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/i)),
    initial: undefined,
    problem: () => ({ key: 'config.publicKey' }),
  }),
  discordShards: setting<number | undefined>({
    variable: 'DISCORD_SHARDS',
    schema: v.pipe(v.string(), v.digits(), v.transform(Number), v.minValue(0), v.maxValue(1000)),
    initial: undefined,
    problem: () => ({ key: 'config.range', values: { minimum: 0, maximum: 1000 } }),
  }),
  discordCrosspost: setting({
    variable: 'DISCORD_CROSSPOST',
    schema: yesOrNo(),
    initial: false,
    problem: () => ({ key: 'config.yesOrNo' }),
  }),
  discordApiUrl: setting<string | undefined>({
    variable: 'DISCORD_API_URL',
    schema: v.pipe(v.string(), v.check(isPublicUrl), v.transform(withoutSlash)),
    initial: undefined,
    problem: () => ({ key: 'config.publicUrl' }),
  }),
  slackBotToken: setting<string | undefined>({
    variable: 'SLACK_BOT_TOKEN',
    schema: v.pipe(v.string(), v.regex(/^\S+$/)),
    initial: undefined,
    problem: () => ({ key: 'config.token' }),
    secret: true,
  }),
  slackClientId: setting<string | undefined>({
    variable: 'SLACK_CLIENT_ID',
    schema: v.pipe(v.string(), v.regex(/^\d+\.\d+$/)),
    initial: undefined,
    problem: () => ({ key: 'config.clientId' }),
  }),
  slackClientSecret: setting<string | undefined>({
    variable: 'SLACK_CLIENT_SECRET',
    schema: v.pipe(v.string(), v.regex(/^\S+$/)),
    initial: undefined,
    problem: () => ({ key: 'config.secret' }),
    secret: true,
  }),
  slackAppToken: setting<string | undefined>({
    variable: 'SLACK_APP_TOKEN',
    schema: v.pipe(v.string(), v.regex(/^\S+$/)),
    initial: undefined,
    problem: () => ({ key: 'config.token' }),
    secret: true,
  }),
  slackSigningSecret: setting<string | undefined>({
    variable: 'SLACK_SIGNING_SECRET',
    schema: v.pipe(v.string(), v.regex(/^\S+$/)),
    initial: undefined,
    problem: () => ({ key: 'config.token' }),
    secret: true,
  }),
  slackApiUrl: setting<string | undefined>({
    variable: 'SLACK_API_URL',
    schema: v.pipe(v.string(), v.check(isPublicUrl), v.transform(withoutSlash)),
    initial: undefined,
    problem: () => ({ key: 'config.publicUrl' }),
  }),
  callsPerReader: setting({
    variable: 'CALLS_PER_READER',
    schema: v.pipe(v.string(), v.digits(), v.transform(Number), v.maxValue(10_000)),
    initial: 1500,
    problem: () => ({ key: 'config.range', values: { minimum: 0, maximum: 10_000 } }),
  }),
  callsPerChannel: setting({
    variable: 'CALLS_PER_CHANNEL',
    schema: v.pipe(v.string(), v.digits(), v.transform(Number), v.maxValue(10_000)),
    initial: 3000,
    problem: () => ({ key: 'config.range', values: { minimum: 0, maximum: 10_000 } }),
  }),
  samples: setting({
    variable: 'SAMPLES',
    schema: yesOrNo(),
    initial: true,
    problem: () => ({ key: 'config.yesOrNo' }),
  }),
  followDefaults: setting({
    variable: 'FOLLOW_DEFAULTS',
    schema: yesOrNo(),
    initial: true,
    problem: () => ({ key: 'config.yesOrNo' }),
  }),
  logLevel: setting<LogLevel>({
    variable: 'LOG_LEVEL',
    schema: v.pipe(v.string(), v.toLowerCase(), v.picklist(logLevels)),
    initial: 'info',
    problem: () => ({ key: 'config.oneOf', values: { allowed: logLevels.join(', ') } }),
  }),
} as const;

type Values = { readonly [name in keyof typeof settings]: (typeof settings)[name]['initial'] };

/** Kiosk's settings, read once at the start. */
export interface Config extends Values {
  /** What must never be shown or logged. */
  readonly secrets: ReadonlySet<string>;
}

/** A setting that isn't as it must be. */
export interface Problem {
  readonly variable: string;
  readonly key: TextKey;
  readonly values: TextValues;
}

/** Reads every setting; one that isn't as it must be is a problem, and has its initial value in `config`. */
export function readSettings(environment: Environment): {
  readonly config: Config;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const secrets = new Set<string>();
  function read<value>({ variable, schema, initial, problem, secret }: Setting<value>): value {
    const given = environment[variable]?.trim() ?? '';
    if (given === '') return initial;
    const parsed = v.safeParse(schema, given);
    if (parsed.success) {
      if (secret === true) secrets.add(given);
      return parsed.output;
    }
    const { key, values = {} } = problem(given);
    problems.push({ variable, key, values });
    return initial;
  }
  const config = Object.freeze({
    dataDirectory: read(settings.dataDirectory),
    host: read(settings.host),
    port: read(settings.port),
    webPassword: read(settings.webPassword),
    defaultLanguage: read(settings.defaultLanguage),
    timeZone: read(settings.timeZone),
    allowPrivateHosts: read(settings.allowPrivateHosts),
    contact: read(settings.contact),
    publicUrl: read(settings.publicUrl),
    keepDays: read(settings.keepDays),
    discordToken: read(settings.discordToken),
    discordApplicationId: read(settings.discordApplicationId),
    discordGuildId: read(settings.discordGuildId),
    discordPublicKey: read(settings.discordPublicKey),
    discordShards: read(settings.discordShards),
    discordCrosspost: read(settings.discordCrosspost),
    discordApiUrl: read(settings.discordApiUrl),
    slackBotToken: read(settings.slackBotToken),
    slackClientId: read(settings.slackClientId),
    slackClientSecret: read(settings.slackClientSecret),
    slackAppToken: read(settings.slackAppToken),
    slackSigningSecret: read(settings.slackSigningSecret),
    slackApiUrl: read(settings.slackApiUrl),
    callsPerReader: read(settings.callsPerReader),
    callsPerChannel: read(settings.callsPerChannel),
    samples: read(settings.samples),
    followDefaults: read(settings.followDefaults),
    logLevel: read(settings.logLevel),
    secrets,
  });
  problems.push(...halves.flatMap((half) => checkHalf(environment, half)), ...checkApart(environment));
  return { config, problems };
}

interface Half {
  readonly needed: readonly Pick<Setting<unknown>, 'variable'>[];
  /** With one of these, nothing is needed. */
  readonly unless?: readonly Pick<Setting<unknown>, 'variable'>[];
  readonly wanted: readonly Pick<Setting<unknown>, 'variable'>[];
}

/** What an adapter needs to be on, and what says that somebody wants it on. */
const halves: readonly Half[] = [
  {
    needed: [settings.discordToken, settings.discordApplicationId],
    wanted: [settings.discordGuildId, settings.discordPublicKey],
  },
  {
    needed: [settings.slackBotToken],
    // In several workspaces, each gives its own.
    unless: [settings.slackClientId, settings.slackClientSecret],
    wanted: [settings.slackAppToken, settings.slackSigningSecret],
  },
  {
    needed: [settings.slackAppToken],
    // Over HTTP, the other one stands in for it.
    unless: [settings.slackSigningSecret],
    wanted: [settings.slackBotToken, settings.slackClientId, settings.slackClientSecret],
  },
  { needed: [settings.slackClientId, settings.slackClientSecret], wanted: [] },
  { needed: [settings.publicUrl], wanted: [settings.slackClientId, settings.slackClientSecret] },
];

/** Names what is missing where only some of an adapter's settings are there. */
function checkHalf(environment: Environment, { needed, unless, wanted }: Half): readonly Problem[] {
  const given = [...needed, ...wanted].find((setting) => isSet(environment, setting));
  if (given === undefined || unless?.some((setting) => isSet(environment, setting)) === true) return [];
  return needed
    .filter((setting) => !isSet(environment, setting))
    .map(({ variable }) => ({ variable, key: 'config.together', values: { other: given.variable } }));
}

/** Kiosk is on Slack in one workspace or in several. */
function checkApart(environment: Environment): readonly Problem[] {
  const { slackBotToken: one, slackClientId: several } = settings;
  if (!isSet(environment, one) || !isSet(environment, several)) return [];
  return [{ variable: one.variable, key: 'config.apart', values: { other: several.variable } }];
}

function isSet(environment: Environment, { variable }: Pick<Setting<unknown>, 'variable'>): boolean {
  return (environment[variable]?.trim() ?? '') !== '';
}

/** One line that says what is wrong with a setting, and what is allowed. */
export function describeProblem({ variable, key, values }: Problem, translate: Translate): string {
  return translate('config.problem', { variable, problem: translate(key, values) });
}

/**
 * Reads every setting.
 * @throws {UserError} that lists every problem at once
 */
export function readConfig(environment: Environment, translate: Translate): Config {
  const { config, problems } = readSettings(environment);
  if (problems.length === 0) return config;
  const lines = problems.map((problem) => describeProblem(problem, translate));
  throw new UserError('config.invalid', { problems: lines.join('\n') });
}

/** Infers a setting's type from its declaration. */
function setting<value>(declaration: Setting<value>): Setting<value> {
  return declaration;
}

function yesOrNo(): v.GenericSchema<string, boolean> {
  return v.pipe(
    v.string(),
    v.toLowerCase(),
    v.picklist(['yes', 'true', '1', 'on', 'no', 'false', '0', 'off']),
    v.transform((word) => ['yes', 'true', '1', 'on'].includes(word)),
  );
}

/** An id of Discord's. */
function snowflake(): v.GenericSchema<string, string> {
  return v.pipe(v.string(), v.regex(/^\d{1,20}$/));
}
