import { InputError } from '../0-terms/errors.ts';
import { STAGES } from '../0-terms/stage.ts';
import type { ClaimFilter, Paging } from '../7-records/store.ts';

/** `limit` and `after` of a list. Throws InputError on a limit that is no number. */
export function pagingOf(query: Readonly<Record<string, string>>): Paging {
  const { limit, after } = query;
  return { ...(limit ? { limit: Number(limit) } : {}), ...(after ? { after } : {}) };
}

/** The filters of /api/claims; empty ones count as not given. Throws InputError on values that cannot be. */
export function claimFilterOf(query: Readonly<Record<string, string>>): ClaimFilter {
  const { type, country, since, until, stage, report } = query;
  const known = STAGES.find((one) => one === stage);
  if (stage && known === undefined) throw new InputError(`"${stage}" is no stage; it is one of ${STAGES.join(', ')}`);
  return {
    ...(type ? { type } : {}),
    ...(country ? { country } : {}),
    ...(since ? { since: isoDay('since', since) } : {}),
    ...(until ? { until: isoDay('until', until) } : {}),
    ...(known ? { stage: known } : {}),
    ...(report ? { report } : {}),
  };
}

export function isoDay(name: string, value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(Date.parse(value)))
    throw new InputError(`${name}: give a day as YYYY-MM-DD, e.g. 2017-09-12`);
  return value;
}
