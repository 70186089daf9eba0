import { html } from 'hono/html';
import type { LanguageTag } from '../../language/language.ts';
import type { TextKey, Translate } from '../../texts.ts';
import * as icons from './icons.ts';

/** A page of HTML. */
export type Html = ReturnType<typeof html>;

/** How a page looks before its script runs. */
export interface Look {
  readonly language: LanguageTag;
  readonly t: Translate;
  /** Undefined: as the system has it. */
  readonly theme: 'light' | 'dark' | undefined;
}

const examples = ['web.examples.leak', 'web.examples.cathedral', 'web.examples.canal'] as const;

/**
 * The page, in one language. Elements with `data-text`, `data-label` and `data-placeholder` name the text they show, so
 * that the page's script can show it in another language.
 */
export function chatPage(look: Look, languages: readonly LanguageTag[]): Html {
  const { t, language } = look;
  const text = (key: TextKey) => html`<span data-text="${key}">${t(key)}</span>`;
  return document(
    look,
    html`<script type="module" src="/page/page.ts"></script>`,
    html`<a class="skip" href="#question" data-text="web.skip">${t('web.skip')}</a>
      <header class="masthead">
        <div class="column">
          <h1 class="wordmark">
            <img src="/icon.svg" alt="" width="30" height="30" />
            <span>${text('web.title')}<small data-text="web.tagline">${t('web.tagline')}</small></span>
          </h1>
          <div class="tools">
            <button id="new" class="tool" type="button" hidden data-label="web.newConversation">
              ${icons.plus}
            </button>
            <button id="dark" class="tool" type="button" aria-pressed="false" data-label="web.dark">
              ${icons.moon}
            </button>
            <button id="sign-out" class="tool" type="button" hidden data-label="web.signIn.out">
              ${icons.leave}
            </button>
            <select id="language" data-label="web.language" autocomplete="off">
              ${languages.map(
                (tag) =>
                  html`<option value="${tag}" lang="${tag}" ${tag === language ? 'selected' : ''}>
                    ${autonym(tag)}
                  </option>`,
              )}
            </select>
          </div>
        </div>
      </header>
      <main class="column">
        <section id="welcome" class="welcome">
          <h2 data-text="web.welcome.title">${t('web.welcome.title')}</h2>
          <p data-text="web.welcome.text">${t('web.welcome.text')}</p>
          <p class="quiet" data-text="web.welcome.samples">${t('web.welcome.samples')}</p>
          <h3 data-text="web.examples.title">${t('web.examples.title')}</h3>
          <ul class="examples">
            ${examples.map((key) => html`<li><button type="button" data-text="${key}">${t(key)}</button></li>`)}
          </ul>
          <noscript><p>${t('web.scriptNeeded')}</p></noscript>
        </section>
        <div id="log" class="log" role="log" aria-live="polite" data-label="web.conversation"></div>
        <form id="composer" class="composer">
          <div id="suggestions" class="suggestions" role="listbox" hidden data-label="web.suggestions"></div>
          <div class="field">
            <label class="hidden" for="question" data-text="web.question">${t('web.question')}</label>
            <button id="commands" class="slash" type="button" data-label="web.commands">/</button>
            <textarea
              id="question"
              rows="1"
              autocomplete="off"
              enterkeyhint="send"
              aria-describedby="hint"
              data-placeholder="web.placeholder"
              placeholder="${t('web.placeholder')}"
            ></textarea>
            <button id="cancel" class="send" type="button" hidden data-label="web.cancel">
              ${icons.stop}
            </button>
            <button id="send" class="send" type="submit" data-label="web.send">${icons.arrowUp}</button>
          </div>
          <p id="hint" class="hint" data-text="web.hint">${t('web.hint')}</p>
        </form>
        <p id="status" class="hidden" role="status"></p>
        <p id="new-tab" hidden data-text="web.newTab">${t('web.newTab')}</p>
      </main>`,
  );
}

/** Asks for the password. @param problem why the last try failed */
export function signInPage(look: Look, problem: TextKey | undefined): Html {
  const { t } = look;
  return document(
    look,
    html``,
    html`<main class="notice">
      <img src="/icon.svg" alt="" width="48" height="48" />
      <h1>${t('web.signIn.title')}</h1>
      <form class="sign-in" method="post" action="/sign-in">
        <p>${t('web.signIn.text')}</p>
        <label for="password">${t('web.signIn.password')}</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="current-password"
          required
          autofocus
          ${problem ? html`aria-invalid="true" aria-describedby="problem"` : ''}
        />
        ${problem ? html`<p id="problem" class="problem" role="alert">${t(problem)}</p>` : ''}
        <button class="primary" type="submit">${t('web.signIn.submit')}</button>
      </form>
    </main>`,
  );
}

/** Says one thing, such as that there is nothing at an address. */
export function noticePage(look: Look, text: TextKey): Html {
  const { t } = look;
  return document(
    look,
    html``,
    html`<main class="notice">
      <img src="/icon.svg" alt="" width="48" height="48" />
      <h1>${t('web.title')}</h1>
      <p>${t(text)}</p>
      <p><a href="/">${t('web.back')}</a></p>
    </main>`,
  );
}

function document({ language, t, theme }: Look, head: Html, body: Html): Html {
  return html`<!doctype html>
    <html lang="${language}" ${theme === undefined ? '' : html`data-theme="${theme}"`}>
      <head>
        <meta charset="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
        />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content="${t('web.tagline')}" />
        <title>${t('web.title')}</title>
        <link rel="icon" type="image/svg+xml" href="/icon.svg" />
        <link rel="stylesheet" href="/page.css" />
        ${head}
      </head>
      <body>
        ${body}
      </body>
    </html>`;
}

/** A language's own name for itself. */
function autonym(tag: LanguageTag): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
