import packageJson from '../package.json' with { type: 'json' };

/** The flags of Node that `npm run kiosk` runs with. */
export const nodeFlags: readonly string[] = packageJson.scripts.kiosk
  .split(' ')
  .filter((word) => word.startsWith('--'));
