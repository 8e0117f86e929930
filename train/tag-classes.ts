import { join } from 'node:path';
import { sentenceEnds } from '../src/3-sentences/sentence-ends.ts';
import { type Tagger, tag } from '../src/3-sentences/tag.ts';
import { tokensOf } from '../src/3-sentences/tokens.ts';
import { type Clusters, type WordLook, wordsOf } from '../src/3-sentences/words.ts';
import { readOwnAbbreviations } from './model-files.ts';
import { rawParagraphs } from './vectors.ts';

/**
 * What raw text says of each word's tags: the word's two or three most frequent labels as a first tagger gives them over some
 * millions of words (after Moore 2015). One number a set of labels, by the word's place in the clusters; 0 for words hardly met.
 */
export function tagClasses(tagger: Tagger, clusters: Clusters, data: string, most: number): Uint8Array {
  const abbreviations = readOwnAbbreviations();
  const counts = new Map<number, Map<number, number>>();
  const seen = new Map<string, WordLook>();
  let read = 0;
  let line = 0;
  for (const paragraph of rawParagraphs(join(data, 'rawtext'), /wikinews|current-events|conflict-politics/)) {
    if (++line % 6 !== 0) continue;
    const tokens = tokensOf(paragraph, [0, paragraph.length], abbreviations);
    let start = 0;
    for (const end of sentenceEnds(paragraph, tokens, abbreviations)) {
      const words = wordsOf(
        tokens.slice(start, end).map(([from, to]) => paragraph.slice(from, to)),
        clusters,
        seen,
      );
      start = end;
      if (words.shouted) continue;
      tag(words, tagger, Infinity).forEach((label, i) => {
        const place = words.looks[i]?.place ?? -1;
        if (place < 0) return;
        const own = counts.get(place) ?? new Map<number, number>();
        own.set(label, (own.get(label) ?? 0) + 1);
        counts.set(place, own);
      });
      read += words.looks.length;
    }
    if (read > most) break;
  }
  const sets = new Map<number, { one: string; all: string }>();
  const sizes = new Map<string, number>();
  for (const [place, own] of counts) {
    const total = [...own.values()].reduce((sum, count) => sum + count, 0);
    if (total < 4) continue;
    const ranked = [...own].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const all = ranked
      .filter(([, count], i) => i === 0 || (i < 3 && count >= 0.08 * total))
      .map(([label]) => label)
      .join(' ');
    sets.set(place, { one: String(ranked[0]?.[0]), all });
    sizes.set(all, (sizes.get(all) ?? 0) + 1);
  }
  // Every single label has its class; of the sets of labels the most frequent ones do.
  const ones = [...new Set([...sets.values()].map(({ one }) => one))].sort();
  const named = [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([all]) => all);
  const numbers = new Map([...new Set([...ones, ...named])].slice(0, 255).map((name, i) => [name, i + 1]));
  const classes = new Uint8Array(clusters.places);
  for (const [place, { one, all }] of sets) classes[place] = numbers.get(all) ?? numbers.get(one) ?? 0;
  return classes;
}
