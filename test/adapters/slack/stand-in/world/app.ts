import type { App } from './world.ts';

/** The application as a test wants it; the rest is made up. */
export function createApp(setting: Partial<App> = {}): App {
  return {
    id: 'A000000001',
    name: 'Kiosk',
    clientId: '1111.2222',
    clientSecret: 'the client secret',
    signingSecret: 'the signing secret',
    appToken: 'xapp-1-A000000001-stand-in',
    commands: ['/kiosk'],
    shortcuts: ['ask', 'summarize'],
    events: undefined,
    rotates: false,
    ...setting,
  };
}
