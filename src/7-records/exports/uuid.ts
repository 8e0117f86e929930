import { createHash } from 'node:crypto';

/** The namespace of Saidso's UUIDs: a random one, fixed for ever. */
const NAMESPACE = 'b3f6c1de-6a0f-4c53-9a3e-0d5a7c1f2e84';

/** UUID version 5 of a name (RFC 9562): the same name gives the same UUID on every machine. */
export function uuid5(name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.subarray(0, 16).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
