import { isIP } from 'node:net';
import { fileURLToPath } from 'node:url';

export { isTimeZone } from './language/zoned.ts';

/** A path has no scheme, or "file:"; one letter before a colon is a drive. */
export function namesFolder(text: string): boolean {
  return !/^[a-z][a-z0-9+.-]+:/i.test(text) || isFileUrl(text);
}

/** Whether a text is a file’s address. */
function isFileUrl(text: string): boolean {
  return /^file:/i.test(text) && (!/^file:\/\//i.test(text) || URL.canParse(text));
}

/** `file:data` and `file:./data` are relative to where Kiosk was started, as with other databases. */
export function readFolder(text: string): string {
  if (/^file:\/\//i.test(text)) return fileURLToPath(text);
  return text.replace(/^file:/i, '');
}

/** An address that paths can be added to. */
export function isPublicUrl(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) return false;
  return url.search === '' && url.hash === '' && url.username === '' && url.password === '';
}

/** An address without slashes at its end. */
export function withoutSlash(text: string): string {
  return text.replace(/\/+$/, '');
}

/** An IP address or a host name. */
export function isHost(text: string): boolean {
  return isIP(text) !== 0 || /^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)*\.?$/i.test(text);
}

/** The same, or a range of addresses ("10.0.0.0/8"). */
export function isHostOrRange(text: string): boolean {
  // An address with a zone ("fe80::1%eth0") means another machine on each link.
  if (text.includes('%')) return false;
  const [address = '', bits, ...rest] = text.split('/');
  if (bits === undefined) return isHost(text);
  const longest = isIP(address) === 6 ? 128 : 32;
  return rest.length === 0 && isIP(address) !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= longest;
}

/** It is sent in a header, between parentheses. */
export function isContact(text: string): boolean {
  if (!/^[!#-'*-;=?-[\]-~]{3,200}$/.test(text)) return false;
  if (/^[^@:/]+@[^@:/]+$/.test(text)) return true;
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}

/** What stands between commas. */
export function readList(text: string): readonly string[] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
