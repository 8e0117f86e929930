import { describe, expect, it } from 'vitest';
import { dataFiles, measured, rowsOf, UNKNOWN } from '../../scripts/data-readme.ts';
import { readSource } from '../../scripts/source-files.ts';

const rows = rowsOf(readSource('data/README.md'));

describe('data/README.md', () => {
  it('has a row for every file of data/, and none for a file that is gone', () => {
    expect(rows.map((r) => r.file).sort()).toEqual(dataFiles().sort());
  });

  it('says of each file what it is, where it comes from, its licence and what made it', () => {
    const open = rows.filter((r) => [r.what, r.source, r.licence, r.madeBy].some((cell) => cell === '' || cell === UNKNOWN));
    expect(open.map((r) => r.file)).toEqual([]);
  });

  it('gives the sizes and digests of the files as they are (npx tsx scripts/data-readme.ts)', () => {
    const stale = rows.filter((r) => dataFiles().includes(r.file)).filter((r) => measured(r.file).sha256 !== r.sha256);
    expect(stale.map((r) => r.file)).toEqual([]);
  });
});
