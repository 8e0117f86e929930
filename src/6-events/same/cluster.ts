/** Two members and how likely they belong together, 0 to 1. */
export interface Link {
  readonly a: number;
  readonly b: number;
  readonly probability: number;
}

export interface ClusterRules {
  /** Mean probability over all pairs of two clusters from which they become one. */
  readonly threshold: number;
  /** Pairs that were never compared count as this. */
  readonly unseen: number;
  /** Members that stand together whatever the probabilities. */
  readonly together?: readonly (readonly [number, number])[];
  /** Whether two members may never stand together. */
  readonly apart?: (a: number, b: number) => boolean;
}

/**
 * Gathers members into clusters by average linkage, likeliest first: two clusters join when their members on the whole belong together, so one
 * account that fits two happenings does not chain them. Deterministic; gives the members of each cluster, in order.
 */
export function cluster(
  size: number,
  links: readonly Link[],
  { threshold, unseen, together = [], apart = () => false }: ClusterRules,
): number[][] {
  const home = Array.from({ length: size }, (_, at) => at);
  const members = new Map<number, number[]>(home.map((at) => [at, [at]]));
  const neighbours = Array.from({ length: size }, () => new Map<number, number>());
  for (const { a, b, probability } of links) {
    neighbours[a]?.set(b, probability);
    neighbours[b]?.set(a, probability);
  }
  const join = (a: number, b: number): void => {
    const [keep, gone] = a < b ? [a, b] : [b, a];
    const moved = members.get(gone) ?? [];
    members.delete(gone);
    members.get(keep)?.push(...moved);
    for (const one of moved) home[one] = keep;
  };
  for (const [a, b] of together) if (home[a] !== home[b]) join(home[a] as number, home[b] as number);
  const mean = (one: readonly number[], two: readonly number[]): number => {
    let sum = 0;
    for (const x of one) for (const y of two) sum += neighbours[x]?.get(y) ?? unseen;
    return sum / (one.length * two.length);
  };
  const ordered = links
    .filter(({ probability }) => probability >= threshold)
    .sort((x, y) => y.probability - x.probability || x.a - y.a || x.b - y.b);
  // A second look, because clusters that were too far apart at first may have grown together.
  for (let round = 0; round < 2; round++) {
    for (const { a, b } of ordered) {
      const [one, two] = [home[a] as number, home[b] as number];
      if (one === two) continue;
      const [left, right] = [members.get(one) as number[], members.get(two) as number[]];
      if (mean(left, right) < threshold || left.some((x) => right.some((y) => apart(x, y)))) continue;
      join(one, two);
    }
  }
  return [...members.values()].map((list) => list.sort((x, y) => x - y)).sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0));
}
