import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Desk, Listing } from '../../chat/adapter.ts';
import type { TextKey } from '../../texts.ts';
import { addApi } from './api.ts';
import { readAssets } from './assets.ts';
import type { Board } from './board.ts';
import { sessionMilliseconds } from './door.ts';
import type { Door } from './door.ts';
import { isExpectedHost, isLoopback, isSameSite, securityHeaders } from './guard.ts';
import type { Opening } from '../opening.ts';
import { createReaders } from './readers.ts';
import { chatPage, noticePage, signInPage } from './shell.ts';
import type { Look } from './shell.ts';
import { negotiateLanguage } from './texts.ts';
import type { PageTranslations } from './texts.ts';

/** Notes one event: what is known of it, and its name. */
export type WebLog = { readonly error: (values: Readonly<Record<string, unknown>>, event: string) => void };

/** Everything that the routes need. */
export interface RouteParts {
  readonly host: string;
  /** The port the server has got. */
  readonly port: () => number;
  /** Undefined where no password is set. */
  readonly door: Door | undefined;
  readonly board: Board;
  readonly desk: Desk;
  readonly listings: readonly Listing[];
  readonly translations: PageTranslations;
  readonly log: WebLog;
  readonly openings: readonly Opening[];
  readonly createId: () => string;
  /** Aborted when the server stops. */
  readonly stopping: AbortSignal;
}

const sessionCookie = 'kiosk_session';
const publicAssets = new Set(['/page.css', '/icon.svg']);
/** The largest sign-in form, in bytes. */
const mostFormBytes = 4096;

/** Answers every request to the page. */
export function createRoutes(parts: RouteParts): Hono {
  const { host, port, door, desk, translations, log, stopping } = parts;
  const isOff = !isLoopback(host) && door === undefined;
  const assets = readAssets();
  const app = new Hono();
  const readers = createReaders(parts.createId);

  function look(c: Context): Look {
    const language = negotiateLanguage(c.req.header('accept-language'), translations.languages);
    const theme = getCookie(c, 'kiosk_theme');
    return {
      language,
      t: translations.translate(language),
      theme: theme === 'light' || theme === 'dark' ? theme : undefined,
    };
  }

  function refuse(c: Context, text: TextKey, status: ContentfulStatusCode): Response | Promise<Response> {
    const how = look(c);
    return c.req.path.startsWith('/api/')
      ? c.json({ error: how.t(text) }, status)
      : c.html(noticePage(how, text), status);
  }

  app.onError((error, c) => {
    log.error({ error, path: c.req.path }, 'web.fault');
    return refuse(c, 'web.errors.fault', 500);
  });
  app.notFound((c) => refuse(c, 'web.errors.notFound', 404));

  app.use(securityHeaders);
  app.get('/healthz', (c) => c.text('ok'));
  // Before all that guards the page: other programs come from elsewhere, under another name, and know no password.
  for (const { path, mostBytes, answer } of parts.openings) {
    const limit = bodyLimit({ maxSize: mostBytes, onError: (c) => c.text('', 413) });
    app.all(path, limit, (c) => answer(c.req.raw, c.req.param()));
  }
  app.use(async (c, next) => {
    await next();
    if (!c.res.headers.has('etag')) c.header('Cache-Control', 'no-store');
    if (stopping.aborted) c.header('Connection', 'close');
  });
  app.use(async (c, next) => {
    if (isOff) return publicAssets.has(c.req.path) ? next() : refuse(c, 'web.errors.off', 503);
    const { host: hostHeader, origin, 'sec-fetch-site': secFetchSite } = c.req.header();
    if (!isExpectedHost(hostHeader, { host, port: port() })) return refuse(c, 'web.errors.host', 403);
    const isReading = c.req.method === 'GET' || c.req.method === 'HEAD';
    const guarded = !isReading || c.req.path.startsWith('/api/');
    if (guarded && !isSameSite({ host: hostHeader, origin, secFetchSite })) {
      return refuse(c, 'web.errors.crossSite', 403);
    }
    const isPublic = publicAssets.has(c.req.path) || c.req.path === '/sign-in';
    if (door === undefined || isPublic || door.isOpen(getCookie(c, sessionCookie))) return next();
    return c.req.path.startsWith('/api/') ? refuse(c, 'web.sessionEnded', 401) : c.redirect('/sign-in', 303);
  });

  app.get('/', async (c) => {
    const how = look(c);
    const reader = readers.known(c);
    if (reader === undefined) return c.html(chatPage(how, translations.languages));
    const language = await desk.language({ ...reader, locale: how.language });
    return c.html(
      chatPage({ ...how, language, t: translations.translate(language) }, translations.languages),
    );
  });

  for (const [path, { type, content, etag }] of assets) {
    app.get(path, (c) => {
      c.header('ETag', etag);
      c.header('Cache-Control', 'no-cache');
      if (c.req.header('if-none-match') === etag) return c.body(null, 304);
      return c.body(content, 200, { 'Content-Type': type });
    });
  }

  if (door !== undefined) {
    const ask = (c: Context, problem: TextKey | undefined, status: ContentfulStatusCode) => {
      // Under `no-referrer` browsers send the form with "Origin: null", which can't be told from another site's.
      c.header('Referrer-Policy', 'same-origin');
      return c.html(signInPage(look(c), problem), status);
    };
    app.get('/sign-in', (c) => ask(c, undefined, 200));
    app.post(
      '/sign-in',
      bodyLimit({ maxSize: mostFormBytes, onError: (c) => refuse(c, 'web.errors.tooLarge', 413) }),
      async (c) => {
        const { password } = await c.req.parseBody();
        const address = getConnInfo(c).remote.address ?? '';
        const outcome = door.enter(typeof password === 'string' ? password : '', address);
        if (outcome === 'wrong') return ask(c, 'web.signIn.wrong', 401);
        if (outcome === 'wait') return ask(c, 'web.signIn.wait', 429);
        setCookie(c, sessionCookie, outcome.token, {
          httpOnly: true,
          sameSite: 'Strict',
          path: '/',
          secure: isSecure(c),
          maxAge: sessionMilliseconds / 1000,
        });
        return c.redirect('/', 303);
      },
    );
    app.post('/sign-out', (c) => {
      door.leave(getCookie(c, sessionCookie));
      setCookie(c, sessionCookie, '', { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: 0 });
      return c.redirect('/sign-in', 303);
    });
  }

  addApi(app, { ...parts, readers, refuse });
  return app;
}

/** True where the browser speaks https, be it to a proxy; it says so itself, in Origin. */
function isSecure(c: Context): boolean {
  return c.req.header('origin')?.startsWith('https:') ?? false;
}
