import { describe, expect, it } from 'vitest';
import { importsOf } from '../../scripts/source-files.ts';

describe('the imports of a file', () => {
  it.each([
    ["import { a } from './b.ts';", 'src/x/b.ts', false],
    ["import type { A } from '../b.ts';", 'src/b.ts', true],
    ["import { type A, type B } from './b.ts';", 'src/x/b.ts', true],
    ["import { type A, b } from './b.ts';", 'src/x/b.ts', false],
    ["import x, { type A } from './b.ts';", 'src/x/b.ts', false],
    ["export { a } from './b.ts';", 'src/x/b.ts', false],
    ["export type { A } from './b.ts';", 'src/x/b.ts', true],
    ["export * from './b.ts';", 'src/x/b.ts', false],
    ["import './b.ts';", 'src/x/b.ts', false],
    ["import {\n  a,\n  b,\n} from './b.ts';", 'src/x/b.ts', false],
    ["import { readFileSync } from 'node:fs';", 'node:fs', false],
    ["const b = await import('./b.ts');", 'src/x/b.ts', false],
  ])('%s', (source, to, typesOnly) => {
    expect(importsOf('src/x/a.ts', source)).toEqual([{ to, typesOnly }]);
  });
});
