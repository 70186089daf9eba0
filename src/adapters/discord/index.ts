export { askDiscord } from './acquaintance.ts';
export { createDiscordAdapter } from './adapter.ts';
export type { DiscordAdapter } from './adapter.ts';
export type { DiscordSettings } from './settings.ts';
export { invitation } from './invitation.ts';
export { registerCommands } from './register.ts';
