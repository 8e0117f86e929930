import type { WarcRecord } from './warc-record.ts';

/**
 * A line of a CDXJ index: the address turned round so that a site's pages sort together (SURT), the time as digits, and where in which archive
 * the record stands. Addresses are in lower case, without `www.` and with their query in order, as replay software looks them up.
 */
export function indexLine(
  { uri, mime, status, digest }: WarcRecord,
  at: string,
  { offset, length, file }: { readonly offset: number; readonly length: number; readonly file: string },
): string {
  const fields = { url: uri, mime, status: String(status), digest, length: String(length), offset: String(offset), filename: file };
  return `${sortKey(uri)} ${at.replace(/\D/g, '').slice(0, 14)} ${JSON.stringify(fields)}`;
}

/** `https://www.Example.org:8080/A?b=2&a=1` as `org,example:8080)/a?a=1&b=2`; what is no http address as it stands. */
export function sortKey(uri: string): string {
  if (!/^https?:/i.test(uri)) return uri.replace(/\s/g, '%20');
  const { hostname, port, pathname, search } = new URL(uri);
  const host = hostname
    .replace(/^www\d*\./, '')
    .split('.')
    .reverse()
    .join(',');
  const query = search.slice(1).split('&').sort().join('&');
  return `${host}${port === '' ? '' : `:${port}`})${pathname}${query === '' ? '' : `?${query}`}`.toLowerCase();
}
