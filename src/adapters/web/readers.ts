import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Caller } from '../../chat/adapter.ts';

/** Who reads, and the channel in which they are answered. */
export interface Reader {
  readonly caller: Caller;
  readonly channel: string;
}

/** Knows a browser again by a random id in a cookie. */
export interface Readers {
  /** The reader whose browser was here before. */
  known(c: Context): Reader | undefined;
  /** The reader, who gets a name if they have none. For requests of the page itself only: see below. */
  named(c: Context): Reader;
}

const readerCookie = 'kiosk_reader';
/** The longest a browser keeps a cookie, in seconds. */
const cookieSeconds = 400 * 24 * 60 * 60;

/**
 * The cookie is not sent when another site links here (SameSite=Strict), so a name must not be given to whoever opens the
 * page without one, or every such link would make them a stranger. Names are given to requests that the page makes.
 */
export function createReaders(createId: () => string): Readers {
  return {
    known,
    named(c) {
      const reader = known(c);
      if (reader !== undefined) return reader;
      const id = createId();
      const secure = c.req.header('origin')?.startsWith('https:') ?? false;
      setCookie(c, readerCookie, id, {
        httpOnly: true,
        sameSite: 'Strict',
        path: '/',
        secure,
        maxAge: cookieSeconds,
      });
      return readerOf(id);
    },
  };
}

function known(c: Context): Reader | undefined {
  const id = getCookie(c, readerCookie);
  return id !== undefined && /^[\w-]{16,64}$/.test(id) ? readerOf(id) : undefined;
}

/**
 * Everyone the page answers may manage it: on loopback without a password it is whoever works on this machine, elsewhere
 * and with a password it is who has signed in; nobody else gets this far.
 */
function readerOf(id: string): Reader {
  return { caller: { id: `web:${id}`, manager: true }, channel: `web:${id}` };
}
