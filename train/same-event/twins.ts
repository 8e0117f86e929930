import { dayOfIso, isoOfDay } from '../../src/0-terms/calendar.ts';
import type { Claim } from '../../src/5-claims/coded-report.ts';
import { happeningsOf } from '../../src/6-events/happening.ts';
import type { MergeReport } from '../../src/6-events/merge-report.ts';
import type { Outline } from '../../src/6-events/outline.ts';
import { featuresOf } from '../../src/6-events/same/features.ts';
import { sketchOf } from '../../src/6-events/same/sketch.ts';
import type { WordWeights } from '../../src/6-events/same/word-weights.ts';

/** Shares of the text that twins keep: look-alikes are told in the same phrases, some more, some less. */
const KEPT = [0.2, 0.35, 0.5, 0.7, 0.9];

/**
 * What a report has in common with its twin: a report of another happening that looks alike, told in the same words, of the same kind and place and by the
 * same group, on another day and of other people. The corpora hold few of them, and a model that never saw one takes them for copies. Made from
 * the report itself: `n` moves the days by two to five weeks and, for every second one, the toll. Null when it tells of no day.
 */
export function twinFeatures(report: MergeReport, n: number, words: WordWeights): string[] | null {
  if (report.published.date === null) return null;
  const [one] = happeningsOf(report);
  if (one === undefined || one.days === null || one.claims.length === 0) return null;
  const end = (KEPT[n % KEPT.length] as number) * report.text.length;
  const days = 2 + ((n * 7) % 34);
  const moved = (iso: string): string => isoOfDay(dayOfIso(iso) + days);
  const claim = (own: Claim): Claim => ({
    ...own,
    when: own.when === null ? null : { ...own.when, from: moved(own.when.from), to: moved(own.when.to) },
    toll: own.toll.map((toll) => (n % 2 === 0 ? toll : { ...toll, low: toll.low + 1 + (n % 3) })),
  });
  const twin: MergeReport = {
    ...report,
    id: `${report.id} twin`,
    published: { ...report.published, date: moved(report.published.date) },
    // Other people, of other ages.
    text: report.text.slice(0, end).replace(/\b\d{2}\b/g, (age) => String(Number(age) + 3)),
    entities: report.entities.map((entity) => (entity.kind === 'person' ? { ...entity, name: `${entity.name}-another` } : entity)),
    mentions: report.mentions.filter(({ span }) => span[1] <= end),
    claims: report.claims.map(claim),
  };
  const side = (of: MergeReport) => {
    const happenings = happeningsOf(of);
    const sketch = sketchOf(of, happenings, words);
    return { sketch, happening: sketch.happenings[0] as Outline };
  };
  return featuresOf(side(report), side(twin));
}
