import { InputError } from '../0-terms/errors.ts';
import type { Claim } from '../5-claims/coded-report.ts';
import type { KeptReport, Store } from '../7-records/store.ts';

/** The report, or the claim with its report, that an id stands for. Throws InputError when there is none. */
export function keptItem(store: Store, id: string): { readonly kept: KeptReport; readonly claim: Claim | null } {
  const kept = id.startsWith('c_') ? null : store.report(id);
  if (kept !== null) return { kept, claim: null };
  const found = store.claim(id);
  if (found === null) throw new InputError(`nothing has the id "${id}"; \`saidso reports\` and \`saidso claims\` list what is kept`);
  return found;
}
