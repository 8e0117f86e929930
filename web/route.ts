import { useMemo, useSyncExternalStore } from 'react';

/**
 * Where the page stands, all of it kept in the address after `#`: `/`, `/events?type=…`, `/events/e_…`, `/reports/r_…?claim=c_…`,
 * `/review`, `/add`. A copied address opens the same view.
 */
export interface Route {
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

/** Values of a query; an empty one is left out. */
export type QueryValues = Readonly<Record<string, string | null | undefined>>;

const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
};

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => {
    const [path = '', query = ''] = hash.replace(/^#/, '').split(/\?(.*)/s);
    return {
      path: path
        .split('/')
        .filter((part) => part !== '')
        .map(decoded),
      query: new URLSearchParams(query),
    };
  }, [hash]);
}

/** A cut-off escape in a mistyped address is taken as it stands. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** An address of this page: `link(['reports', id], {claim})` → `#/reports/r_…?claim=c_…`. */
export function link(path: readonly string[], query: QueryValues = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== '' && entry[1] != null);
  const search = given.length > 0 ? `?${new URLSearchParams(given).toString()}` : '';
  return `#/${path.map(encodeURIComponent).join('/')}${search}`;
}

/** Replaces the query of the current route; without a new entry in the history unless `push` says so. */
export function setQuery(values: QueryValues, push = false): void {
  const [path = '#/'] = window.location.hash.split('?');
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== '' && entry[1] != null);
  const address = given.length > 0 ? `${path || '#/'}?${new URLSearchParams(given).toString()}` : path || '#/';
  if (push) window.history.pushState(null, '', address);
  else window.history.replaceState(null, '', address);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Changes some values of the query and leaves the others. */
export function changeQuery(values: QueryValues, push = false): void {
  const now = new URLSearchParams(window.location.hash.split(/\?(.*)/s)[1] ?? '');
  setQuery({ ...Object.fromEntries(now), ...values }, push);
}
