import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import * as v from 'valibot';
import type { TextKey } from '../../texts.ts';
import { everyone } from './channels.ts';
import type { Readers } from './readers.ts';
import { createRequestSchemas, mostBytes } from './requests.ts';
import type { RouteParts } from './routes.ts';
import { streamPosts } from './stream.ts';
import { negotiateLanguage, pageTexts } from './texts.ts';
import { withTyped } from './wire.ts';

/** Answers the page's script: calls, suggestions, texts and posts. */
export function addApi(
  app: Hono,
  parts: RouteParts & {
    readers: Readers;
    refuse: (c: Context, text: TextKey, status: ContentfulStatusCode) => Response | Promise<Response>;
  },
): void {
  const { board, desk, door, listings, translations, readers, refuse, stopping } = parts;
  const schemas = createRequestSchemas(translations.languages);

  app.use(
    '/api/*',
    bodyLimit({ maxSize: mostBytes, onError: (c) => refuse(c, 'web.errors.tooLarge', 413) }),
    async (c, next) => {
      const isJson = /^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '');
      return c.req.method !== 'POST' || isJson ? next() : refuse(c, 'web.errors.badRequest', 415);
    },
  );

  app.get('/api/page', async (c) => {
    const reader = readers.named(c);
    const wanted = v.safeParse(schemas.language, c.req.query('language'));
    const locale = v.safeParse(schemas.language, c.req.query('locale'));
    const language = wanted.success
      ? wanted.output
      : await desk.language({
          ...reader,
          locale: locale.success
            ? locale.output
            : negotiateLanguage(c.req.header('accept-language'), translations.languages),
        });
    return c.json({
      language,
      languages: translations.languages,
      texts: pageTexts(translations.translate(language)),
      listings: listings.filter((listing) => listing.language === language),
      signedIn: door !== undefined,
    });
  });

  app.post('/api/call', async (c) => {
    const request = v.safeParse(schemas.call, await json(c));
    if (!request.success) return refuse(c, 'web.errors.badRequest', 400);
    const { language, ...asked } = request.output;
    const signal = AbortSignal.any([c.req.raw.signal, stopping]);
    const call = { ...readers.named(c), locale: language, signal };
    const reply =
      'text' in asked ? desk.answerText({ ...call, ...asked }) : desk.answer({ ...call, ...asked });
    const message = await whileWanted(reply, signal);
    if (message === undefined) return refuse(c, 'web.errors.stopping', 503);
    return c.json({ message: withTyped(message, desk.typed) });
  });

  app.post('/api/suggest', async (c) => {
    const request = v.safeParse(schemas.suggest, await json(c));
    if (!request.success) return refuse(c, 'web.errors.badRequest', 400);
    const { language, ...asked } = request.output;
    const signal = AbortSignal.any([c.req.raw.signal, stopping]);
    const call = { ...readers.named(c), locale: language, signal };
    const suggestions = await whileWanted(desk.suggest({ ...call, ...asked }), signal);
    return c.json({ suggestions: suggestions ?? [] });
  });

  app.get('/api/posts', (c) =>
    streamPosts(c, { board, desk, channels: [everyone, readers.named(c).channel], ended: stopping }),
  );
}

/** The body, or undefined where it is no JSON. */
async function json(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    return undefined;
  }
}

/** What `work` gives, or undefined as soon as nobody waits for it. */
async function whileWanted<value>(work: Promise<value>, signal: AbortSignal): Promise<value | undefined> {
  const unwanted = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
    if (signal.aborted) resolve(undefined);
  });
  return Promise.race([work, unwanted]);
}
