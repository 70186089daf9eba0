import { readdir } from 'node:fs/promises';
import type { AnyCommand } from './chat/command.ts';
import type { Commands } from './chat/listings.ts';

const folder = new URL('../commands/', import.meta.url);

/**
 * Loads every file of `commands/`; the file's name is the command's name.
 * @throws when a file's default export is not a command
 */
export async function loadCommands(): Promise<Commands> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts')).sort();
  const loaded = files.map(async (file) => {
    const module: { default?: unknown } = await import(new URL(file, folder).href);
    if (!isCommand(module.default)) throw new Error(`commands/${file} does not export a command by default`);
    return [file.slice(0, -'.ts'.length), module.default] as const;
  });
  return new Map(await Promise.all(loaded));
}

function isCommand(value: unknown): value is AnyCommand {
  return (
    typeof value === 'object' &&
    value !== null &&
    'run' in value &&
    typeof value.run === 'function' &&
    'options' in value
  );
}
