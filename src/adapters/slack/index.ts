export { askSlack } from './acquaintance.ts';
export { createSlackAdapter } from './adapter.ts';
export type { SlackAdapter } from './adapter.ts';
export { createManifest } from './manifest.ts';
export type { Manifest } from './manifest.ts';
export { installAddress } from './settings.ts';
export type { SlackSettings } from './settings.ts';
