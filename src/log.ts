import { pino } from 'pino';
import { build as prettify } from 'pino-pretty';

/** How much is logged; each level includes those before it. */
export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** One of `logLevels`. */
export type LogLevel = (typeof logLevels)[number];

/** Notes one event: what is known of it, and its name. */
export type LogEvent = (values: Readonly<Record<string, unknown>>, event: string) => void;

/** Where whoever runs Kiosk reads what happened. */
export interface Log {
  readonly error: LogEvent;
  readonly warn: LogEvent;
  readonly info: LogEvent;
  readonly debug: LogEvent;
}

/** Something lines are written to. */
export interface LogDestination {
  write(line: string): void;
}

/** How lines look: JSON for programs, or for a person at a terminal, coloured or not. */
export type LogStyle = 'json' | 'plain' | 'coloured';

const redacted = '[secret]';

/**
 * A log on standard error, or on `destination`, one line an event. Whatever is logged, the `secrets` are not in it.
 * An error goes under the name `error`; its stack is written at level `debug` only.
 */
export function createLog(parts: {
  readonly level: LogLevel;
  readonly secrets?: ReadonlySet<string>;
  readonly style?: LogStyle;
  readonly destination?: LogDestination;
}): Log {
  const { level, secrets = new Set(), style = 'json', destination = standardError(style) } = parts;
  const redact = createRedaction(secrets);
  const log = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: (error: unknown) => describe(error, level) },
    },
    { write: (line: string) => destination.write(redact(line)) },
  );
  return {
    error: (values, event) => log.error(values, event),
    warn: (values, event) => log.warn(values, event),
    info: (values, event) => log.info(values, event),
    debug: (values, event) => log.debug(values, event),
  };
}

function standardError(style: LogStyle): LogDestination {
  if (style === 'json') return pino.destination({ fd: 2, sync: true });
  return prettify({
    colorize: style === 'coloured',
    translateTime: 'SYS:HH:MM:ss',
    singleLine: true,
    sync: true,
    destination: 2,
  });
}

/** Replaces each secret in a text, as it is and as it stands in JSON. */
export function createRedaction(secrets: ReadonlySet<string>): (text: string) => string {
  const forms = [...secrets].flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]);
  // Longest first: a secret may hold another one.
  const sought = [...new Set(forms)]
    .filter((form) => form !== '')
    .sort((one, other) => other.length - one.length);
  return (text) => sought.reduce((rest, form) => rest.replaceAll(form, redacted), text);
}

function describe(error: unknown, level: LogLevel): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack, cause } = error;
  return {
    name,
    message,
    ...(level === 'debug' && { stack }),
    ...(cause !== undefined && { cause: describe(cause, level) }),
  };
}
