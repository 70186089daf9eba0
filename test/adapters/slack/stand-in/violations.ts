/** Something that Slack would not have taken from a bot, or that a bot should not do. */
export interface Violation {
  readonly kind: 'method' | 'authorization' | 'form' | 'protocol' | 'socket' | 'endpoint';
  /** "chat.postMessage", or what was said over which way. */
  readonly where: string;
  readonly what: string;
}
