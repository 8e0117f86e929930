import { describe, expect, it } from 'vitest';
import type { DateRange } from '../../src/0-terms/date-range.ts';
import { dayInWords, daysInWords } from '../../src/7-records/days-in-words.ts';

const range = (from: string, to: string, precision: DateRange['precision'], basis: DateRange['basis'] = 'explicit'): DateRange => ({
  from,
  to,
  precision,
  basis,
});

describe('days in plain words', () => {
  it.each<[DateRange, string]>([
    [range('2017-07-11', '2017-07-11', 'day'), '11 July 2017'],
    [range('2017-07-09', '2017-07-11', 'day'), '9–11 July 2017'],
    [range('2017-06-29', '2017-07-02', 'day'), '29 June – 2 July 2017'],
    [range('2017-12-30', '2018-01-02', 'day'), '30 December 2017 – 2 January 2018'],
    [range('2017-07-03', '2017-07-09', 'week'), 'week of 3 July 2017'],
    [range('2017-04-01', '2017-04-30', 'month'), 'April 2017'],
    [range('2017-04-01', '2017-06-30', 'month'), 'April–June 2017'],
    [range('2017-01-01', '2017-12-31', 'year'), '2017'],
    [range('2014-01-01', '2017-12-31', 'year'), '2014–2017'],
    [range('2017-09-12', '2017-09-12', 'day', 'publication'), 'reported 12 September 2017'],
    [range('soon', 'soon', 'day'), 'soon'],
  ])('%o', (days, words) => {
    expect(daysInWords(days)).toBe(words);
  });
  it('lets what is no date stand', () => {
    expect(dayInWords('2017-13-01')).toBe('2017-13-01');
  });
});
