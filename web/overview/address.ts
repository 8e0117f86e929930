import { useMemo } from 'react';
import type { Route } from '../route.ts';
import type { View } from './view.ts';
import { queryOf, viewOf } from './view.ts';

/** The view in the address, and a way to change it: what is chosen makes an entry in the history, moving the map does not. */
export function useView(route: Route): readonly [View, (view: View, how?: 'choose' | 'move') => void] {
  const view = useMemo(() => viewOf(route.query), [route.query]);
  return [
    view,
    (next, how = 'choose') => {
      const [path = ''] = window.location.hash.split('?');
      const query = queryOf(next).toString();
      const address = `${path || '#/'}${query === '' ? '' : `?${query}`}`;
      if (address === window.location.hash) return;
      if (how === 'choose') window.history.pushState(null, '', address);
      else window.history.replaceState(null, '', address);
      window.dispatchEvent(new HashChangeEvent('hashchange'));
    },
  ];
}

/** The same events seen in another way: `#/events?…` with the filters of this view. */
export function addressOf(path: string, view: View): string {
  const query = queryOf({ ...view, position: null }).toString();
  return `#/${path}${query === '' ? '' : `?${query}`}`;
}
