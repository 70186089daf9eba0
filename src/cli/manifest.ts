import { listCommands } from '../chat/listings.ts';
import { loadCommands } from '../commands.ts';
import { defineVerb, exitCodes } from './verb.ts';

/** Prints what Slack is to be told of Kiosk. */
export const manifest = defineVerb({
  options: {},
  async run({ config, translations, output }) {
    // Loaded where it is needed: other verbs do without Slack's library.
    const { createManifest } = await import('../adapters/slack/index.ts');
    const listings = listCommands(await loadCommands(), translations);
    const described = createManifest({
      listings,
      t: translations.translate('en'),
      publicUrl: config.publicUrl,
      ...(config.slackAppToken !== undefined && { way: 'socket' }),
    });
    await output.line(JSON.stringify(described, undefined, 2));
    return exitCodes.success;
  },
});
