import type { Database } from 'better-sqlite3';
import type { ConflictEvent } from '../6-events/conflict-event.ts';
import type { HumanPlace } from '../6-events/correction.ts';
import type { EventSummary } from './overview.ts';

type Place = NonNullable<EventSummary['where']>;

/** The place as the machine has it. */
export function machinePlace({ where }: Pick<ConflictEvent, 'where'>): Place | null {
  if (where === null) return null;
  const { rule: _rule, accounts: _accounts, ...rest } = where;
  return rest;
}

/** A person's place; where only its name is given it stands where the record has a place of that name. */
export function placeFinder(db: Database): (human: HumanPlace, event: Pick<ConflictEvent, 'where'>) => Place {
  const known = db.prepare(
    `SELECT ref, country, admin1, lat, lon, precision FROM entities
     WHERE name = ? AND kind = 'place' AND lat IS NOT NULL AND country IS coalesce(?, country) ORDER BY report LIMIT 1`,
  );
  return (human, event) => {
    const own = machinePlace(event);
    if (own?.name === human.name && human.lat === undefined) return { ...own, ...human };
    if (human.lat !== undefined) return { precision: 'exact', ...human };
    const found = (known.get(human.name, human.country ?? null) ?? {}) as Record<string, string | number | null>;
    return { ...(Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null)) as Partial<Place>), ...human };
  };
}
