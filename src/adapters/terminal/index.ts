export { createTerminalAdapter } from './terminal.ts';
export type { TerminalAdapter } from './terminal.ts';
