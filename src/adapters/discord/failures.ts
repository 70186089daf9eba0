import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import { DeliveryError } from '../../errors.ts';
import type { Undeliverable } from '../../errors.ts';

/** What no further attempt mends: somebody has to do something about the channel, or it is gone. */
const reasons: Readonly<Record<number, Undeliverable>> = {
  [RESTJSONErrorCodes.UnknownChannel]: 'channelGone',
  [RESTJSONErrorCodes.UnknownGuild]: 'placeGone',
  [RESTJSONErrorCodes.UnknownMessage]: 'messageGone',
  [RESTJSONErrorCodes.MissingAccess]: 'notPermitted',
  [RESTJSONErrorCodes.MissingPermissions]: 'notPermitted',
  [RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel]: 'noMessages',
  [RESTJSONErrorCodes.UnknownUser]: 'noMessages',
  [RESTJSONErrorCodes.InvalidRecipients]: 'noMessages',
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser]: 'noMessages',
  [RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds]: 'noMessages',
  [RESTJSONErrorCodes.CannotEditMessageAuthoredByAnotherUser]: 'notPermitted',
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread]: 'archived',
  [RESTJSONErrorCodes.ThreadLocked]: 'archived',
};

/** What Discord refuses now, and perhaps not later. */
const passing: ReadonlySet<number | string> = new Set<number>([
  RESTJSONErrorCodes.ActionCannotBePerformedDueToSlowmodeRateLimit,
  RESTJSONErrorCodes.ChannelWriteRateLimit,
  RESTJSONErrorCodes.ServerWriteRateLimit,
  RESTJSONErrorCodes.OpeningDirectMessagesTooFast,
  RESTJSONErrorCodes.SendMessagesHasBeenTemporarilyDisabled,
  RESTJSONErrorCodes.ServiceResourceIsBeingRateLimited,
  RESTJSONErrorCodes.AnnouncementEditLimitExceeded,
  RESTJSONErrorCodes.MaximumNumberOfEditsToMessagesOlderThanOneHourReached,
  RESTJSONErrorCodes.CloudflareIsBlockingYourRequest,
]);

/** Whether Discord no longer knows the token; that of an interaction that is over is another one. */
export function refusesToken(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    error.status === 401 &&
    error.code !== RESTJSONErrorCodes.InvalidWebhookToken
  );
}

/** Whether Discord understood what it was asked, and said no. What stands before Discord answers without a code of Discord’s. */
export function isRefusal(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    typeof error.code === 'number' &&
    error.status < 500 &&
    error.status !== 429 &&
    !refusesToken(error) &&
    !passing.has(error.code)
  );
}

/** Whether Discord refuses with this code. */
export function isCode(error: unknown, code: RESTJSONErrorCodes): boolean {
  return error instanceof DiscordAPIError && error.code === code;
}

/** Whether Discord doesn't know yet what is to be followed. */
export function isTooEarly(error: unknown): boolean {
  return isCode(error, RESTJSONErrorCodes.UnknownWebhook);
}

/** Whoever may not read what was written before, may write, but not in reply. */
export function mayNotReply(error: unknown): boolean {
  return isCode(error, RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory);
}

/** What became of a delivery that Discord or the way to it refused. */
export function deliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  const cause = { cause: error };
  if (error instanceof RateLimitError) {
    const retryAfter = Math.ceil(Math.max(error.timeToReset, error.retryAfter));
    return new DeliveryError('Discord asks to wait', { retryAfter }, cause);
  }
  if (error instanceof DiscordAPIError) {
    const reason = reasons[Number(error.code)];
    if (reason !== undefined)
      return new DeliveryError(`Discord refuses: ${error.message}`, { reason }, cause);
    // Whoever mends the token, mends this; and what Discord can't make sense of now, it can't later.
    const permanent = isRefusal(error) && error.status !== 401;
    return new DeliveryError(`Discord answers ${error.status}: ${error.message}`, { permanent }, cause);
  }
  if (error instanceof HTTPError) return new DeliveryError(`Discord answers ${error.status}`, {}, cause);
  return new DeliveryError('Discord cannot be reached', {}, cause);
}
