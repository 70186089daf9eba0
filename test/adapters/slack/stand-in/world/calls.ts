import type { JsonObject } from '../../../discord/stand-in/json.ts';

/** How the bot answered at first. */
export interface Acknowledgement {
  /** Milliseconds since 1970, by the stand-in's clock. */
  readonly at: number;
  /** Whether it came after the three seconds that Slack waits. */
  readonly late: boolean;
  /** What came with it: a message, what to do with a view, or options. */
  readonly payload: JsonObject | undefined;
}

/** What a reader did, as it stands. */
export interface CallRecord {
  readonly id: string;
  readonly kind: 'slash' | 'click' | 'suggest' | 'submit' | 'close' | 'shortcut' | 'message shortcut';
  readonly teamId: string;
  readonly userId: string;
  readonly channelId: string | undefined;
  readonly createdAt: number;
  /** Where it was done: a message's key, or a view's id. */
  readonly messageKey: string | undefined;
  readonly viewId: string | undefined;
  readonly acknowledged: Acknowledgement | undefined;
  /** How often its response_url was used. */
  readonly responses: number;
  /** Keys of messages that were its immediate response or came through its response_url. */
  readonly messages: readonly string[];
  /** Ids of views that were opened with its trigger, or pushed in answer to it. */
  readonly views: readonly string[];
  /** What Slack tells the reader in place of an answer: "dispatch_failed", "operation_timeout". */
  readonly failed: string | undefined;
}

/** What readers did. */
export interface Calls {
  get(id: string): CallRecord;
  has(id: string): boolean;
  begin(call: CallRecord): void;
  change(id: string, changes: Partial<CallRecord>): void;
}

/** Begins with nothing done. @param changed is told of changes */
export function createCalls(changed: () => void): Calls {
  const calls = new Map<string, CallRecord>();
  const get = (id: string): CallRecord => {
    const call = calls.get(id);
    if (call === undefined) throw new Error(`There is no call ${id}`);
    return call;
  };
  return {
    get,
    has: (id) => calls.has(id),
    begin: (call) => void calls.set(call.id, call),
    change(id, changes) {
      calls.set(id, { ...get(id), ...changes });
      changed();
    },
  };
}
