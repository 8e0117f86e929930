// Checks that imports between the floors of src/ go down or stay, and that none go round: npx tsx scripts/check-floors.ts
import { fileURLToPath } from 'node:url';
import { filesUnder, importsOf } from './source-files.ts';

/** The public faces: they may name anything in the house, and nothing in the house may import them. */
const FACES = new Set(['src/index.ts', 'src/browser.ts']);

/**
 * How high a file of `src/` stands. Numbered folders stand where their number says; the files directly in `src/`
 * stand above 7 and below 8; the public faces above all. Null for what is no part of the house.
 */
export function heightOf(path: string): number | null {
  const floor = /^src\/(\d)-[^/]+\//.exec(path)?.[1];
  if (floor !== undefined) return Number(floor);
  if (FACES.has(path)) return 10;
  return /^src\/[^/]+\.tsx?$/.test(path) ? 7.5 : null;
}

/** What is wrong with this import, in one line; null when it goes down or stays in the folder. */
export function wrongWay(from: string, to: string): string | null {
  const [above, below] = [heightOf(from), heightOf(to)];
  if (above === null) return null;
  if (!to.startsWith('src/')) return /^(eval|test|train|scripts|web)\//.test(to) ? `${from} imports ${to}: src stands on its own` : null;
  if (below === null) return `${from} imports ${to}, which stands on no floor`;
  return below > above ? `${from} imports ${to}, which stands above it` : null;
}

/** Cycles of a graph, each as the files that it goes through; depth first, every file once. */
export function cycles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const done = new Set<string>();
  const found: string[][] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      found.push([...trail.slice(at), path]);
      return;
    }
    if (done.has(path)) return;
    for (const to of edges.get(path) ?? []) visit(to, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  return found;
}

/** Everything that is wrong with the imports of `src/`, types included, a line each. */
export function checkFloors(): string[] {
  const graph = new Map(filesUnder('src', ['.ts', '.tsx']).map((path) => [path, importsOf(path).map((i) => i.to)]));
  const wrong = [...graph].flatMap(([from, to]) => to.map((t) => wrongWay(from, t)).filter((w) => w !== null));
  return [...wrong, ...cycles(graph).map((c) => `a cycle: ${c.join(' → ')}`)];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wrong = checkFloors();
  console.log(wrong.length ? wrong.join('\n') : 'every import goes down or stays on its floor');
  process.exitCode = wrong.length ? 1 : 0;
}
