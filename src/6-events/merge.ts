import { buildEvent } from './build-event.ts';
import type { ConflictEvent } from './conflict-event.ts';
import { copyOf } from './copies/find-copies.ts';
import { type TextWords, textWords } from './copies/text-words.ts';
import type { Decision } from './decision.ts';
import type { MergeKit } from './merge-kit.ts';
import type { MergeReport } from './merge-report.ts';
import type { Outline } from './outline.ts';
import { prepare } from './prepare.ts';
import { standing } from './questions.ts';
import { type CopiesByPair, copiesByPair } from './republication.ts';
import type { Link } from './same/cluster.ts';
import { compareReports } from './same/compare.ts';
import { WINDOW } from './same/keys.ts';
import { meetings } from './same/meetings.ts';
import { inOrder, type Sketch, sharedNumbers } from './same/sketch.ts';
import { eventsOfStory, settle } from './settle.ts';

export interface MergeOptions {
  /**
   * How long a report has been in the record, smaller is longer: an event is named for its eldest account, so that it keeps its id when more come. Without
   * it those published first are the eldest.
   */
  readonly seniority?: (report: string) => number;
}

/**
 * Events out of many reports: accounts of one happening gathered, copies told apart from confirmations, disagreement kept. What a person decided
 * comes before what the machine finds. The order in which reports are given makes no difference.
 */
export function merge(
  reports: readonly MergeReport[],
  kit: MergeKit,
  decisions: readonly Decision[] = [],
  { seniority }: MergeOptions = {},
): ConflictEvent[] {
  const held = standing(decisions);
  const { sketches, pairs, stories } = gatherAll(reports, kit, held);
  const byId = new Map(reports.map((report) => [report.id, report]));
  const copies = copiesAmong(pairs, sketches, byId);
  const order = new Map(sketches.map(({ report }, at) => [report, at]));
  const eldest = seniority ?? ((report: string): number => order.get(report) ?? 0);
  return stories
    .flatMap((story) => eventsOfStory(story, held))
    .map((accounts) => buildEvent({ accounts, reports: byId, copies, decisions: held, seniority: eldest }));
}

/** The accounts of all reports, gathered by happening; also those of reports without claims, by their words. */
export const gather = (reports: readonly MergeReport[], kit: MergeKit, decisions: readonly Decision[] = []): Outline[][] =>
  gatherAll(reports, kit, standing(decisions)).stories;

function gatherAll(reports: readonly MergeReport[], kit: MergeKit, held: readonly Decision[]) {
  const unique = new Map(reports.map((report) => [report.id, report]));
  const sketches = [...unique.values()].map((report) => prepare(report, held, kit.wordWeights)).sort(inOrder);
  const accounts: Outline[] = [];
  const first = sketches.map(({ happenings }) => accounts.push(...happenings) - happenings.length);
  const pairs = meetings(sketches, kit.window ?? WINDOW);
  const links = pairs.flatMap(([a, b]) =>
    compareReports(sketches[a] as Sketch, sketches[b] as Sketch, kit.sameEvent).map(
      (like): Link => ({ a: (first[a] as number) + like.a, b: (first[b] as number) + like.b, probability: like.probability }),
    ),
  );
  return { sketches, pairs, stories: settle(accounts, links, held) };
}

/** Of the reports that meet, those that hold each other's words. */
function copiesAmong(
  pairs: readonly (readonly [number, number])[],
  sketches: readonly Sketch[],
  reports: ReadonlyMap<string, MergeReport>,
): CopiesByPair {
  const words = new Map<string, TextWords>();
  const wordsOf = ({ report }: Sketch): TextWords => {
    const known = words.get(report) ?? textWords(reports.get(report)?.text ?? '');
    words.set(report, known);
    return known;
  };
  return copiesByPair(
    pairs.flatMap(([a, b]) => {
      const [one, two] = [sketches[a] as Sketch, sketches[b] as Sketch];
      if (sharedNumbers(one.bands, two.bands, 1) === 0) return [];
      return copyOf(one.report, wordsOf(one), two.report, wordsOf(two)) ?? [];
    }),
  );
}
