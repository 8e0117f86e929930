import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTimes } from '../../../src/4-mentions/times/find-times.ts';

const WORDS =
  'in the on of July 11 2017 Friday last next week month year two 3 days ago later before after early late mid end quarter first Q3 9:54 a.m. noon night every daily 1990s 20th century BC 480 - , . to and from between until 12/13/2014 31 February 99 0 0000 9999 Ramadan Easter decade a an half several nineteen ninety-six'.split(
    ' ',
  );
const DATES = ['2017-09-13', '0001-01-01', '9999-12-31', 'no date', null];

describe('findTimes on any row of time words', () => {
  it('gives spans within the text and days that exist', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }), fc.constantFrom(...DATES), (words, date) => {
        const text = words.join(' ');
        let last = 0;
        for (const { span, range, value } of findTimes({ text }, { date, basis: 'given' })) {
          expect(span[0]).toBeGreaterThanOrEqual(last);
          expect(span[1]).toBeLessThanOrEqual(text.length);
          last = span[1];
          expect(value).not.toMatch(/NaN|undefined|null/);
          if (range) {
            expect(range.from).toMatch(/^\d{4}-\d\d-\d\d$/);
            expect(range.to >= range.from).toBe(true);
          }
        }
      }),
      { numRuns: 1500, seed: 7 },
    );
  });
});
