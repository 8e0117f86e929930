import type { ParsedReport } from '../3-sentences/parsed-report.ts';
import type { AnnotatedReport, Entity, Mention } from './annotated-report.ts';
import { findCounts } from './counts/find-counts.ts';
import { findPlaceNames } from './places/find-place-names.ts';
import type { PlacesKit } from './places/places-kit.ts';
import { resolvePlaces } from './places/resolve-places.ts';
import { findTimes } from './times/find-times.ts';

/** What floor 4 needs. */
export interface AnnotateKit extends PlacesKit {}

/** Names, times, places, counts, quotes and who is who. Pure. */
export function annotate(report: ParsedReport, kit: AnnotateKit): AnnotatedReport {
  const times = findTimes(report, report.published);
  const entities: Entity[] = [];
  const mentions: Mention[] = [];
  const byPlace = new Map<number, string>();
  for (const p of resolvePlaces(report, findPlaceNames(report, kit), report.dateline, kit)) {
    let id = byPlace.get(p.place);
    if (!id || p.place < 0) {
      id = `e${entities.length + 1}`;
      byPlace.set(p.place, id);
      entities.push({ id, kind: 'place', name: p.name, aliases: [], ...(p.country ? { country: p.country } : {}), ...(p.admin1 ? { admin1: p.admin1 } : {}), ...(p.precision ? { precision: p.precision } : {}) });
    }
    mentions.push({ id: `m${mentions.length + 1}`, kind: 'place', form: 'name', span: p.span, entity: id, rule: p.rule });
  }
  return { ...report, entities, mentions, times, counts: findCounts(report, times), quotes: [] };
}
