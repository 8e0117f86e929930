import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/1-pages/page.ts';
import { checkCodebook, EXAMPLE_DATE } from '../../src/5-claims/codebook/check-codebook.ts';
import { loadKit } from '../../src/load-kit.ts';
import { read } from '../../src/read.ts';

const kit = loadKit();
const { types } = kit.codebook;
const page = (text: string): Page => ({ source: 'example', url: null, mediaType: 'text/plain', text, published: EXAMPLE_DATE, notes: [] });
const faults = checkCodebook(kit.codebook, (text) => read(page(text), kit)).filter((f) => f.kind !== 'unreached');

describe('the examples of the codebook', () => {
  // What is not read yet is listed and reviewed as a diff: `npx vitest run -u test/house/codebook.test.ts` writes the list anew.
  it('give their claims, and counter-examples none, but for those listed in codebook-faults.txt', async () => {
    const lines = faults.map((f) => `${f.type} ${f.kind}: ${f.text}`).sort();
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('codebook-faults.txt');
  });

  it('are read as their authors say in nine of ten cases', () => {
    const sentences = types.reduce((sum, t) => sum + t.examples.length + t.not.length, 0);
    expect(faults.length / sentences).toBeLessThan(0.1);
  });

  it('are there for every one of at least fifty types', () => {
    expect(types.length).toBeGreaterThanOrEqual(50);
    expect(types.filter((t) => t.examples.length === 0).map((t) => t.id)).toEqual([]);
  });
});
