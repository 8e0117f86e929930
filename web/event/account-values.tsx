import type { EventView } from '../../src/index.ts';
import { texts } from '../texts.ts';

/** A value and the outlets that give it. */
export interface Account {
  readonly value: string;
  readonly names: readonly string[];
}

/** How the reports behind claims are called: by outlet, else by title. */
export function naming(view: EventView): (refs: readonly { readonly report: string }[]) => string[] {
  const names = new Map(view.accounts.map(({ report }) => [report.id, report.publisher ?? report.title ?? report.id] as const));
  return (refs) => [...new Set(refs.map(({ report }) => names.get(report) ?? report))];
}

/** Where accounts differ: each value with the outlets that give it. Nothing where they agree. */
export function AccountsOf({ accounts }: { readonly accounts: readonly Account[] }) {
  if (new Set(accounts.map(({ value }) => value)).size < 2) return null;
  return (
    <div className="differ">
      <span className="badge warn">{texts.event.differ}</span>
      <ul>
        {accounts.map(({ value, names }) => (
          <li key={value}>
            {value} <span className="dim">{names.join(', ')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
