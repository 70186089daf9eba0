import { Refusal } from '../refusal.ts';

/** Refused because it came too fast; with the seconds to wait. */
export class TooFast extends Refusal {
  readonly seconds: number;

  constructor(seconds: number) {
    super('ratelimited');
    this.name = 'TooFast';
    this.seconds = seconds;
  }
}

/** Lets `burst` messages at once into a channel and one a second after, by the stand-in's clock; all where there is no burst. */
export function createPace(now: () => number, burst: number | undefined): (channelId: string) => void {
  const recent = new Map<string, readonly number[]>();
  return (channelId) => {
    if (burst === undefined) return;
    const within = (recent.get(channelId) ?? []).filter((at) => now() - at < burst * 1000);
    if (within.length >= burst) throw new TooFast(1);
    recent.set(channelId, [...within, now()]);
  };
}
