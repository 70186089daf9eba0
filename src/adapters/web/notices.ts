import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { ShowNotice } from '../notice.ts';
import { negotiateLanguage } from './texts.ts';
import type { PageTranslations } from './texts.ts';

// The page's own style is behind what guards the page.
const style = `
:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif }
main { max-width: 32rem; margin: 15vh auto 0; padding: 0 1.25rem }
h1 { font-size: 1.5rem; line-height: 1.25 }
a { color: inherit }
`;
const styled = raw(`<style>${style}</style>`);
const styleHash = createHash('sha256').update(style).digest('base64');
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Shows notices as pages that need nothing else of the web server, each in the first language of its reader's that Kiosk speaks. */
export function createNotices(translations: PageTranslations): ShowNotice {
  return async (request, { status, title, text, values, next }) => {
    const header = request.headers.get('accept-language') ?? undefined;
    const language = negotiateLanguage(header, translations.languages);
    const t = translations.translate(language);
    const page = html`<!doctype html>
      <html lang="${language}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${t(title)} · ${t('web.title')}</title>
          ${styled}
        </head>
        <body>
          <main>
            <h1>${t(title)}</h1>
            <p>${t(text, values)}</p>
            ${next === undefined ? '' : html`<p><a href="${next.to}">${t(next.label)}</a></p>`}
          </main>
        </body>
      </html>`;
    return new Response(String(await page), {
      status,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-language': language,
        'content-security-policy': policy,
        'cache-control': 'no-store',
        vary: 'accept-language',
      },
    });
  };
}
