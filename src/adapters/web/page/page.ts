import type { LanguageTag } from '../../../language/language.ts';
import type { WirePage } from '../wire.ts';
import { createCopy } from './clipboard.ts';
import { complete } from './completion.ts';
import { createComposer } from './composer.ts';
import { find } from './dom.ts';
import { createLabels } from './labels.ts';
import { createLog } from './log.ts';
import type { Remedy } from './log.ts';
import { listenToPosts } from './posts.ts';
import { call, loadPage, RequestProblem, signOut, suggest } from './requests.ts';
import type { Asked } from './requests.ts';
import { switchTheme } from './theme.ts';
import { createTurns } from './turns.ts';
import type { Typed } from './turns.ts';

const languageKey = 'kiosk.language';

switchTheme(find('dark', HTMLButtonElement));
const locale = localStorage.getItem(languageKey) ?? document.documentElement.lang;
begin(await loadPage({ locale }));

/** Brings the page to life, once it knows about Kiosk. */
function begin(first: WirePage): void {
  let page = first;
  let pending: AbortController | undefined;
  /** Settles when the newest question has its reply or was given up. */
  let settled = Promise.resolve();
  const labels = createLabels(page.texts, page.language);
  const status = find('status', HTMLElement);
  const welcome = find('welcome', HTMLElement);
  const language = find('language', HTMLSelectElement);
  const cancel = find('cancel', HTMLButtonElement);
  const send = find('send', HTMLButtonElement);
  const renew = find('new', HTMLButtonElement);
  const leave = find('sign-out', HTMLButtonElement);
  const field = find('question', HTMLTextAreaElement);
  const turns = createTurns(sessionStorage);
  const log = createLog({
    root: find('log', HTMLElement),
    labels,
    context: {
      labels,
      act: ({ command, options, label, typed }) => void ask({ command, options }, { text: typed, label }),
      copy: createCopy({ labels, status }),
    },
  });
  const composer = createComposer({
    form: find('composer', HTMLFormElement),
    field,
    list: find('suggestions', HTMLElement),
    history: turns.all().flatMap((turn) => (turn.kind === 'asked' ? [turn.text] : [])),
    complete: (text) =>
      complete(text, page.listings, {
        required: labels.text('web.required'),
        optional: labels.text('web.optional'),
      }),
    suggest: ({ command, option, typed }, signal) =>
      suggest({ command, option, typed }, page.language, signal),
    send(text) {
      composer.clear(text);
      void ask({ text }, { text });
    },
    cancel: () => pending?.abort(),
  });

  /** Shows what was asked and then asks it; whoever asks anew no longer waits for what they asked before. */
  async function ask(asked: Asked, typed: Typed): Promise<void> {
    await giveUp();
    const at = new Date().toISOString();
    log.ask(typed, at);
    turns.add({ kind: 'asked', at, ...typed });
    showWelcome();
    settled = answer(asked, typed);
    await settled;
  }

  async function giveUp(): Promise<void> {
    pending?.abort();
    await settled;
  }

  async function answer(asked: Asked, typed: Typed): Promise<void> {
    const controller = new AbortController();
    const asking = page.language;
    pending = controller;
    const done = log.wait();
    showPending();
    status.textContent = labels.text('web.reading');
    try {
      const message = await call(asked, page.language, controller.signal);
      const at = new Date().toISOString();
      done();
      log.reply(message, at);
      turns.add({ kind: 'replied', at, message });
      log.scroll();
      // The reply's language is the reader's choice, which a command may just have changed; the page follows it.
      if (message.language !== asking && page.language === asking) await speak(message.language);
    } catch (error) {
      const problem = error instanceof RequestProblem ? error.text : 'web.failed';
      if (controller.signal.aborted) log.problem('web.cancelled');
      else if (problem === 'web.tooLong') {
        log.problem(problem);
        composer.write(typed.text);
      } else if (problem === 'web.sessionEnded') log.problem(problem, signInAgain(typed));
      else log.problem(problem, retry(asked, typed));
    } finally {
      done();
      if (pending === controller) {
        pending = undefined;
        status.textContent = '';
        showPending();
      }
    }
  }

  function retry(asked: Asked, typed: Typed): Remedy {
    const act = () => {
      composer.focus();
      settled = giveUp().then(() => answer(asked, typed));
    };
    return { label: 'web.retry', act };
  }

  function signInAgain({ text }: Typed): Remedy {
    const act = () => {
      composer.write(text);
      location.assign('/sign-in');
    };
    return { label: 'web.signIn.submit', act };
  }

  /** Shows the page in another language. */
  async function speak(tag: LanguageTag): Promise<void> {
    page = await loadPage({ language: tag });
    labels.change(page.texts, page.language);
    language.value = page.language;
    localStorage.setItem(languageKey, page.language);
  }

  /** Has replies follow the page's language, by the command that readers of other platforms type. */
  async function chooseLanguage(tag: LanguageTag): Promise<void> {
    await speak(tag);
    const listing = page.listings.find(({ command }) => command === 'language');
    const option = listing?.options.find(({ choices }) => choices.some(({ value }) => value === tag));
    if (listing === undefined || option === undefined) return;
    await call(
      { command: listing.command, options: { [option.key]: tag } },
      tag,
      AbortSignal.timeout(10_000),
    );
  }

  function restore(): void {
    try {
      for (const turn of turns.all()) {
        if (turn.kind === 'asked') log.ask(turn, turn.at);
        else log.reply(turn.message, turn.at);
      }
    } catch {
      // A page of an earlier Kiosk may have kept its turns in another shape.
      turns.clear();
      log.clear();
    }
  }

  function showPending(): void {
    // The button that is pressed must not vanish from under the focus.
    if (document.activeElement === cancel || document.activeElement === send) field.focus();
    cancel.hidden = pending === undefined;
    send.hidden = pending !== undefined;
  }

  function showWelcome(): void {
    const hadFocus = welcome.contains(document.activeElement);
    welcome.hidden = turns.all().length > 0;
    renew.hidden = !welcome.hidden;
    if (hadFocus && welcome.hidden) field.focus();
  }

  log.quietly(restore);
  showWelcome();
  log.scroll();
  language.value = page.language;
  leave.hidden = !page.signedIn;
  for (const example of welcome.querySelectorAll('button')) {
    example.addEventListener('click', () => {
      const text = example.textContent;
      void ask({ text }, { text });
    });
  }
  language.addEventListener('change', () => {
    const tag = page.languages.find((known) => known === language.value);
    if (tag !== undefined) chooseLanguage(tag).catch(() => log.problem('web.failed'));
  });
  find('commands', HTMLButtonElement).addEventListener('click', () => composer.open());
  cancel.addEventListener('click', () => pending?.abort());
  renew.addEventListener('click', async () => {
    await giveUp();
    turns.clear();
    log.clear();
    showWelcome();
    composer.focus();
  });
  leave.addEventListener('click', () => {
    sessionStorage.clear();
    signOut().finally(() => location.assign('/sign-in'));
  });
  listenToPosts((post) => log.post(post));
  // Where fingers type, the focus would bring up a keyboard that hides the page.
  if (matchMedia('(pointer: fine)').matches) composer.focus();
}
