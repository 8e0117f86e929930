import { join } from 'node:path';
import { clusterWords, packClusters } from './clusters.ts';
import { readOwnAbbreviations, writeModel } from './model-files.ts';
import { readCorpus, trainVectors } from './vectors.ts';

const CARD = `# Word clusters

50,000 frequent word forms (lower case, digits as 0) in 63 × 32 clusters: words of one cluster stand in the same places in sentences.
The tagger, the parser and others use the cluster's number (fine) and the number divided by 32 (coarse) as features.

- **From**: \`rawtext\`: Wikinews (CC BY 2.5), Wikipedia "Current events" (CC BY-SA 4.0), Wikipedia articles on conflict and politics
  (CC BY-SA 3.0), Global Voices (CC BY 3.0), UN General Debate (CC0), US White House, Congressional Record, State of the Union and CIA
  World Factbook (public domain); 38.7 million words, news counted three times.
- **How**: structured skip-gram vectors, 64 numbers a word, two words either side, one pass (\`train/vectors.ts\`), then spherical k-means in
  two steps (\`train/clusters.ts\`). Seeds fixed.
- **Where it fails**: one cluster a form, so "may" the month is with "may" the verb; names of few mentions fall into mixed clusters.
- **Format**: little endian: u32 slots, i32 hash of the form per slot (0 = empty), u16 cluster per slot.
`;

/** Clusters of the words of raw text, to data/models/en/clusters. */
export function makeClusters(data: string, report: (line: string) => void): void {
  const corpus = readCorpus(join(data, 'rawtext'), readOwnAbbreviations(), 50_000);
  report(`${corpus.text.length} words of running text, ${corpus.words.length} forms`);
  const vectors = trainVectors(corpus, 64, 1, report);
  writeModel('clusters', packClusters(vectors.words, clusterWords(vectors)), CARD, { forms: vectors.words.length, clusters: 63 * 32 });
}
