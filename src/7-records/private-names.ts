import type { Entity } from '../4-mentions/annotated-report.ts';
import type { ReportRecord } from './record.ts';

/** Sectors of those who act in an office or for an armed group: what they do in it is no private matter. */
const IN_OFFICE = new Set([
  'government',
  'military',
  'paramilitary',
  'police',
  'intelligence',
  'judiciary',
  'legislature',
  'rebel',
  'party',
  'opposition',
  'igo',
]);

/** Known to the public: found in a list of the known, or of a sector of office. */
const isPublic = ({ ref, sector }: Entity): boolean => ref !== undefined || (sector !== undefined && IN_OFFICE.has(sector));

/**
 * The names of private persons of a report, each with the role that stands for it: "a victim", "a suspect", "a witness or speaker",
 * "a person". Full names, other spellings, and surnames of four letters or more; nothing of persons in public office.
 */
export function privateNamesOf(record: Pick<ReportRecord, 'entities' | 'claims' | 'quotes'>): ReadonlyMap<string, string> {
  const { entities } = record;
  const roles = new Map<string, string>();
  const hidden = entities.filter((entity) => entity.kind === 'person' && !isPublic(entity));
  const known = new Set(entities.filter((entity) => !hidden.includes(entity)).flatMap(({ name, aliases }) => [name, ...aliases]));
  const role = new Map(hidden.map(({ id }) => [id, roleOf(id, record)]));
  for (const { id, name, aliases } of hidden)
    for (const written of [name, ...aliases])
      if (/\p{Lu}/u.test(written) && !known.has(written)) roles.set(written, role.get(id) ?? 'a person');
  for (const { id, name } of hidden) {
    const surname = name.split(/\s+/).at(-1) ?? '';
    if (/^\p{Lu}/u.test(surname) && surname.length >= 4 && !known.has(surname) && !roles.has(surname))
      roles.set(surname, role.get(id) ?? 'a person');
  }
  return roles;
}

/** By what the report tells of the person: the worst first. */
function roleOf(id: string, { claims, quotes }: Pick<ReportRecord, 'claims' | 'quotes'>): string {
  if (claims.some(({ target }) => target.some(({ entity }) => entity === id))) return 'a person concerned';
  if (claims.some(({ actor }) => actor.some(({ entity }) => entity === id))) return 'a person accused';
  if (quotes.some(({ speaker }) => speaker === id) || claims.some(({ saidBy }) => saidBy.some(({ speaker }) => speaker === id)))
    return 'a speaker';
  return 'a person';
}
