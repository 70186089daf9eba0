import * as v from 'valibot';
import type { Posted } from '../chat/adapter.ts';
import type { KeyValue } from '../chat/key-value.ts';
import { DeliveryError } from '../errors.ts';

/** Where a delivery may go. */
export interface Place {
  /** How what was sent is recognised: by its key, or by its words, which another delivery may share. */
  readonly recognises: 'keys' | 'words';
  /**
   * What was sent here though nobody heard of it.
   * @param since milliseconds since 1970
   * @param isOthers whether a message is known as another delivery's
   */
  find(since: number, isOthers: (posted: Posted) => Promise<boolean>): Promise<Posted | undefined>;
  /** Undefined: it can't be sent here, but perhaps to the next place. */
  send(): Promise<Posted | undefined>;
}

/** Sends what a key names to the first place that takes it, once, however often it is asked to. @throws what the places throw */
export type Once = (key: string, places: () => Promise<readonly Place[]>) => Promise<Posted>;

/** What was tried and posted is known this long, in milliseconds; retries come sooner. */
const keptFor = 30 * 24 * 60 * 60 * 1000;
/** How far clocks may be apart, in milliseconds. */
const clockSkew = 60_000;

const postedSchema = v.object({ channel: v.string(), id: v.string() });

/**
 * Before a second attempt the places are searched for what the first may have sent: its end may be unknown, and it may have been
 * another process's.
 * @param parts.kept where it is written down what was tried and posted
 */
export function createOnce(parts: { readonly kept: KeyValue; readonly now: () => Date }): Once {
  const { kept, now } = parts;
  const underWay = new Map<string, Promise<Posted>>();

  async function post(key: string, placesFor: () => Promise<readonly Place[]>): Promise<Posted> {
    const done = v.safeParse(postedSchema, await kept.get(`posted ${key}`));
    if (done.success) return done.output;
    const places = await placesFor();
    const isFirst = await kept.add(`tried ${key}`, now().getTime(), keptFor);
    const tried = isFirst ? undefined : await kept.get(`tried ${key}`);
    const isOthers = async (posted: Posted) => {
      const owner = await kept.get(nameOf(posted));
      return owner !== undefined && owner !== key;
    };
    const before = typeof tried === 'number' ? await find(places, tried - clockSkew, isOthers) : undefined;
    const posted = before ?? (await send(places));
    if (places.some(({ recognises }) => recognises === 'words')) await kept.set(nameOf(posted), key, keptFor);
    await kept.set(`posted ${key}`, { ...posted }, keptFor);
    return posted;
  }

  return (key, places) => {
    const before = underWay.get(key);
    if (before !== undefined) return before;
    const posting = post(key, places).finally(() => underWay.delete(key));
    underWay.set(key, posting);
    return posting;
  };
}

/** A place that is passed over where it refuses. @param refuses tells a refusal from other errors */
export function optional(place: Place, refuses: (error: unknown) => boolean): Place {
  const pass = (error: unknown) => {
    if (!refuses(error)) throw error;
    return undefined;
  };
  return {
    recognises: place.recognises,
    find: (...asked) => place.find(...asked).catch(pass),
    send: () => place.send().catch(pass),
  };
}

function nameOf({ channel, id }: Posted): string {
  return `message ${channel} ${id}`;
}

async function find(
  places: readonly Place[],
  ...asked: Parameters<Place['find']>
): Promise<Posted | undefined> {
  for (const place of places) {
    const found = await place.find(...asked);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function send(places: readonly Place[]): Promise<Posted> {
  for (const place of places) {
    const posted = await place.send();
    if (posted !== undefined) return posted;
  }
  throw new DeliveryError('no place takes it', { permanent: true });
}
