import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'vite';

const HOME = join(import.meta.dirname, '..', '..');
const WEB = join(HOME, 'web');

/** The page built from the sources as they stand: the folder. Built once for the same sources, however many test files ask at once. */
export async function builtPage(): Promise<string> {
  const cache = join(HOME, '.cache');
  const folder = join(cache, `web-${digestOfSources()}`);
  const claimed = `${folder}.building`;
  mkdirSync(cache, { recursive: true });
  for (let waited = 0; !existsSync(folder); waited++) {
    if (waited > 600) rmSync(claimed, { recursive: true, force: true });
    if (!claim(claimed)) {
      await pause(100);
      continue;
    }
    const environment = process.env['NODE_ENV'];
    try {
      for (const old of readdirSync(cache)) if (/^web-[0-9a-f]+$/.test(old)) rmSync(join(cache, old), { recursive: true, force: true });
      const made = `${folder}.made`;
      // The test runner's own environment would have React built for development.
      process.env['NODE_ENV'] = 'production';
      await build({
        mode: 'production',
        root: WEB,
        configFile: join(WEB, 'vite.config.ts'),
        build: { outDir: made, emptyOutDir: true },
        logLevel: 'error',
      });
      renameSync(made, folder);
    } finally {
      if (environment === undefined) delete process.env['NODE_ENV'];
      else process.env['NODE_ENV'] = environment;
      rmSync(claimed, { recursive: true, force: true });
    }
  }
  return folder;
}

/** Only one may build: making a folder is one step for all processes. */
function claim(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch {
    return false;
  }
}

function digestOfSources(): string {
  const hash = createHash('sha256');
  const files = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
    .filter((file) => !/^dist\b/.test(file) && /\.\w+$/.test(file))
    .sort();
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(WEB, file)));
  hash.update(readFileSync(join(HOME, 'package-lock.json')));
  return hash.digest('hex').slice(0, 12);
}
