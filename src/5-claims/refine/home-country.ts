import type { Entity } from '../../4-mentions/annotated-report.ts';
import type { ClaimPlace } from '../coded-report.ts';
import type { Context, Draft, Part } from '../draft.ts';
import { subtree } from '../graph.ts';

/** Acts that police, courts and crowds do at home. */
const AT_HOME = new Set(['security', 'justice', 'unrest']);
const ABROAD = new Set(['deployment', 'release', 'surrender']);
/** Sectors that have no power beyond the border; armies act abroad. */
const HOME_SECTORS = new Set(['police', 'judiciary', 'government', 'intelligence', 'security']);

/** "Kenyan police arrested two men", "Honduras has arrested", "Iraqis took to the streets": the country of who acts, when they act at home. Null otherwise. */
export function homeOf(draft: Draft, context: Context): { readonly country: string; readonly place: ClaimPlace | null } | null {
  if (!AT_HOME.has(draft.type.family) || ABROAD.has(draft.type.id)) return null;
  for (const part of draft.roles.actor) {
    const country = countryOf(part, draft, context);
    if (!country) continue;
    const place = [...context.graph.entities.values()].find(
      (entity) => entity.kind === 'place' && entity.precision === 'country' && entity.country === country,
    );
    return { country, place: place ? { entity: place.id, span: part.span, rule: 'home-country' } : null };
  }
  return null;
}

function countryOf(part: Part, draft: Draft, { graph }: Context): string | null {
  const entity = part.entity ? graph.entities.get(part.entity) : undefined;
  if (entity && actsAtHome(entity, draft)) return entity.country ?? null;
  if (entity?.kind === 'person' && entity.sector === undefined) return null;
  const people = subtree(part.node).find(
    (node) => node.mention?.kind === 'nationality' && node.base === 'amod' && node.parent === part.node,
  );
  const nation = people?.mention ? graph.entities.get(people.mention.entity) : undefined;
  return HOME_BODIES.has(part.node.lemma) ? (nation?.country ?? null) : null;
}

const HOME_BODIES = new Set([
  'police',
  'authority',
  'prosecutor',
  'court',
  'government',
  'judge',
  'official',
  'tribunal',
  'officer',
  'protester',
  'demonstrator',
]);

function actsAtHome(entity: Entity, draft: Draft): boolean {
  if (entity.kind === 'place') return entity.precision === 'country';
  if (entity.kind === 'nationality') return draft.type.family === 'unrest';
  return HOME_SECTORS.has(entity.sector ?? '');
}
