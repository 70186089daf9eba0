export { createManifest } from './manifest.ts';
export type { Manifest } from './manifest.ts';
