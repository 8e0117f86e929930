import { describe, expect, it } from 'vitest';
import { merge } from '../../src/6-events/merge.ts';
import { loadKit } from '../../src/load-kit.ts';
import { read } from '../../src/read.ts';

const plain = loadKit();
const kit = { ...plain, codebook: { ...plain.codebook, ordinaryCrime: true } };

/** The violent event of one report, published on Monday 2024-05-13. */
function eventOf(text: string) {
  const report = read({ source: 'test', url: null, mediaType: 'text/plain', text, published: '2024-05-13', notes: [] }, kit);
  return merge([report], kit).find(({ toll, type }) => type === 'armed-attack' || toll.killed || toll.injured);
}

describe('the toll of an event', () => {
  it.each([
    ['people counted where they were hit', 'Four people were shot outside a cafe in Lyon on Sunday night.', 0, 4],
    ['a person named by an age', 'A 16-year-old was shot in Lyon on Sunday night.', 0, 1],
    ['a wound', 'Officers heard gunfire in Lyon on Sunday night. Two men were taken to hospital with gunshot wounds.', 0, 2],
    ['a wound that killed', 'A man was found with a gunshot wound to the head in Lyon on Sunday. He died in hospital.', 1, 0],
    ['people side by side', 'A girl and two men were injured in a shooting in Lyon on Sunday.', 0, 3],
    ['a triple shooting', 'Police are looking into a triple shooting in Lyon on Sunday. A woman was killed.', 1, 2],
    ['a number and its noun once', 'One 15-year-old was killed in a shooting in Lyon on Sunday.', 1, 0],
    ['one of those who were hit, fatally', 'Four people were shot, one fatally, in Lyon on Sunday.', 1, 3],
    [
      'those left of all who were hit',
      'Five people were shot in Lyon on Sunday. One of them, a boy, was wounded in the head. A woman was killed.',
      1,
      4,
    ],
  ])('%s', (_, text, killed, injured) => {
    const event = eventOf(text);
    expect([event?.toll.killed?.best ?? 0, event?.toll.injured?.best ?? 0]).toEqual([killed, injured]);
  });
});
