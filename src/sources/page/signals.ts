import { attribute, elementsOf, nameOf } from '../elements.ts';
import { isConsent } from './clutter.ts';

/** What a page is made of that tells whether it is an article. */
export interface Signals {
  /** True where it asks for a password. */
  readonly login: boolean;
  /** True where a consent framework put its request into it. */
  readonly consent: boolean;
  /** True where it loads a check for robots. */
  readonly challenge: boolean;
  /** True where it is an empty place that a script fills. */
  readonly shell: boolean;
}

/** Addresses, ids and variables of Cloudflare, DataDome, PerimeterX (HUMAN), Akamai, Imperva, AWS WAF, Kasada and captchas. */
const challenges =
  /cdn-cgi\/challenge-platform|_cf_chl_opt|cf-(?:challenge|turnstile|browser-verification)|challenges\.cloudflare\.com|captcha-delivery\.com|datadome|px-captcha|_pxappid|perimeterx|ak-challenge|_incapsula_resource|imperva|awswaf|kpsdk|ips\.js\?|g-recaptcha|h-captcha|hcaptcha\.com/i;

/** Where scripts of single-page sites put what they show. */
const shellIds = /^(?:root|app|__next|__nuxt|svelte|q-app|main-app|react-root|ember-app)$/i;

/** How much of a script is looked at, in UTF-16 units: checks for robots are short. */
const searched = 5000;

/** Looks once at every element of a body for what tells walls from articles. */
export function signalsOf(root: Element): Signals {
  const signals = { login: false, consent: false, challenge: false, shell: false };
  let scripts = 0;
  for (const element of elementsOf(root)) {
    const name = nameOf(element);
    if (name === 'input') signals.login ||= attribute(element, 'type')?.toLowerCase() === 'password';
    if (name === 'script') scripts += 1;
    if (name === 'script' || name === 'iframe' || name === 'noscript')
      signals.challenge ||= challenges.test(
        `${attribute(element, 'src') ?? ''} ${(element.textContent ?? '').slice(0, searched)}`,
      );
    signals.challenge ||= challenges.test(`${element.id} ${attribute(element, 'class') ?? ''}`);
    signals.consent ||= isConsent(element);
    signals.shell ||= shellIds.test(element.id) && (element.textContent ?? '').trim() === '';
  }
  return { ...signals, shell: signals.shell && scripts > 0 };
}
