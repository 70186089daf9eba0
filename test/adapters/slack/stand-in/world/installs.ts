import type { Install, Token, World } from './world.ts';

/** How long a token that rotates is good for, in milliseconds. */
const tokenLife = 12 * 60 * 60 * 1000;

/** Lets the app into a workspace, again or for the first time. */
export function installIn(world: World, teamId: string, scopes: readonly string[]): Install {
  const before = world.installs.get(teamId);
  const botId = before?.botId ?? world.nextId('B');
  const install: Install = {
    teamId,
    botUserId: before?.botUserId ?? world.nextId('U'),
    botId,
    scopes,
    active: true,
  };
  world.installs.set(teamId, install);
  world.users.set(install.botUserId, {
    id: install.botUserId,
    teamId,
    name: world.app.name,
    locale: 'en-US',
    admin: false,
    owner: false,
    deactivated: false,
    timeZone: 'America/Los_Angeles',
    botId,
  });
  return install;
}

/** Gives out a bot token. */
export function issueToken(world: World, teamId: string): Token {
  const { rotates } = world.app;
  const serial = world.nextId('');
  const token: Token = {
    token: `${rotates ? 'xoxe.xoxb' : 'xoxb'}-${teamId}-${serial}`,
    teamId,
    state: 'good',
    expiresAt: rotates ? world.now() + tokenLife : undefined,
    refreshToken: rotates ? `xoxe-1-${teamId}-${serial}` : undefined,
  };
  world.tokens.set(token.token, token);
  return token;
}

/** Takes the app out of a workspace, or only its tokens. */
export function endTokens(world: World, teamId: string, state: Token['state']): void {
  for (const token of world.tokens.values())
    if (token.teamId === teamId) world.tokens.set(token.token, { ...token, state });
}
