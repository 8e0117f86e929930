import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/1-pages/page.ts';
import { checkCodebook, EXAMPLE_DATE } from '../../src/5-claims/codebook/check-codebook.ts';
import { loadKit } from '../../src/load-kit.ts';
import { read } from '../../src/read.ts';

const kit = loadKit();
const page = (text: string): Page => ({ source: 'example', url: null, mediaType: 'text/plain', text, published: EXAMPLE_DATE, notes: [] });
const faults = checkCodebook(kit.codebook, (text) => read(page(text), kit));

describe('the examples of the codebook', () => {
  it.each(kit.codebook.types.map((t) => t.id))('%s: every example gives its claim, and no counter-example does', (type) => {
    expect(faults.filter((f) => f.type === type && f.kind !== 'unreached').map((f) => `${f.file}:${f.line} ${f.text}`)).toEqual([]);
  });

  it('lists at least fifty types, each with an example', () => {
    expect(kit.codebook.types.length).toBeGreaterThanOrEqual(50);
    expect(kit.codebook.types.filter((t) => t.examples.length === 0).map((t) => t.id)).toEqual([]);
  });
});
