// Fills the sizes and digests of data/README.md and adds a row for each new file: npx tsx scripts/data-readme.ts
import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesUnder, ROOT } from './source-files.ts';

const PAGE = join(ROOT, 'data', 'README.md');
/** What a person has still to write in a row that this script added. */
export const UNKNOWN = '?';

/** A row of the table: what a file is, whose it is, what made it, and which bytes it holds. */
export interface DataRow {
  readonly file: string;
  readonly what: string;
  readonly source: string;
  readonly licence: string;
  readonly madeBy: string;
  readonly size: string;
  readonly sha256: string;
}

const ROW = /^\| `([^`]+)` \|(.*)\|$/;

/** The rows of the table in `data/README.md`. */
export function rowsOf(page: string): DataRow[] {
  return page.split('\n').flatMap((line) => {
    const [, file, rest] = ROW.exec(line) ?? [];
    if (file === undefined) return [];
    const [what, source, licence, madeBy, size, sha256] = (rest ?? '').split('|').map((cell) => cell.trim());
    return [
      {
        file,
        what: what ?? '',
        source: source ?? '',
        licence: licence ?? '',
        madeBy: madeBy ?? '',
        size: size ?? '',
        sha256: sha256 ?? '',
      },
    ];
  });
}

/** The files that the table must hold: everything under `data/` but the page itself. */
export const dataFiles = (): string[] =>
  filesUnder('data')
    .map((f) => f.slice('data/'.length))
    .filter((f) => f !== 'README.md');

/** Size in bytes and the first 16 digits of the SHA-256, as the table gives them. */
export function measured(file: string): { readonly size: string; readonly sha256: string } {
  const path = join(ROOT, 'data', file);
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);
  return { size: statSync(path).size.toLocaleString('en'), sha256 };
}

const line = (r: DataRow): string => `| \`${r.file}\` | ${r.what} | ${r.source} | ${r.licence} | ${r.madeBy} | ${r.size} | ${r.sha256} |`;

/** The page with every file's row measured anew; rows of files that are gone are left out. */
export function refreshed(page: string): string {
  const known = new Map(rowsOf(page).map((r) => [r.file, r]));
  const blank = { what: UNKNOWN, source: UNKNOWN, licence: UNKNOWN, madeBy: UNKNOWN };
  const rows = dataFiles().map((file) => line({ file, ...(known.get(file) ?? blank), ...measured(file) }));
  const lines = page.split('\n');
  const table = lines.findIndex((l) => /^\|[-: |]+\|$/.test(l));
  const rest = lines.slice(table + 1).filter((l) => !ROW.test(l));
  return [...lines.slice(0, table + 1), ...rows, ...rest].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(PAGE, refreshed(readFileSync(PAGE, 'utf8')));
  const open = rowsOf(readFileSync(PAGE, 'utf8')).filter((r) => Object.values(r).includes(UNKNOWN));
  if (open.length) console.log(`still to be written in data/README.md: ${open.map((r) => r.file).join(', ')}`);
}
