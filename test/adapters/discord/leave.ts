// Kiosk on a Discord until the input ends: test/adapters/discord/leave.ts API TOKEN APPLICATION
import { createDiscordAdapter } from '../../../src/adapters/discord/index.ts';
import { createLog } from '../../../src/log.ts';
import { createTranslations } from '../../../src/translations.ts';
import { createFakeDesk, fakeListings } from '../../fakes/desk.ts';
import { createFakeKeyValue } from '../../fakes/key-value.ts';

const [apiUrl = '', token = '', applicationId = ''] = process.argv.slice(2);
const adapter = createDiscordAdapter({
  settings: {
    token,
    applicationId,
    apiUrl,
    guildId: undefined,
    publicKey: undefined,
    shards: undefined,
    crosspost: false,
  },
  kept: createFakeKeyValue(),
  translations: createTranslations(),
  now: () => new Date(),
  log: createLog({ level: 'info', destination: process.stdout }),
});
await adapter.start(fakeListings, createFakeDesk());
process.stdin.on('end', () => void adapter.stop());
process.stdin.resume();
