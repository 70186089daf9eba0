import { DiscordAPIError, HTTPError, RESTJSONErrorCodes, RateLimitError } from 'discord.js';
import { DeliveryError } from '../../errors.ts';

/** What no further attempt mends: somebody has to do something about the channel, or it is gone. */
const permanent: Readonly<Record<number, string>> = {
  [RESTJSONErrorCodes.UnknownChannel]: 'the channel is gone',
  [RESTJSONErrorCodes.UnknownGuild]: 'the server is gone',
  [RESTJSONErrorCodes.UnknownMessage]: 'the message is gone',
  [RESTJSONErrorCodes.MissingAccess]: 'Kiosk does not see the channel',
  [RESTJSONErrorCodes.MissingPermissions]: 'Kiosk lacks a permission in the channel',
  [RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel]: 'the channel takes no messages',
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser]: 'the reader takes no messages',
  [RESTJSONErrorCodes.CannotEditMessageAuthoredByAnotherUser]: 'the message is somebody else’s',
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread]: 'the thread is archived',
  [RESTJSONErrorCodes.ThreadLocked]: 'the thread is locked',
};

/** Whether Discord no longer knows the token; that of an interaction that is over is another one. */
export function refusesToken(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    error.status === 401 &&
    error.code !== RESTJSONErrorCodes.InvalidWebhookToken
  );
}

/** Whether Discord understood what it was asked, and said no. */
export function isRefusal(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status < 500 && !refusesToken(error);
}

/** Whether Discord doesn't know yet what is to be followed. */
export function isTooEarly(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownWebhook;
}

/** What became of a delivery that Discord or the way to it refused. */
export function deliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  const cause = { cause: error };
  if (error instanceof RateLimitError)
    return new DeliveryError('Discord asks to wait', { retryAfter: error.retryAfter }, cause);
  if (error instanceof DiscordAPIError) {
    const known = permanent[Number(error.code)];
    if (known !== undefined) return new DeliveryError(known, { permanent: true }, cause);
    // Whoever mends the token, mends this; and what Discord can't make sense of now, it can't later.
    const isOurs = error.status >= 400 && error.status < 500 && error.status !== 401 && error.status !== 429;
    return new DeliveryError(
      `Discord answers ${error.status}: ${error.message}`,
      { permanent: isOurs },
      cause,
    );
  }
  if (error instanceof HTTPError) return new DeliveryError(`Discord answers ${error.status}`, {}, cause);
  return new DeliveryError('Discord cannot be reached', {}, cause);
}
