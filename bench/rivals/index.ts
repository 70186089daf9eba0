import type { OpenEngine } from './engine.ts';

/** Kiosk and what it is compared with, each loaded where it runs alone. */
export const engines: Readonly<Record<string, () => Promise<OpenEngine>>> = {
  kiosk: async () => (await import('./kiosk.ts')).openKiosk,
  fts5: async () => (await import('./fts5.ts')).openFts5,
  minisearch: async () => (await import('./minisearch.ts')).openMiniSearch,
  orama: async () => (await import('./orama.ts')).openOrama,
};
