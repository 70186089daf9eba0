import { stringify } from 'yaml';
import { listCommands } from '../chat/listings.ts';
import { loadCommands } from '../commands.ts';
import { defineVerb, exitCodes } from './verb.ts';

/** Each thing on a line of its own, however long, and written out wherever it stands again. */
const layout = { lineWidth: 0, aliasDuplicateObjects: false } as const;

/** Prints what Slack is to be told of Kiosk. */
export const manifest = defineVerb({
  options: {},
  async run({ config, translations, options, output }) {
    // Loaded where it is needed: other verbs do without Slack's library.
    const { createManifest } = await import('../adapters/slack/index.ts');
    const listings = listCommands(await loadCommands(), translations);
    const described = createManifest({
      listings,
      t: translations.translate('en'),
      publicUrl: config.publicUrl,
      ...(config.slackAppToken !== undefined && { way: 'socket' }),
    });
    if (options.json) await output.json(described);
    else await output.line(stringify(described, layout).trimEnd());
    return exitCodes.success;
  },
});
