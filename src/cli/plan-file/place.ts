/** What a channel usually belongs to: "discord:7" of "discord:7:70". */
export function placeOf(channel: string): string {
  const parts = channel.split(':');
  return parts.length > 2 ? parts.slice(0, 2).join(':') : channel;
}

/** The platform of a channel's id. */
export function platformOf(channel: string): string {
  return channel.split(':')[0] ?? '';
}
