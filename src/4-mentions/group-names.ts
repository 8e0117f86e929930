import type { EntityKind } from '../0-terms/entity-kind.ts';
import { cut, type Span } from '../0-terms/span.ts';
import type { ParsedReport } from '../3-sentences/parsed-report.ts';
import type { ActorKit } from './actors/actor-kit.ts';
import { isAcronymOf, isPartOfPerson, isSpellingOf, plainName } from './coreference/names-alike.ts';
import type { ResolvedPlace } from './places/resolve-places.ts';

/** Names of one entity, in text order. */
export interface NameGroup {
  readonly kind: EntityKind;
  readonly members: readonly { readonly span: Span; readonly rule: string }[];
}

interface Group {
  kind: EntityKind;
  readonly members: { span: Span; rule: string }[];
  readonly names: Set<string>;
  readonly place: number;
  ref: string | null;
}

/**
 * The names of a report by whom they name: the same name, an alias in brackets or after "known as", an acronym, a surname after
 * the full name, another spelling, two names of one actor of the lexicon, one place of the gazetteer.
 */
export function groupNames(report: ParsedReport, names: readonly { readonly span: Span; readonly kind: EntityKind; readonly rule: string }[], places: readonly ResolvedPlace[], kit: ActorKit): readonly NameGroup[] {
  const groups: Group[] = [];
  const placeAt = new Map(places.map((place) => [place.span[0], place]));
  const all = [
    ...names.filter((name) => !placeAt.has(name.span[0])),
    ...places.map((place) => ({ span: place.span, kind: 'place' as const, rule: place.rule })),
  ].sort((a, b) => a.span[0] - b.span[0]);
  let before: Group | null = null;
  let end = 0;
  for (const name of all) {
    const text = cut(report.text, name.span);
    const place = placeAt.get(name.span[0])?.place ?? -1;
    const actor = name.kind === 'place' || name.kind === 'person' ? null : kit.actors.find(text);
    const ref = actor ? actor.name : null;
    const alias: boolean = before !== null && mayAlias(before.kind, name.kind) && (ref === null || before.ref === null || ref === before.ref) && ALIAS.test(report.text.slice(end, name.span[0]));
    let group: Group | undefined = alias && before ? before : groups.find((other) => belongs(text, name.kind, place, ref, other));
    if (!group) {
      group = { kind: name.kind, members: [], names: new Set(), place, ref };
      groups.push(group);
    }
    group.members.push({ span: name.span, rule: name.rule });
    group.names.add(text);
    group.ref ??= ref;
    before = group;
    end = name.span[1];
  }
  return groups;
}

/** "Islamic State of Khorasan (ISIS-K)", "the group, also known as the Brigade". */
const ALIAS = /^\s*(?:\(|,? (?:also |better |commonly |otherwise )?(?:known|referred to) (?:as|by) (?:the )?|,? or (?:the )?\()\s*$/u;
const ACTORS = new Set<EntityKind>(['group', 'organisation', 'government', 'nationality', 'other']);
const mayAlias = (a: EntityKind, b: EntityKind): boolean => a === b || (ACTORS.has(a) && ACTORS.has(b));

function belongs(text: string, kind: EntityKind, place: number, ref: string | null, group: Group): boolean {
  if (kind === 'place' || group.kind === 'place') return kind === group.kind && (place >= 0 ? place === group.place : plainName(text) === plainName([...group.names][0] ?? ''));
  if (!mayAlias(kind, group.kind)) return false;
  if (ref !== null && group.ref !== null) return ref === group.ref;
  for (const name of group.names) {
    if (plainName(name) === plainName(text)) return true;
    if (kind === 'person' && (isPartOfPerson(text, name) || isPartOfPerson(name, text) || isSpellingOf(text, name))) return true;
    if (kind !== 'person' && (isAcronymOf(text, name) || isAcronymOf(name, text))) return true;
  }
  return false;
}
