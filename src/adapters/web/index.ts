export { everyone } from './channels.ts';
export { createWebAdapter } from './web.ts';
export type { WebAdapter } from './web.ts';
