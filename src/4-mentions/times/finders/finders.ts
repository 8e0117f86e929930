import type { Finder } from '../finder.ts';
import { ago } from './ago.ts';
import { bareUnits } from './bare-units.ts';
import { century } from './century.ts';
import { clock } from './clock.ts';
import { dayMonth } from './day-month.ts';
import { dayPart } from './day-part.ts';
import { decade } from './decade.ts';
import { deicticDay } from './deictic-day.ts';
import { deicticName } from './deictic-name.ts';
import { deicticUnit } from './deictic-unit.ts';
import { duration } from './duration.ts';
import { earlierIn } from './earlier-in.ts';
import { earlierLater } from './earlier-later.ts';
import { holiday } from './holiday.ts';
import { hourInPart } from './hour-in-part.ts';
import { isoDate } from './iso-date.ts';
import { month } from './month.ts';
import { monthDay } from './month-day.ts';
import { namedDay } from './named-day.ts';
import { numericDate } from './numeric-date.ts';
import { quarter } from './quarter.ts';
import { reference } from './reference.ts';
import { runningPeriod } from './running-period.ts';
import { runningUnit } from './running-unit.ts';
import { season } from './season.ts';
import { set } from './set.ts';
import { shortYear } from './short-year.ts';
import { spokenYear } from './spoken-year.ts';
import { weekOf } from './week-of.ts';
import { weekday } from './weekday.ts';
import { weekend } from './weekend.ts';
import { wholeUnit } from './whole-unit.ts';
import { year } from './year.ts';
import { yearAgo } from './year-ago.ts';

/** Every pattern of the grammar. Where two match the same words the longer one wins, then the earlier in this list. */
export const FINDERS: readonly Finder[] = [
  isoDate,
  numericDate,
  namedDay,
  weekOf,
  monthDay,
  dayMonth,
  month,
  deicticName,
  weekday,
  deicticDay,
  runningUnit,
  runningPeriod,
  deicticUnit,
  earlierIn,
  weekend,
  yearAgo,
  ago,
  earlierLater,
  quarter,
  season,
  holiday,
  decade,
  century,
  year,
  shortYear,
  spokenYear,
  clock,
  hourInPart,
  dayPart,
  set,
  duration,
  wholeUnit,
  bareUnits,
  reference,
];
