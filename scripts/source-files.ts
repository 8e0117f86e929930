import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository, without a trailing slash. */
export const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)));

const SKIPPED = new Set(['node_modules', 'dist', '.git', '.cache', 'coverage']);

/** Every file under a folder of the repository, as paths from its root with `/`, sorted. Nothing when the folder is missing. */
export function filesUnder(folder: string, endings?: readonly string[]): string[] {
  const found: string[] = [];
  const walk = (path: string): void => {
    for (const entry of readdirSync(path)) {
      if (SKIPPED.has(entry)) continue;
      const full = join(path, entry);
      if (statSync(full).isDirectory()) walk(full);
      else if (!endings || endings.some((e) => entry.endsWith(e))) found.push(relative(ROOT, full).split(sep).join('/'));
    }
  };
  const start = join(ROOT, folder);
  if (existsSync(start)) walk(start);
  return found.sort();
}

export const readSource = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** One import of a file: where it points (a path of the repository, or the name of a package or `node:` module), and whether only types come in. */
export interface Import {
  readonly to: string;
  readonly typesOnly: boolean;
}

const STATEMENT = /^\s*(?:import|export)\s+(type\s+)?([^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** The imports of one source file, static and dynamic. `import { type A }` brings types only as well. */
export function importsOf(path: string, source = readSource(path)): Import[] {
  const imports: Import[] = [];
  const add = (to: string, typesOnly: boolean): void => {
    const target = to.startsWith('.')
      ? relative(ROOT, resolve(ROOT, dirname(path), to))
          .split(sep)
          .join('/')
      : to;
    imports.push({ to: target, typesOnly });
  };
  for (const [, type, names, to] of source.matchAll(STATEMENT)) {
    const listed = /\{([^}]*)\}/.exec(names ?? '')?.[1];
    const allTypes =
      listed !== undefined &&
      /^\s*\{/.test(names ?? '') &&
      listed
        .split(',')
        .filter((n) => n.trim())
        .every((n) => n.trim().startsWith('type '));
    add(to ?? '', type !== undefined || allTypes);
  }
  for (const [, to] of source.matchAll(DYNAMIC)) add(to ?? '', false);
  return imports;
}

/** Every file that is run when one of these is: the closure over imports that bring more than types. */
export function closureOf(entries: readonly string[]): Map<string, readonly Import[]> {
  const seen = new Map<string, readonly Import[]>();
  const open = [...entries];
  while (open.length > 0) {
    const path = open.pop() as string;
    if (seen.has(path)) continue;
    const run = importsOf(path).filter((i) => !i.typesOnly);
    seen.set(path, run);
    for (const { to } of run) if (to.startsWith('src/') && existsSync(join(ROOT, to))) open.push(to);
  }
  return seen;
}
