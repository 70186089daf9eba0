export { normalizeCron, parseCron } from './cron.ts';
export { lastOccurrence, nextOccurrence, occurrences } from './occurrences.ts';
export { parseWhen } from './parse.ts';
export type { When } from './when.ts';
