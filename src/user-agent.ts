import manifest from '../package.json' with { type: 'json' };

/**
 * How Kiosk introduces itself to the servers it reads from.
 * @param contact where whoever runs it can be reached, as the setting says
 */
export function createUserAgent(contact?: string): string {
  const comment = contact === undefined ? 'self-hosted news reader' : `+${contact}`;
  return `Kiosk/${manifest.version} (${comment})`;
}
