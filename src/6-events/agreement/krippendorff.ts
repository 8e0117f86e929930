/** How far apart two answers are: 0 the same, 1 (for most) as far as can be. Symmetric. Krippendorff's δ². */
export type Distance<T> = (a: T, b: T) => number;

/**
 * Krippendorff's alpha: 1 − observed / expected disagreement. 1 is full agreement, 0 what chance gives, below 0 is worse than chance. Takes any number
 * of coders, missing answers and any distance. Each unit is the list of the answers that it got; units with fewer than two tell nothing and are left out.
 * Null when nothing is left, or when all answers are one and the same, so that there is no disagreement to expect.
 *
 * Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), University of Pennsylvania, section D and E; the general form
 * in "Content Analysis" (3rd ed., 2013), chapter 12.
 */
export function krippendorffAlpha<T>(units: readonly (readonly T[])[], distance: Distance<T>): number | null {
  const paired = units.filter((answers) => answers.length >= 2);
  const total = paired.reduce((sum, answers) => sum + answers.length, 0);
  if (total === 0) return null;
  let observed = 0;
  for (const answers of paired) {
    let apart = 0;
    answers.forEach((a, at) => {
      for (const b of answers.slice(at + 1)) apart += 2 * distance(a, b);
    });
    observed += apart / (answers.length - 1);
  }
  // Equal answers are counted once with their number, so that thousands of units cost little.
  const distinct = new Map<string, { value: T; count: number }>();
  for (const value of paired.flat()) {
    const key = JSON.stringify(value);
    const known = distinct.get(key);
    if (known === undefined) distinct.set(key, { value, count: 1 });
    else known.count += 1;
  }
  const kinds = [...distinct.values()];
  let expected = 0;
  kinds.forEach((a, at) => {
    for (const b of kinds.slice(at + 1)) expected += 2 * a.count * b.count * distance(a.value, b.value);
  });
  return expected === 0 ? null : 1 - ((total - 1) * observed) / expected;
}

/** Different is different. */
export const nominal: Distance<unknown> = (a, b) => (JSON.stringify(a) === JSON.stringify(b) ? 0 : 1);

/** Numbers on a scale without a natural zero. Krippendorff (2011), interval metric. */
export const interval: Distance<number> = (a, b) => (a - b) ** 2;

/** Numbers that count something: 1 and 2 are as far apart as 10 and 20. Krippendorff (2011), ratio metric. */
export const ratio: Distance<number> = (a, b) => (a === b ? 0 : ((a - b) / (a + b)) ** 2);

/**
 * Stretches of a text or of time, from the first to before the last: 0 the same, 1 nothing in common, else the share of both together that only one
 * of them holds (Jaccard 1901). Null is no stretch. This is what makes alpha tolerant of boundaries that differ by a word or a day.
 */
export const stretch: Distance<readonly [from: number, to: number] | null> = (a, b) => {
  if (a === null || b === null) return a === b ? 0 : 1;
  const both = Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));
  const either = a[1] - a[0] + (b[1] - b[0]) - both;
  return either <= 0 ? (a[0] === b[0] ? 0 : 1) : 1 - both / either;
};

/**
 * Sets: 1 − Jaccard × monotonicity, which is 1 for equal sets, 2/3 where one holds the other, 1/3 where they overlap, 0 where they do not.
 * Source: R. Passonneau, "Measuring Agreement on Set-valued Items (MASI) for Semantic and Pragmatic Annotation", LREC 2006.
 */
export const masi: Distance<readonly string[]> = (a, b) => {
  const [one, two] = [new Set(a), new Set(b)];
  const both = [...one].filter((item) => two.has(item)).length;
  const either = one.size + two.size - both;
  if (either === 0) return 0;
  const monotonicity = both === either ? 1 : both === one.size || both === two.size ? 2 / 3 : both > 0 ? 1 / 3 : 0;
  return 1 - (both / either) * (both === 0 ? 0 : monotonicity);
};
