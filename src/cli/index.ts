import type { AnyVerb } from './verb.ts';

/** Every verb: `kiosk <name>`, loaded when it is used. Its texts are `cli.<name>.summary` and `cli.<name>.example`. */
export const verbs = {
  start: async () => (await import('./start.ts')).start,
  chat: async () => (await import('./chat.ts')).chat,
  import: async () => (await import('./import.ts')).importFiles,
  ask: async () => (await import('./ask.ts')).ask,
  summarize: async () => (await import('./summarize.ts')).summarize,
  read: async () => (await import('./read.ts')).read,
  detect: async () => (await import('./detect.ts')).detect,
  stories: async () => (await import('./stories.ts')).stories,
  sources: async () => (await import('./sources.ts')).sources,
  lexicon: async () => (await import('./lexicon.ts')).lexicon,
  subscriptions: async () => (await import('./subscriptions.ts')).subscriptions,
  digest: async () => (await import('./digest.ts')).digest,
  deliveries: async () => (await import('./deliveries.ts')).deliveries,
  audit: async () => (await import('./audit.ts')).audit,
  register: async () => (await import('./register.ts')).register,
  manifest: async () => (await import('./manifest.ts')).manifest,
  doctor: async () => (await import('./doctor.ts')).doctor,
} as const satisfies Readonly<Record<string, () => Promise<AnyVerb>>>;

/** The name of a verb. */
export type VerbName = keyof typeof verbs;
