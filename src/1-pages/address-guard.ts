import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Why an address was refused: it belongs to this machine, its network or a special use, not to the public internet. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
  readonly code = 'SAIDSO_PRIVATE';
}

/**
 * Whether an IP address is a public one. Loopback, private, link-local (cloud metadata), unique-local, carrier-grade, multicast, documentation
 * and reserved ranges are not; an IPv4 address inside an IPv6 one (mapped, NAT64) is judged as itself; 6to4 and Teredo are refused.
 * Ranges: IANA special-purpose registries, as ipaddr.js knows them.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.parse(bare);
  if (parsed.kind() === 'ipv4') return parsed.range() === 'unicast';
  const wide = parsed as ipaddr.IPv6;
  if (wide.isIPv4MappedAddress()) return wide.toIPv4Address().range() === 'unicast';
  const bytes = wide.toByteArray();
  if (wide.match(ipaddr.IPv6.parse('64:ff9b::'), 96)) return isPublicAddress(bytes.slice(12).join('.'));
  // 2000::/3 is all that is given out; what lies outside it (IPv4-compatible, site-local, local NAT64) leads nowhere public.
  return ((bytes[0] as number) & 0xe0) === 0x20 && wide.range() === 'unicast';
}

/** Where clouds keep the keys of their machines: beside the link-local one, of which 169.254.169.254 is everybody's. */
const METADATA = new Set(['100.100.100.200', '192.0.0.192', 'fd00:ec2::254', 'fd20:ce::254']);

/**
 * Whether an address may be visited. `allowPrivate` opens a newsroom's own network, and never what no page stands on: link-local addresses and
 * those where clouds keep the keys of their machines.
 */
export function mayVisit(address: string, allowPrivate: boolean): boolean {
  if (!allowPrivate) return isPublicAddress(address);
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (!ipaddr.isValid(bare)) return false;
  const plain = ipaddr.process(bare);
  return plain.range() !== 'linkLocal' && !METADATA.has(plain.toString());
}

/** Throws where a URL's host is a literal address that may not be visited. Names are judged when they are resolved. */
export function checkLiteral(url: URL, allowPrivate: boolean): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(host) && !mayVisit(host, allowPrivate)) throw new PrivateAddressError(host);
}

/** How names are resolved: as `dns.lookup` with all addresses asked for. */
export type Resolve = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Name resolution for sockets that gives addresses that may be visited, or an error: one private address among several refuses the name. Each connection
 * asks anew and connects to what was judged, so a server of names that changes its answer gains nothing.
 */
export const guardedLookup =
  (allowPrivate: boolean, resolve: Resolve = systemLookup): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...(options as LookupOptions), all: true }, (error, addresses) => {
      if (error !== null) {
        callback(error, '', 0);
        return;
      }
      const refused = addresses.find(({ address }) => !mayVisit(address, allowPrivate));
      const first = addresses[0];
      if (refused !== undefined || first === undefined)
        callback(new PrivateAddressError(`${hostname} (${refused?.address ?? 'no address'})`), '', 0);
      else if ((options as LookupOptions).all === true)
        (callback as unknown as (error: null, all: LookupAddress[]) => void)(null, addresses);
      else callback(null, first.address, first.family);
    });
  };

/** What the machine itself knows. */
const systemLookup: Resolve = (hostname, options, callback) => lookup(hostname, options, callback);
