import { digest } from '../0-terms/content-id.ts';
import type { WordWeights } from './same/word-weights.ts';

/** What floor 6 knows: how telling a word is, and what each sign of sameness weighs. */
export interface MergeKit {
  readonly wordWeights: WordWeights;
  /** Weight of each feature of a pair, by name; `bias` and all others in log odds. */
  readonly sameEvent: ReadonlyMap<string, number>;
  /** With how many reports before and after it a key brings a report together at most; `WINDOW` when not given. */
  readonly window?: number;
}

/** From `models/en/same-event/weights.tsv`: name, tab, weight; `#` starts a comment line. */
export function sameEventFromText(file: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const line of file.split('\n')) {
    const [name, weight] = line.split('\t');
    if (name && !name.startsWith('#') && weight !== undefined) weights.set(name, Number(weight));
  }
  return weights;
}

/** Counts up when events are made otherwise from the same reports, so that a database knows to merge them anew. */
const VERSION = 2;

/** Names what merges: the same name, the same events. */
export const mergingModel = ({ sameEvent, window }: MergeKit): string =>
  digest(JSON.stringify([VERSION, window ?? null, [...sameEvent].sort()])).slice(0, 16);
