import { listCommands } from '../chat/listings.ts';
import { loadCommands } from '../commands.ts';
import { UserError } from '../errors.ts';
import { discordSettings } from './discord.ts';
import { defineVerb, exitCodes } from './verb.ts';

/** Tells Discord which commands there are. */
export const register = defineVerb({
  options: {},
  async run({ config, translations, translate, output, options, log }) {
    const settings = discordSettings(config);
    if (settings === undefined) throw new UserError('cli.register.off');
    // Loaded where it is needed: other verbs do without Discord's library.
    const { registerCommands } = await import('../adapters/discord/index.ts');
    const listings = listCommands(await loadCommands(), translations);
    const count = listings.filter(({ language }) => language === 'en').length;
    try {
      const changed = await registerCommands(settings, listings);
      if (options.json) await output.json({ commands: count, changed });
      else await output.line(translate(changed ? 'cli.register.done' : 'cli.register.same', { count }));
      return exitCodes.success;
    } catch (error) {
      log.debug({ error }, 'Discord refused the commands');
      throw new UserError('cli.register.failed', {
        reason: error instanceof Error ? error.message : String(error),
      });
    }
  },
});
