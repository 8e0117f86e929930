import { overlaps } from '../../0-terms/span.ts';
import type { ParsedReport } from '../../3-sentences/parsed-report.ts';
import type { Entity, Mention } from '../annotated-report.ts';
import type { NameMention } from '../names/find-names.ts';
import type { PlaceName } from './find-place-names.ts';
import type { ResolvedPlace } from './resolve-places.ts';

/** The names with the places that only the gazetteer found, and its spans where both see a place ("Dallas, TX" is two). In text order. */
export function withPlaceNames(report: ParsedReport, names: readonly NameMention[], places: readonly PlaceName[]): NameMention[] {
  const outside = places.filter((place) => !place.inside);
  const kept = names.filter((name) => name.kind !== 'place' || !outside.some((place) => overlaps(place.span, name.span)));
  const added = outside.flatMap((place): NameMention[] => {
    if (kept.some((name) => overlaps(name.span, place.span))) return [];
    const sentence = report.sentences.findIndex(({ span }) => span[0] <= place.span[0] && place.span[0] < span[1]);
    const tokens = report.sentences[sentence]?.tokens ?? [];
    const first = tokens.findIndex((token) => token.span[1] > place.span[0]);
    let end = first;
    while (end < tokens.length && (tokens[end]?.span[0] ?? 0) < place.span[1]) end++;
    if (first < 0 || end === first) return [];
    return [{ span: place.span, kind: 'place', type: 'Location', sentence, first, end, rule: 'names.gazetteer' }];
  });
  return [...kept, ...added].sort((a, b) => a.span[0] - b.span[0]);
}

/**
 * Place entities with where they are; two names of one place ("the U.S.", "the United States") become one entity.
 * The ids of the entities stay as they are, so they may have gaps.
 */
export function locateEntities(
  entities: readonly Entity[],
  mentions: readonly Mention[],
  places: readonly ResolvedPlace[],
): { readonly entities: readonly Entity[]; readonly mentions: readonly Mention[] } {
  const resolvedAt = new Map(places.map((place) => [place.span[0], place]));
  const placeOf = new Map<string, ResolvedPlace>();
  const firstOf = new Map<number, string>();
  const same = new Map<string, string>();
  for (const mention of mentions) {
    const place = mention.kind === 'place' && mention.form === 'name' ? resolvedAt.get(mention.span[0]) : undefined;
    if (!place || placeOf.has(mention.entity)) continue;
    placeOf.set(mention.entity, place);
    if (place.place < 0) continue;
    const first = firstOf.get(place.place);
    if (first === undefined) firstOf.set(place.place, mention.entity);
    else if (first !== mention.entity) same.set(mention.entity, first);
  }
  const aliases = new Map<string, string[]>();
  for (const entity of entities) {
    const into = same.get(entity.id);
    if (into) aliases.set(into, [...(aliases.get(into) ?? []), entity.name, ...entity.aliases]);
  }
  return {
    entities: entities
      .filter(({ id }) => !same.has(id))
      .map((entity) => located(entity, placeOf.get(entity.id), aliases.get(entity.id) ?? [])),
    mentions: mentions.map((mention) => ({ ...mention, entity: same.get(mention.entity) ?? mention.entity })),
  };
}

function located(entity: Entity, place: ResolvedPlace | undefined, more: readonly string[]): Entity {
  if (!place) return entity;
  // Countries by their usual name, other places as the report writes them: "Antwerp", not "Antwerpen".
  const name = place.precision === 'country' ? place.name : entity.name;
  const names = new Set([entity.name, ...entity.aliases, ...more, place.name]);
  names.delete(name);
  return {
    ...entity,
    kind: 'place',
    name,
    aliases: [...names],
    ...(place.ref ? { ref: place.ref } : {}),
    ...(place.country ? { country: place.country } : {}),
    ...(place.admin1 ? { admin1: place.admin1 } : {}),
    ...(place.lat !== null && place.lon !== null ? { lat: place.lat, lon: place.lon } : {}),
    ...(place.precision ? { precision: place.precision } : {}),
  };
}
