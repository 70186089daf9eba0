import type { Log } from '../../log.ts';
import type { Notice, ShowNotice } from '../notice.ts';
import type { Opening } from '../opening.ts';
import { codeOf } from './failures.ts';
import { stateLasts } from './install-state.ts';
import type { InstallState } from './install-state.ts';
import type { Installation } from './installations.ts';
import type { OAuth } from './oauth.ts';
import { installPaths } from './settings.ts';

const cookie = 'kiosk_slack_install';
/** Browsers send nothing in these requests' bodies. */
const mostBytes = 1000;

/**
 * The two addresses over which workspaces take Kiosk in. They are open to everybody: whom Slack lets install an app
 * into a workspace is for that workspace to say.
 * @param parts.installed keeps what a workspace gave
 */
export function createInstallOpenings(parts: {
  readonly oauth: Pick<OAuth, 'consent' | 'exchange'>;
  readonly state: InstallState;
  readonly publicUrl: string;
  readonly showNotice: ShowNotice;
  readonly installed: (installation: Installation) => Promise<void>;
  readonly log: Log;
}): readonly Opening[] {
  const { oauth, state, publicUrl, showNotice, installed, log } = parts;
  const { pathname, protocol } = new URL(`${publicUrl}/slack`);
  const attributes = `Path=${pathname}; HttpOnly; SameSite=Lax${protocol === 'https:' ? '; Secure' : ''}`;
  const again = { label: 'slack.install.again', to: `${publicUrl}${installPaths.begin}` } as const;

  function begin(): Response {
    const created = state.create();
    return new Response('', {
      status: 302,
      headers: {
        location: oauth.consent(created),
        'set-cookie': `${cookie}=${created}; Max-Age=${stateLasts / 1000}; ${attributes}`,
        'cache-control': 'no-store',
      },
    });
  }

  /** What became of it. Slack's words are its own; the reader gets ours. */
  async function finish(query: URLSearchParams, created: string): Promise<Notice> {
    if (query.has('error')) {
      return query.get('error') === 'access_denied'
        ? { status: 403, title: 'slack.install.stopped', text: 'slack.install.denied', next: again }
        : { status: 400, title: 'slack.install.stopped', text: 'slack.install.refused', next: again };
    }
    if (!(await state.take(query.get('state') ?? '', created)))
      return { status: 400, title: 'slack.install.stopped', text: 'slack.install.expired', next: again };
    const granted = await oauth.exchange(query.get('code') ?? '').catch((error: unknown) => {
      log.warn({ error }, 'Kiosk could not be taken into a workspace on Slack');
      return codeOf(error) === undefined ? 'unreachable' : 'refused';
    });
    if (granted === 'unreachable')
      return { status: 502, title: 'slack.install.stopped', text: 'slack.install.unreachable', next: again };
    if (granted === 'refused')
      return { status: 400, title: 'slack.install.stopped', text: 'slack.install.refused', next: again };
    if (granted.kind === 'organisation')
      return { status: 403, title: 'slack.install.stopped', text: 'slack.install.organisation' };
    const { installation, name } = granted;
    await installed(installation);
    log.info({ team: installation.team }, 'Kiosk was taken into a workspace on Slack');
    const values = { workspace: name };
    return { status: 200, title: 'slack.install.done', text: 'slack.install.welcome', values };
  }

  return [
    opening(installPaths.begin, async () => begin()),
    opening(installPaths.back, async (request) => {
      const created = cookieOf(request.headers.get('cookie') ?? '');
      const response = await showNotice(request, await finish(new URL(request.url).searchParams, created));
      response.headers.set('set-cookie', `${cookie}=; Max-Age=0; ${attributes}`);
      return response;
    }),
  ];
}

/** An address that is read, and nothing else. */
function opening(path: string, answer: (request: Request) => Promise<Response>): Opening {
  return {
    path,
    mostBytes,
    answer: async (request) =>
      request.method === 'GET'
        ? answer(request)
        : new Response('', { status: 405, headers: { allow: 'GET' } }),
  };
}

function cookieOf(header: string): string {
  const pairs = header.split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${cookie}=`))?.slice(cookie.length + 1) ?? '';
}
