import { beforeAll, describe, expect, it } from 'vitest';
import { merge } from '../../src/6-events/merge.ts';
import type { Kit } from '../../src/kit.ts';
import { loadKit } from '../../src/load-kit.ts';
import { read } from '../../src/read.ts';
import { expectedOfStory, storyPages, storySlugs, unmetStory } from './story.ts';

let kit: Kit;
beforeAll(async () => {
  kit = await loadKit();
});

describe('stories told by several reports', () => {
  it.each(storySlugs())('%s', (slug) => {
    const told = [...storyPages(slug)].map(([name, page]) => ({ name, report: read(page, kit) }));
    const events = merge(
      told.map(({ report }) => report),
      kit,
    );
    expect(unmetStory(expectedOfStory(slug), events, new Map(told.map(({ name, report }) => [report.id, name])))).toEqual([]);
  });
});
