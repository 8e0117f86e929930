import { bCubed } from '../../eval/stories/b-cubed.ts';
import type { StoryReport } from '../../eval/stories/read-stories.ts';
import { happeningsOf } from '../../src/6-events/happening.ts';
import type { Outline } from '../../src/6-events/outline.ts';
import { cluster, type Link } from '../../src/6-events/same/cluster.ts';
import { logOdds, probabilityOf } from '../../src/6-events/same/decide.ts';
import { featuresOf } from '../../src/6-events/same/features.ts';
import { WINDOW } from '../../src/6-events/same/keys.ts';
import { meetings } from '../../src/6-events/same/meetings.ts';
import { inOrder, type Sketch, sketchOf } from '../../src/6-events/same/sketch.ts';
import { type WordWeights, wordsOf } from '../../src/6-events/same/word-weights.ts';

/** Two accounts that share a key: what there is to learn from. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly features: readonly string[];
  readonly right: boolean;
}
export interface Corpus {
  readonly stories: readonly StoryReport[];
  readonly pairs: readonly Pair[];
  /** Share of the pairs of one happening that the index brings together. */
  readonly met: number;
}

/** The main accounts of reports, in pairs by the index. */
export function pairsOf(reports: readonly StoryReport[], words: WordWeights): Corpus {
  const sketched = reports
    .map((story) => ({ story, sketch: sketchOf(story.report, happeningsOf(story.report), words) }))
    .sort((a, b) => inOrder(a.sketch, b.sketch));
  const stories = sketched.map(({ story }) => story);
  const sketches = sketched.map(({ sketch }) => sketch);
  const side = (at: number) => ({ sketch: sketches[at] as Sketch, happening: (sketches[at] as Sketch).happenings[0] as Outline });
  const pairs = meetings(sketches, WINDOW).map(
    ([a, b]): Pair => ({ a, b, features: featuresOf(side(a), side(b)), right: stories[a]?.truth === stories[b]?.truth }),
  );
  const sizes = new Map<string, number>();
  for (const { truth } of stories) sizes.set(truth, (sizes.get(truth) ?? 0) + 1);
  const all = [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  return { stories, pairs, met: pairs.filter(({ right }) => right).length / Math.max(1, all) };
}

/** B-cubed of the clusters that these weights make of a part of a corpus. */
export function scoreClusters(
  { stories, pairs }: Corpus,
  weights: ReadonlyMap<string, number>,
  threshold: number,
  unseen: number,
  part?: ReadonlySet<string>,
) {
  const inside = (at: number): boolean => part === undefined || part.has(stories[at]?.fold ?? '');
  const links: Link[] = pairs
    .filter(({ a, b }) => inside(a) && inside(b))
    .map(({ a, b, features }) => ({ a, b, probability: probabilityOf(logOdds(features, weights)) }));
  const found = new Map<string, string>();
  cluster(stories.length, links, { threshold, unseen }).forEach((members, n) => {
    for (const at of members) found.set(stories[at]?.id ?? '', `c${n}`);
  });
  return bCubed(found, new Map(stories.filter((_, at) => inside(at)).map(({ id, truth }) => [id, truth])));
}

/** In how many reports each word stands; words of fewer than `least` left out. */
export function countWords(texts: readonly string[], least: number): string {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of new Set(wordsOf(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const lines = [...counts].filter(([, n]) => n >= least).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return `documents\t${texts.length}\n${lines.map(([word, n]) => `${word}\t${n}`).join('\n')}\n`;
}
