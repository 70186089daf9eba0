import { afterEach, describe, expect, test } from 'vitest';
import { runCommandLine } from '../../src/cli/run.ts';
import { createTranslations } from '../../src/translations.ts';
import { createUserAgent } from '../../src/user-agent.ts';
import { createCommandLine } from '../fakes/command-line.ts';
import { serve, type TestServer } from '../sources/server.ts';

const t = createTranslations().translate('en');
const servers: TestServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

/** `kiosk read` of a feed on this machine. */
async function read(environment: Readonly<Record<string, string>>) {
  const agents: (string | undefined)[] = [];
  const server = await serve((request, response) => {
    agents.push(request.headers['user-agent']);
    response.end('<rss version="2.0"><channel><title>The Quay</title></channel></rss>');
  });
  servers.push(server);
  const { line, stdout, stderr } = createCommandLine(['read', server.url], {
    environment: { LC_ALL: 'en', ...environment },
  });
  const status = await runCommandLine(line);
  return { status, stdout: stdout.text(), stderr: stderr.text(), agents };
}

describe('kiosk read with an address', () => {
  test('introduces itself as the settings say', async () => {
    const contact = 'https://paper.example/kiosk';
    const { status, stdout, agents } = await read({ ALLOW_PRIVATE_HOSTS: '127.0.0.1', CONTACT: contact });
    expect(status).toBe(0);
    expect(stdout).toContain('The Quay');
    expect(agents).toEqual([createUserAgent(contact)]);
  });

  test('enters no private network unless the settings open it', async () => {
    const { status, stderr, agents } = await read({});
    expect(status).toBe(1);
    expect(stderr).toContain(t('sources.privateAddress'));
    expect(agents).toEqual([]);
  });
});
