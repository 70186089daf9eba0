import { openSeveral, publicUrl } from './several.ts';

/** Where installing begins, and where Slack sends browsers back to. */
export const begin = `${publicUrl}/slack/install`;
export const back = `${publicUrl}/slack/oauth_redirect`;

/** Kiosk, a workspace that hasn't taken it in, and somebody in it who would. */
export async function openTown(name = 'Ferry') {
  const several = await openSeveral('HTTP');
  const { slack } = several;
  const workspace = slack.addWorkspace({ name, installed: false });
  const ada = workspace.user({ name: 'Ada' });
  const agree = () => slack.agree({ teamId: workspace.id, userId: ada.id });
  /** Goes to the install page and to Slack's; says where Slack sends the browser back to. */
  const consent = async (browser = several.browser()) => {
    const { location = '' } = await browser.ask(begin);
    const { location: returns = '' } = await browser.ask(location);
    return returns;
  };
  const exchanged = () => slack.requests.filter(({ method }) => method === 'oauth.v2.access').length;
  return { ...several, workspace, agree, consent, exchanged };
}
