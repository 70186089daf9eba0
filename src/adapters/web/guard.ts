import { secureHeaders } from 'hono/secure-headers';

/** True for names and addresses that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** A host as it stands in a URL: IPv6 addresses in brackets. */
export function hostInUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/**
 * True where a request was meant for this page. On loopback only its own names are right, so that a foreign name that was
 * made to resolve to 127.0.0.1 (DNS rebinding) is refused. Elsewhere the page's public name is unknown; there a password
 * guards the page, and `isSameSite` compares Origin with Host.
 */
export function isExpectedHost(header: string | undefined, own: { host: string; port: number }): boolean {
  if (header === undefined) return false;
  if (!isLoopback(own.host)) return true;
  const names = ['127.0.0.1', 'localhost', '[::1]', hostInUrl(own.host)];
  const wanted = header.toLowerCase();
  return names.some((name) => wanted === `${name}:${own.port}` || (own.port === 80 && wanted === name));
}

/**
 * True where the page itself, or no page at all, sent a request. Browsers add Sec-Fetch-Site on trustworthy addresses and
 * Origin on every POST; whatever is there has to be right.
 */
export function isSameSite(headers: {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly secFetchSite: string | undefined;
}): boolean {
  const { host, origin, secFetchSite } = headers;
  if (secFetchSite !== undefined && secFetchSite !== 'same-origin' && secFetchSite !== 'none') return false;
  if (origin === undefined) return true;
  // The scheme is not compared: behind a proxy that speaks https this server is asked by http.
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}

/**
 * The headers of every response. Nothing foreign is loaded, not even articles' pictures: their servers would learn who
 * reads what. `trusted-types 'none'` makes browsers refuse every string that is to become markup.
 */
export const securityHeaders = secureHeaders({
  // The sign-in page sets a referrer policy of its own.
  overwrite: false,
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    connectSrc: ["'self'"],
    imgSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ["'none'"],
  },
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  referrerPolicy: 'no-referrer',
  // Whether the page is on https, and for how long, is for whoever runs the proxy before it to say.
  strictTransportSecurity: false,
  xFrameOptions: 'DENY',
  permissionsPolicy: {
    camera: [],
    microphone: [],
    geolocation: [],
    payment: [],
    usb: [],
    displayCapture: [],
  },
});
