import { beforeAll, describe, expect, it } from 'vitest';
import type { Kit } from '../../src/kit.ts';
import { loadKit } from '../../src/load-kit.ts';
import { read } from '../../src/read.ts';
import { casePage, caseSlugs, expectedOf, unmet } from './case.ts';

let kit: Kit;
beforeAll(async () => {
  kit = await loadKit();
});

describe('whole reports', () => {
  it.each(caseSlugs())('%s', (slug) => {
    expect(unmet(expectedOf(slug), read(casePage(slug), kit))).toEqual([]);
  });
});
