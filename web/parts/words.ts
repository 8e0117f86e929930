const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** "11 July 2017" of an ISO date. */
export function day(iso: string | null): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso ?? '');
  return match ? `${Number(match[3])} ${MONTHS[Number(match[2]) - 1]} ${match[1]}` : 'date unknown';
}

/** "1 claim", "2 claims". */
export const counted = (n: number, one: string): string => `${n.toLocaleString('en-GB')} ${n === 1 ? one : `${one}s`}`;

/** "Suicide bombing" of "suicide-bombing". */
export const typeName = (type: string): string => type.charAt(0).toUpperCase() + type.slice(1).replaceAll('-', ' ');

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
export function countryName(code: string): string {
  try {
    return regions.of(code) ?? code;
  } catch {
    return code;
  }
}
