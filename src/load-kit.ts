import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CodebookError, InputError } from './0-terms/errors.ts';
import { type Kit, makeKit } from './kit.ts';

/** Folder that holds `data/` and `codebook/`: the package, whether run from `src` or from `dist/src`. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'codebook', 'codebook.yaml'))) {
    const up = dirname(folder);
    if (up === folder) throw new InputError('the folders data/ and codebook/ of Saidso are missing; install it again');
    folder = up;
  }
  return folder;
}

export interface KitOptions {
  /** Another codebook folder in place of the bundled one. */
  readonly codebook?: string;
}

/**
 * Reads the models, lexicons, gazetteer and codebook from disk, once, into a Kit.
 * @throws CodebookError when the codebook has a fault or is not there; InputError when the installation is damaged.
 */
export function loadKit(options: KitOptions = {}): Kit {
  const home = packageFolder();
  const bytes = (path: string): Uint8Array => {
    try {
      return readFileSync(join(home, 'data', path));
    } catch {
      throw new InputError(`data/${path} is missing from the installation of Saidso; install it again`);
    }
  };
  return makeKit({ bytes, codebook: codebookFiles(options.codebook ?? join(home, 'codebook')), packedCodebook: packedCodebook() });
}

/**
 * The bundled codebook as the build packed it. It stands beside the compiled program and nowhere else, so that it is always of the
 * form that this program's own code writes and reads.
 */
export const PACKED_CODEBOOK = fileURLToPath(new URL('../codebook.json', import.meta.url));

function packedCodebook(): string | null {
  return existsSync(PACKED_CODEBOOK) ? readFileSync(PACKED_CODEBOOK, 'utf8') : null;
}

/** All YAML files of a codebook folder, by path relative to it. */
export function codebookFiles(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(join(folder, 'codebook.yaml'))) {
    throw new CodebookError(folder, null, 'is no codebook: codebook.yaml is missing', 'see docs/codebook.md for what a codebook holds');
  }
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.yaml')) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8'));
  }
  return files;
}
