import type { JsonObject } from './json.ts';

/** Discord's refusals: status, code and message (discord-api-docs, "JSON Error Codes"). */
const refusals = {
  notFound: [404, 0, '404: Not Found'],
  notAllowed: [405, 0, '405: Method Not Allowed'],
  unauthorized: [401, 0, '401: Unauthorized'],
  unknownApplication: [404, 10002, 'Unknown Application'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  notThisApplication: [403, 20012, 'You are not authorized to perform this action on this application'],
  openingTooFast: [400, 40003, 'You are opening direct messages too fast'],
  tooManyCommands: [400, 30032, 'Maximum number of application commands reached (100).'],
  tooManyCreations: [400, 30034, 'Max number of daily application command creates has been reached (200)'],
  alreadyCrossposted: [400, 40033, 'This message has already been crossposted.'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  tagRequired: [400, 40067, 'A tag is required to create a forum post in this channel'],
  missingAccess: [403, 50001, 'Missing Access'],
  notInDirectMessages: [403, 50003, 'Cannot execute action on a DM channel'],
  notTheAuthor: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  unreachableUser: [403, 50007, 'Cannot send messages to this user'],
  notATextChannel: [400, 50008, 'Cannot send messages in a non-text channel'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  wrongChannelType: [400, 50024, 'Cannot execute action on this channel type'],
  invalidWebhookToken: [401, 50027, 'Invalid Webhook Token'],
  invalidForm: [400, 50035, 'Invalid Form Body'],
  noMutualGuilds: [403, 50278, 'Cannot send messages to this user due to having no mutual guilds'],
  overloaded: [503, 130000, 'API resource is currently overloaded. Try again a little later'],
  archivedThread: [400, 50083, 'Thread is archived'],
  invalidJson: [400, 50109, 'The request body contains invalid JSON.'],
  mayNotReply: [403, 160002, 'Cannot reply without permission to read message history'],
  threadExists: [400, 160004, 'A thread has already been created for this message'],
  lockedThread: [400, 160005, 'Thread is locked'],
  tooManyThreads: [400, 160006, 'Maximum number of active threads has been reached'],
} as const satisfies Readonly<Record<string, readonly [number, number, string]>>;

/** What Discord refuses by name. */
export type RefusalName = keyof typeof refusals;

/** An answer of Discord's that says no. */
export class Refusal extends Error {
  readonly reason: RefusalName;
  readonly status: number;
  readonly body: JsonObject;

  constructor(reason: RefusalName, errors?: JsonObject) {
    const [status, code, message] = refusals[reason];
    super(errors === undefined ? message : `${message}: ${JSON.stringify(errors)}`);
    this.name = 'Refusal';
    this.reason = reason;
    this.status = status;
    this.body = { message, code, ...(errors === undefined ? {} : { errors }) };
  }
}
