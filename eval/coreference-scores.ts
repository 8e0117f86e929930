/** Clusters of mentions; a mention is any text that names it ("12-40"). */
export type Clusters = readonly (readonly string[])[];

/** What one measure counts: shares of what precision and recall ask for. */
export interface Counts {
  precision: [right: number, all: number];
  recall: [right: number, all: number];
}

const clusterOf = (clusters: Clusters): Map<string, number> =>
  new Map(clusters.flatMap((cluster, c) => cluster.map((m) => [m, c] as const)));

/** MUC (Vilain et al. 1995): links. */
export function muc(gold: Clusters, found: Clusters): Counts {
  const side = (a: Clusters, b: Clusters): [number, number] => {
    const of = clusterOf(b);
    let right = 0;
    let all = 0;
    for (const cluster of a) {
      const parts = new Set(cluster.map((m) => of.get(m)).filter((c) => c !== undefined)).size + cluster.filter((m) => !of.has(m)).length;
      right += cluster.length - parts;
      all += cluster.length - 1;
    }
    return [right, all];
  };
  return { precision: side(found, gold), recall: side(gold, found) };
}

/** B³ (Bagga and Baldwin 1998): mentions. */
export function bCubed(gold: Clusters, found: Clusters): Counts {
  const side = (a: Clusters, b: Clusters): [number, number] => {
    const of = clusterOf(b);
    let right = 0;
    let all = 0;
    for (const cluster of a) {
      const counts = new Map<number, number>();
      for (const m of cluster) {
        const c = of.get(m);
        if (c !== undefined) counts.set(c, (counts.get(c) ?? 0) + 1);
      }
      for (const n of counts.values()) right += (n * n) / cluster.length;
      all += cluster.length;
    }
    return [right, all];
  };
  return { precision: side(found, gold), recall: side(gold, found) };
}

/** CEAF with φ4 (Luo 2005): the best one-to-one matching of entities. */
export function ceafE(gold: Clusters, found: Clusters): Counts {
  const of = clusterOf(gold);
  const weights: Map<number, number>[] = found.map((cluster) => {
    const counts = new Map<number, number>();
    for (const m of cluster) {
      const g = of.get(m);
      if (g !== undefined) counts.set(g, (counts.get(g) ?? 0) + 1);
    }
    return new Map([...counts].map(([g, n]) => [g, (2 * n) / (cluster.length + (gold[g] as readonly string[]).length)]));
  });
  const total = bestMatching(weights, gold.length);
  return { precision: [total, found.length], recall: [total, gold.length] };
}

/** Weight of the heaviest matching of rows and columns (Hungarian method with potentials, rows as sparse weights). */
function bestMatching(rows: readonly ReadonlyMap<number, number>[], columns: number): number {
  const n = rows.length;
  const m = Math.max(columns, n);
  const u = new Float64Array(n + 1);
  const v = new Float64Array(m + 1);
  const match = new Int32Array(m + 1);
  const way = new Int32Array(m + 1);
  for (let i = 1; i <= n; i++) {
    match[0] = i;
    let j0 = 0;
    const least = new Float64Array(m + 1).fill(Infinity);
    const used = new Uint8Array(m + 1);
    do {
      used[j0] = 1;
      const i0 = match[j0] as number;
      let delta = Infinity;
      let j1 = 0;
      for (let j = 1; j <= m; j++) {
        if (used[j]) continue;
        const cost = -(rows[i0 - 1]?.get(j - 1) ?? 0) - (u[i0] as number) - (v[j] as number);
        if (cost < (least[j] as number)) {
          least[j] = cost;
          way[j] = j0;
        }
        if ((least[j] as number) < delta) {
          delta = least[j] as number;
          j1 = j;
        }
      }
      for (let j = 0; j <= m; j++) {
        if (used[j]) {
          const r = match[j] as number;
          u[r] = (u[r] as number) + delta;
          v[j] = (v[j] as number) - delta;
        } else least[j] = (least[j] as number) - delta;
      }
      j0 = j1;
    } while (match[j0] !== 0);
    do {
      const j1 = way[j0] as number;
      match[j0] = match[j1] as number;
      j0 = j1;
    } while (j0);
  }
  let total = 0;
  for (let j = 1; j <= m; j++) total += rows[(match[j] as number) - 1]?.get(j - 1) ?? 0;
  return total;
}
