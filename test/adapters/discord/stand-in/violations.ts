/** Something that Discord would not have taken from a bot, or that its description doesn't know. */
export interface Violation {
  readonly kind: 'route' | 'authorization' | 'form' | 'protocol' | 'description' | 'gateway';
  /** "POST /channels/1/messages", or what was said to the gateway. */
  readonly where: string;
  readonly what: string;
}
