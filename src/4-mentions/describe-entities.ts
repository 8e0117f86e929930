import { cut } from '../0-terms/span.ts';
import type { ParsedReport } from '../3-sentences/parsed-report.ts';
import type { ActorKit } from './actors/actor-kit.ts';
import { codeActor } from './actors/code-actor.ts';
import type { Entity, Mention } from './annotated-report.ts';
import type { NameGroup } from './group-names.ts';
import type { ResolvedPlace } from './places/resolve-places.ts';

/** Entities and mentions from groups of names: the fullest name, the others as aliases, and what gazetteer and lexicon know. */
export function describeEntities(report: ParsedReport, groups: readonly NameGroup[], places: readonly ResolvedPlace[], kit: ActorKit): { readonly entities: readonly Entity[]; readonly mentions: readonly Mention[] } {
  const placeAt = new Map(places.map((place) => [place.span[0], place]));
  const day = report.published.date;
  const entities = groups.map((group, at): Entity => {
    const id = `e${at + 1}`;
    const written = [...new Set(group.members.map(({ span }) => cut(report.text, span).replace(/\s+/g, ' ')))];
    const place = group.kind === 'place' ? placeAt.get(group.members[0]?.span[0] ?? -1) : undefined;
    if (place) return placeEntity(id, place, written);
    const name = written.reduce((longest, next) => (next.length > longest.length ? next : longest), '');
    const known = group.kind === 'person' ? null : written.map((text) => kit.actors.find(text)).find((actor) => actor !== null);
    const coded = codeActor(known?.name ?? name, day ? { day } : {}, kit);
    const canonical = known?.name ?? name;
    return {
      id,
      kind: group.kind,
      name: canonical,
      aliases: written.filter((text) => text !== canonical),
      ...(coded.sector ? { sector: coded.sector } : {}),
      ...(coded.country ? { country: coded.country } : {}),
      ...(coded.ref ? { ref: coded.ref } : {}),
    };
  });
  const mentions = groups
    .flatMap((group, at) => group.members.map(({ span, rule }) => ({ kind: group.kind, form: 'name' as const, span, entity: `e${at + 1}`, rule })))
    .sort((a, b) => a.span[0] - b.span[0])
    .map((mention, at): Mention => ({ id: `m${at + 1}`, ...mention }));
  return { entities, mentions };
}

function placeEntity(id: string, place: ResolvedPlace, written: readonly string[]): Entity {
  return {
    id,
    kind: 'place',
    name: place.name,
    aliases: written.filter((text) => text !== place.name),
    ...(place.ref ? { ref: place.ref } : {}),
    ...(place.country ? { country: place.country } : {}),
    ...(place.admin1 ? { admin1: place.admin1 } : {}),
    ...(place.lat !== null && place.lon !== null ? { lat: place.lat, lon: place.lon } : {}),
    ...(place.precision ? { precision: place.precision } : {}),
  };
}
