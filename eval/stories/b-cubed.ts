/** B-cubed of clusters against truth (Bagga and Baldwin 1998): for each item the share of its cluster that is right and the share of its truth that is there. */
export function bCubed(
  found: ReadonlyMap<string, string>,
  truth: ReadonlyMap<string, string>,
): { precision: number; recall: number; f1: number } {
  const count = (keys: Iterable<string>): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  };
  const items = [...truth.keys()];
  const label = (item: string): string => found.get(item) ?? `alone ${item}`;
  const byFound = count(items.map(label));
  const byTruth = count(items.map((item) => truth.get(item) as string));
  const both = count(items.map((item) => `${label(item)}\n${truth.get(item)}`));
  let precision = 0;
  let recall = 0;
  for (const item of items) {
    const same = both.get(`${label(item)}\n${truth.get(item)}`) ?? 0;
    precision += same / (byFound.get(label(item)) ?? 1);
    recall += same / (byTruth.get(truth.get(item) as string) ?? 1);
  }
  precision /= Math.max(1, items.length);
  recall /= Math.max(1, items.length);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
