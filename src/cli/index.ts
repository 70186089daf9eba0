import type { AnyVerb } from './verb.ts';

/** Every verb: `kiosk <name>`, loaded when it is used. Its texts are `cli.<name>.summary` and `cli.<name>.example`. */
export const verbs = {
  detect: async () => (await import('./detect.ts')).detect,
} as const satisfies Readonly<Record<string, () => Promise<AnyVerb>>>;

/** The name of a verb. */
export type VerbName = keyof typeof verbs;
