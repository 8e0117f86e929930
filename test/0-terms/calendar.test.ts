import { describe, expect, it } from 'vitest';
import {
  addMonths,
  civil,
  dayNumber,
  dayOfIso,
  daysInMonth,
  easterSunday,
  islamicDayInYear,
  isoOfDay,
  parseIso,
  weekday,
  weekName,
} from '../../src/0-terms/calendar.ts';

describe('calendar', () => {
  it('counts days both ways', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0);
    for (const iso of ['0001-01-01', '1582-10-15', '1900-03-01', '2000-02-29', '2017-09-13', '9999-12-31'])
      expect(isoOfDay(dayOfIso(iso))).toBe(iso);
    for (let day = -150000; day < 40000; day += 97) expect(dayNumber(civil(day).year, civil(day).month, civil(day).day)).toBe(day);
  });

  it.each([
    ['2017-09-13', 3, '2017-W37'],
    ['2016-01-03', 7, '2015-W53'],
    ['2020-12-31', 4, '2020-W53'],
    ['2024-12-30', 1, '2025-W01'],
  ])('%s: weekday %i, week %s', (iso, day, week) => {
    expect([weekday(dayOfIso(iso)), weekName(dayOfIso(iso))]).toEqual([day, week]);
  });

  it('knows months', () => {
    expect([daysInMonth(2000, 2), daysInMonth(1900, 2), daysInMonth(2023, 4)]).toEqual([29, 28, 30]);
    expect(addMonths({ year: 2017, month: 1, day: 31 }, 1)).toEqual({ year: 2017, month: 2, day: 28 });
    expect(addMonths({ year: 2017, month: 1, day: 31 }, -2)).toEqual({ year: 2016, month: 11, day: 30 });
    expect(parseIso('2017-02-29')).toBeNull();
  });

  it.each([
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2019, '2019-04-21'],
  ])('Easter %i is %s', (year, iso) => {
    expect(isoOfDay(easterSunday(year))).toBe(iso);
  });

  it('puts Islamic feasts within a day', () => {
    expect(Math.abs(islamicDayInYear(2017, 9, 1) - dayOfIso('2017-05-27'))).toBeLessThanOrEqual(1);
    expect(Math.abs(islamicDayInYear(2019, 10, 1) - dayOfIso('2019-06-04'))).toBeLessThanOrEqual(1);
    expect(Math.abs(islamicDayInYear(2006, 12, 10) - dayOfIso('2006-01-10'))).toBeLessThanOrEqual(1);
  });
});
