import { lookup as systemLookup, type LookupAddress, type LookupAllOptions } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { UserError } from '../../errors.ts';

/** Ranges of the IANA special-purpose registries, and the clouds' metadata servers outside of them. */
const privateRanges4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '168.63.129.16/32',
];

/**
 * Everything but global unicast (2000::/3), and the parts of it that lead elsewhere: Teredo, documentation, 6to4. IPv4
 * addresses written as IPv6, be they mapped, compatible or translated locally, all lie in the first range.
 */
const privateRanges6 = [
  '::/3',
  '4000::/2',
  '8000::/1',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
];

/** Where networks without IPv4 find IPv4 (RFC 6052): the last 32 bits are the address that is reached in the end. */
const translation = '64:ff9b::';

/** Decides which hosts may be connected to. */
export interface Guard {
  /** @throws {UserError} where a host written as an address is private */
  check(hostname: string): void;
  /** Resolves names for `net.connect`, and fails where only private addresses come back. */
  readonly lookup: LookupFunction;
}

/** Resolves a name to every address it has, as `dns.lookup` does. */
export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  done: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Keeps connections out of private networks. It looks at the very addresses that are connected to, so that a name whose
 * answer changes between two questions gains nothing.
 * @param allowed host names, addresses and ranges ("10.1.0.0/16") that may be private
 * @param resolve how names are resolved; the system's way unless a test says otherwise
 */
export function createGuard(allowed: readonly string[], resolve: Resolve = systemLookup): Guard {
  const names = new Set(allowed.filter((entry) => !isRange(entry)).map(plainName));
  const open = rangeList(allowed.filter(isRange));
  const closed = rangeList([...privateRanges4, ...privateRanges6]);
  const translated = rangeList([`${translation}/96`]);
  const closedTranslated = rangeList(privateRanges4.map(translate));

  function isClosed(address: string, family: 'ipv4' | 'ipv6'): boolean {
    return translated[family].check(address, family)
      ? closedTranslated[family].check(address, family)
      : closed[family].check(address, family);
  }

  function refused(address: string): boolean {
    // An address with a zone ("fe80::1%eth0") belongs to one link, and the lists can't read it.
    if (isIP(address) === 0 || address.includes('%')) return true;
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    return isClosed(address, family) && !open[family].check(address, family);
  }

  const lookup: LookupFunction = (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return done(error, []);
      const named = names.has(plainName(hostname));
      const fit = addresses.filter(({ address }) => named || !refused(address));
      const [first] = fit;
      if (first === undefined) return done(new UserError('sources.privateAddress'), []);
      return options.all === true ? done(null, fit) : done(null, first.address, first.family);
    });
  };

  return {
    lookup,
    check(hostname) {
      const host = hostname.replace(/^\[|\]$/g, '');
      if (isIP(host) !== 0 && refused(host)) throw new UserError('sources.privateAddress');
    },
  };
}

/** A name and the same with the root's dot at its end are one host. */
function plainName(hostname: string): string {
  return hostname.toLowerCase().replace(/\.$/, '');
}

function isRange(entry: string): boolean {
  return isIP(entry.split('/')[0] ?? '') !== 0;
}

/** The IPv6 range that leads to an IPv4 range. */
function translate(range4: string): string {
  const [address, bits] = range4.split('/');
  return `${translation}${address}/${96 + Number(bits)}`;
}

/** Two lists, because one would match IPv4 addresses against the IPv6 range they are mapped into. */
function rangeList(ranges: readonly string[]): { readonly ipv4: BlockList; readonly ipv6: BlockList } {
  const lists = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    const type = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    lists[type].addSubnet(address, Number(bits ?? (type === 'ipv6' ? 128 : 32)), type);
  }
  return lists;
}
