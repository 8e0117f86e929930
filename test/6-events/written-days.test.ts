import { describe, expect, it } from 'vitest';
import { readDays } from '../../src/6-events/written-days.ts';
import { daysInWords } from '../../src/7-records/days-in-words.ts';

describe('days as people write them', () => {
  it.each([
    ['2024-05-12', '2024-05-12', '2024-05-12', 'day'],
    ['12 May 2024', '2024-05-12', '2024-05-12', 'day'],
    ['May 12, 2024', '2024-05-12', '2024-05-12', 'day'],
    ['12th Sept. 2024', '2024-09-12', '2024-09-12', 'day'],
    ['sept 2024', '2024-09-01', '2024-09-30', 'month'],
    ['2024', '2024-01-01', '2024-12-31', 'year'],
    ['9 – 13 September 2024', '2024-09-09', '2024-09-13', 'week'],
    ['9-13 September 2024', '2024-09-09', '2024-09-13', 'week'],
    ['September 9 – 13, 2024', '2024-09-09', '2024-09-13', 'week'],
    ['5 to 6 May 2024', '2024-05-05', '2024-05-06', 'week'],
    ['2024-05-05 / 2024-05-06', '2024-05-05', '2024-05-06', 'week'],
  ])('%s', (written, from, to, precision) => {
    expect(readDays(written)).toEqual({ from, to, precision });
  });

  it.each(['soon', 'May', '12 May', '31 February 2024', '2024-05-40', '13–9 May 2024', '5 May 2024 June', '12 13 May 2024', '/', ''])(
    '%s is none',
    (written) => {
      expect(readDays(written)).toBeNull();
    },
  );

  it.each([
    ['2017-07-11', '2017-07-11', 'day'],
    ['2017-07-09', '2017-07-11', 'day'],
    ['2017-07-03', '2017-07-09', 'week'],
    ['2024-04-30', '2024-05-15', 'day'],
    ['2017-04-01', '2017-04-30', 'month'],
    ['2017-04-01', '2017-06-30', 'month'],
    ['2016-12-01', '2017-01-31', 'month'],
    ['2017-01-01', '2017-12-31', 'year'],
    ['2016-01-01', '2017-12-31', 'year'],
  ] as const)('%s to %s by the %s are read as Saidso itself writes them', (from, to, precision) => {
    for (const basis of ['explicit', 'publication'] as const)
      expect(readDays(daysInWords({ from, to, precision, basis }))).toMatchObject({ from, to });
  });
});
