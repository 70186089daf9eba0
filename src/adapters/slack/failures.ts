import * as v from 'valibot';
import { DeliveryError } from '../../errors.ts';
import type { Undeliverable } from '../../errors.ts';

/** What no further attempt mends (https://docs.slack.dev/reference/methods/chat.postMessage#errors, …/conversations.open). */
const reasons: Readonly<Record<string, Undeliverable>> = {
  channel_not_found: 'channelGone',
  is_archived: 'archived',
  not_in_channel: 'notPermitted',
  restricted_action: 'notPermitted',
  restricted_action_read_only_channel: 'notPermitted',
  restricted_action_thread_only_channel: 'notPermitted',
  missing_scope: 'notPermitted',
  cant_update_message: 'notPermitted',
  edit_window_closed: 'notPermitted',
  message_not_found: 'messageGone',
  user_not_found: 'noMessages',
  user_not_visible: 'noMessages',
  user_disabled: 'noMessages',
  cannot_dm_bot: 'noMessages',
  messages_tab_disabled: 'noMessages',
  account_inactive: 'placeGone',
  token_revoked: 'placeGone',
  team_not_found: 'placeGone',
};
/** What Slack can't make sense of now, and can't later, besides what it calls invalid. */
const senseless = new Set(['no_text', 'msg_too_long', 'msg_blocks_too_long', 'metadata_too_large']);
/** What a setting must be mended for. */
const refused = new Set(['invalid_auth', 'not_authed', 'token_expired', 'account_inactive', 'token_revoked']);

const platformError = v.object({ data: v.object({ error: v.string() }) });
const rateLimited = v.object({ retryAfter: v.number() });
const timedOut = v.object({ name: v.literal('TimeoutError') });
const tooLate = v.union([timedOut, v.object({ original: timedOut })]);
/** What Slack didn't answer, it may still do: so many milliseconds later it can be seen. */
const lateness = 30_000;

/** What Slack says went wrong ("channel_not_found"); undefined where it says nothing. */
export function codeOf(error: unknown): string | undefined {
  const parsed = v.safeParse(platformError, error);
  return parsed.success ? parsed.output.data.error : undefined;
}

/** Whether Slack no longer knows a token. */
export function refusesToken(error: unknown): boolean {
  return refused.has(codeOf(error) ?? '');
}

/** What became of a delivery that Slack or the way to it refused. */
export function deliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  const cause = { cause: error };
  const waiting = v.safeParse(rateLimited, error);
  if (waiting.success)
    return new DeliveryError('Slack asks to wait', { retryAfter: 1000 * waiting.output.retryAfter }, cause);
  if (v.is(tooLate, error))
    return new DeliveryError('Slack does not answer', { retryAfter: lateness }, cause);
  const code = codeOf(error);
  if (code === undefined) return new DeliveryError('Slack cannot be reached', {}, cause);
  const reason = reasons[code];
  if (reason !== undefined) return new DeliveryError(`Slack refuses: ${code}`, { reason }, cause);
  const permanent = (code.startsWith('invalid_') && !refusesToken(error)) || senseless.has(code);
  return new DeliveryError(`Slack refuses: ${code}`, { permanent }, cause);
}
