import { texts } from '../texts.ts';
import { addressOf } from './address.ts';
import type { View } from './view.ts';

const WAYS = [
  ['overview', ''],
  ['events', 'events'],
  ['network', 'network'],
  ['search', 'search'],
] as const;

/** The same events in other ways; the filters go along. */
export const Ways = ({ view, here }: { readonly view: View; readonly here: (typeof WAYS)[number][0] }) => (
  <nav className="ov-ways" aria-label={texts.overview.parts.label}>
    {WAYS.map(([name, path]) => (
      <a key={name} href={addressOf(path, view)} aria-current={name === here ? 'page' : undefined}>
        {texts.overview.parts[name]}
      </a>
    ))}
  </nav>
);
