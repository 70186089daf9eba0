export { everyone } from './channels.ts';
export { createNotices } from './notices.ts';
export { createHubOpening } from './openings.ts';
export { createWebAdapter } from './web.ts';
export type { WebAdapter } from './web.ts';
