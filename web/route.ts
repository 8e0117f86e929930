import { useSyncExternalStore } from 'react';

/** Where the page stands, kept in the address after `#`: `/`, `/reports/r_…?claim=c_…`, `/claims?type=…`, `/read`. */
export interface Route {
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
};

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?');
  return {
    path: path
      .split('/')
      .filter((part) => part !== '')
      .map(decodeURIComponent),
    query: new URLSearchParams(query),
  };
}

/** Changes the query of the current route without a new entry in the history. */
export function setQuery(values: Readonly<Record<string, string>>): void {
  const [path = '#/'] = window.location.hash.split('?');
  const given = Object.entries(values).filter(([, value]) => value !== '');
  window.history.replaceState(null, '', given.length > 0 ? `${path}?${new URLSearchParams(given).toString()}` : path);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
