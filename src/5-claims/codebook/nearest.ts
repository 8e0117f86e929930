/** Number of letters to add, drop or change to make one word of the other (Levenshtein), with one row of memory. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** A hint for a word that is not on the list: the nearest one when it is near, else the whole list while it is short. */
export function nearest(word: string, known: Iterable<string>): string {
  const ranked = [...known].map((candidate) => ({ candidate, far: distance(word, candidate) })).sort((a, b) => a.far - b.far);
  const best = ranked[0];
  if (best && best.far <= Math.ceil(word.length / 3)) return `did you mean "${best.candidate}"?`;
  return ranked.length > 0 && ranked.length <= 14
    ? `known: ${ranked
        .map((r) => r.candidate)
        .sort()
        .join(', ')}`
    : '';
}
