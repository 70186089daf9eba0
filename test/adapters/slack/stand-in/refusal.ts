import type { JsonObject } from '../../discord/stand-in/json.ts';

/** Refusals that a bot could have known of; others tell it something. */
const avoidable: ReadonlySet<string> = new Set([
  'unknown_method',
  'not_authed',
  'not_allowed_token_type',
  'missing_scope',
  'invalid_arguments',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_metadata_format',
  'metadata_too_large',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
  'view_too_large',
  'push_limit_reached',
  'invalid_trigger_id',
  'exchanged_trigger_id',
  'expired_trigger_id',
  'used_url',
  'expired_url',
  'invalid_form_data',
  'invalid_json',
  'invalid_thread_ts',
  'invalid_types',
  'invalid_ts_latest',
  'invalid_cursor',
]);

/** An answer of Slack's that says no. */
export class Refusal extends Error {
  /** "channel_not_found" */
  readonly error: string;
  readonly body: JsonObject;
  /** Whether the bot could have known. */
  readonly avoidable: boolean;

  /** @param messages what is wrong, in Slack's words: "[ERROR] … [json-pointer:/blocks/0]" */
  constructor(error: string, messages: readonly string[] = [], more: JsonObject = {}) {
    super([error, ...messages].join(' '));
    this.name = 'Refusal';
    this.error = error;
    this.avoidable = avoidable.has(error);
    const errors = messages.map((message) => message.replace('[ERROR] ', ''));
    const details = messages.length === 0 ? {} : { errors, response_metadata: { messages: [...messages] } };
    this.body = { ok: false, error, ...more, ...details };
  }
}
