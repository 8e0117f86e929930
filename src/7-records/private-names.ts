import { cut } from '../0-terms/span.ts';
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
 * The names of private persons of a report, each with the role that stands for it: "a 34-year-old baker", "a person concerned",
 * "person accused 2". Full names, other spellings, names that the text calls them by, and surnames of four letters or more; nothing of persons in public office.
 */
export function privateNamesOf(
  record: Pick<ReportRecord, 'report' | 'entities' | 'mentions' | 'claims' | 'quotes'>,
): ReadonlyMap<string, string> {
  const { entities } = record;
  const roles = new Map<string, string>();
  const hidden = entities.filter((entity) => entity.kind === 'person' && !isPublic(entity));
  const known = new Set(entities.filter((entity) => !hidden.includes(entity)).flatMap(({ name, aliases }) => [name, ...aliases]));
  const role = rolesOf(hidden, record);
  const mentioned = namedAs(record);
  for (const { id, name, aliases } of hidden)
    for (const written of [name, ...aliases, ...(mentioned.get(id) ?? [])])
      if (/\p{Lu}/u.test(written) && !known.has(written)) roles.set(written, role.get(id) ?? 'a person');
  for (const { id, name } of hidden) {
    const surname = name.split(/\s+/).at(-1) ?? '';
    if (/^\p{Lu}/u.test(surname) && surname.length >= 4 && !known.has(surname) && !roles.has(surname))
      roles.set(surname, role.get(id) ?? 'a person');
  }
  return roles;
}

/** The names by which the text calls each entity: a first name alone may be one of them. */
function namedAs({ report, mentions }: Pick<ReportRecord, 'report' | 'mentions'>): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const { entity, form, span } of mentions) {
    const words = cut(report.text, span)
      .replace(/\s+/g, ' ')
      .replace(/[’']s$/, '');
    if (form === 'name' && words.length >= 3) names.set(entity, (names.get(entity) ?? new Set()).add(words));
  }
  return names;
}

/** The role of each: age and occupation where they are told, else the part in what is told; with a number where several have the same. */
function rolesOf(hidden: readonly Entity[], record: Pick<ReportRecord, 'claims' | 'quotes'>): Map<string, string> {
  const roles = new Map(hidden.map((entity) => [entity.id, describedRole(entity) ?? roleOf(entity.id, record)]));
  const alike = new Map<string, string[]>();
  for (const [id, role] of roles) alike.set(role, [...(alike.get(role) ?? []), id]);
  for (const [role, ids] of alike)
    if (ids.length > 1) for (const [at, id] of ids.entries()) roles.set(id, `${role.replace(/^an? /, '')} ${at + 1}`);
  return roles;
}

/** "a 34-year-old baker", out of what the report says of the person; null when that is neither an age nor a plain occupation. */
function describedRole({ descriptions = [] }: Entity): string | null {
  const age = descriptions
    .flatMap((one) => /^(\d{1,3})$|^([\w-]+)-year-old\b/.exec(one)?.slice(1) ?? [])
    .find((part) => part !== undefined);
  const occupation = descriptions
    .map((one) => one.split(/,|\s(?:who|whom|whose|that|of|from|in|at|for|with|named|called)\s/)[0] ?? '')
    .map((one) => one.replace(/^(?:an?|the|his|her|their)\s+/i, '').replace(/^[\w-]+-year-old\s*/, ''))
    .find((one) => /^\p{Ll}[\p{Ll}-]*(?: \p{Ll}[\p{Ll}-]*){0,2}$/u.test(one));
  if (age === undefined && occupation === undefined) return null;
  const words = [age === undefined ? '' : `${age}-year-old`, occupation ?? (age === undefined ? '' : 'person')]
    .filter((part) => part !== '')
    .join(' ');
  return `${/^(?:[aeiou]|8|1[18]-)/i.test(words) ? 'an' : 'a'} ${words}`;
}

/** By what the report tells of the person: the worst first. */
function roleOf(id: string, { claims, quotes }: Pick<ReportRecord, 'claims' | 'quotes'>): string {
  if (claims.some(({ target }) => target.some(({ entity }) => entity === id))) return 'a person concerned';
  if (claims.some(({ actor }) => actor.some(({ entity }) => entity === id))) return 'a person accused';
  if (quotes.some(({ speaker }) => speaker === id) || claims.some(({ saidBy }) => saidBy.some(({ speaker }) => speaker === id)))
    return 'a speaker';
  return 'a person';
}
