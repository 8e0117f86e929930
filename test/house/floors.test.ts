import { describe, expect, it } from 'vitest';
import { checkFloors, cycles, wrongWay } from '../../scripts/check-floors.ts';

describe('the floors', () => {
  it('are imported only downward or inside the folder, and never round', () => {
    expect(checkFloors()).toEqual([]);
  });

  it.each([
    ['src/5-claims/code.ts', 'src/3-sentences/parsed-report.ts', null],
    ['src/read.ts', 'src/7-records/json.ts', null],
    ['src/8-http/app.ts', 'src/read.ts', null],
    ['src/9-cli/bin.ts', 'src/8-http/app.ts', null],
    ['src/index.ts', 'src/8-http/app.ts', null],
    ['src/9-cli/bin.ts', 'src/index.ts', 'stands above it'],
    ['src/3-sentences/parse.ts', 'src/5-claims/code.ts', 'stands above it'],
    ['src/3-sentences/parse.ts', 'src/kit.ts', 'stands above it'],
    ['src/read.ts', 'src/index.ts', 'stands above it'],
    ['src/kit.ts', 'eval/task.ts', 'stands on its own'],
  ])('%s importing %s', (from, to, wrong) => {
    const found = wrongWay(from, to);
    if (wrong === null) expect(found).toBeNull();
    else expect(found).toContain(wrong);
  });

  it('notice a cycle', () => {
    const turning = new Map([
      ['src/a.ts', ['src/b.ts']],
      ['src/b.ts', ['src/c.ts']],
      ['src/c.ts', ['src/a.ts']],
    ]);
    expect(cycles(turning)).toHaveLength(1);
  });
});
