import { texts } from '../texts.ts';
import { addressOf } from './address.ts';
import type { View } from './view.ts';

const PATHS = { overview: '', events: 'events', network: 'network', search: 'search' } as const;
export type Way = keyof typeof PATHS;
const ALL = Object.keys(PATHS) as readonly Way[];

/** The same events in other ways; the filters go along. */
export const Ways = ({ view, here, ways = ALL }: { readonly view: View; readonly here: Way; readonly ways?: readonly Way[] }) => (
  <nav className="ov-ways" aria-label={texts.overview.parts.label}>
    {ways.map((way) => (
      <a key={way} href={addressOf(PATHS[way], view)} aria-current={way === here ? 'page' : undefined}>
        {texts.overview.parts[way]}
      </a>
    ))}
  </nav>
);
