import { UserError } from '../../errors.ts';
import type { Guard } from './guard.ts';

/** As long as servers are asked to understand (RFC 9110, 4.1). */
const longest = 8_000;

/** The ports of other services, which the web's own clients don't speak to: fetch.spec.whatwg.org/#port-blocking. */
const foreignPorts = new Set(
  (
    '0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123 ' +
    '135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 995 ' +
    '1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080'
  ).split(' '),
);

/**
 * An address that may be asked, without its fragment.
 * @param base where the address was found, for one that is relative
 * @throws {UserError} that says why it may not
 */
export function destinationOf(address: string, guard: Guard, base?: URL): URL {
  const url = address.length > longest ? null : URL.parse(address, base?.href);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new UserError('sources.invalidAddress', { url: address.slice(0, 200) });
  }
  if (url.username !== '' || url.password !== '') throw new UserError('sources.credentials');
  if (foreignPorts.has(url.port)) throw new UserError('sources.port');
  guard.check(url.hostname);
  url.hash = '';
  return url;
}

/** Whom requests take turns for: http and https of one name are one server. */
export function serverOf(url: URL): string {
  return url.host.replace(/\.(?=$|:)/, '');
}
