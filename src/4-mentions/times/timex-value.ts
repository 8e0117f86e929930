import type { Unit } from './vocabulary.ts';

const LETTERS: Readonly<Record<Unit, readonly [letter: string, times: number]>> = {
  second: ['TS', 1],
  minute: ['TM', 1],
  hour: ['TH', 1],
  day: ['D', 1],
  night: ['D', 1],
  weekend: ['WE', 1],
  week: ['W', 1],
  fortnight: ['W', 2],
  month: ['M', 1],
  quarter: ['M', 3],
  season: ['M', 3],
  year: ['Y', 1],
  decade: ['Y', 10],
  century: ['Y', 100],
  millennium: ['Y', 1000],
};

/** TIMEX3 value of a length of time: `P3D`, `PT5H`, `PXY` when the amount is not said. */
export function durationValue(unit: Unit, amount: number | null): string {
  const [letter, times] = LETTERS[unit];
  const clock = letter.startsWith('T');
  const sign = clock ? letter.slice(1) : letter;
  const head = clock ? 'PT' : 'P';
  if (amount === null) return unit === 'decade' ? 'PXE' : unit === 'century' ? 'PXC' : `${head}X${sign}`;
  if (Number.isInteger(amount * times)) return `${head}${amount * times}${sign}`;
  // A half is told in the next smaller unit where that is whole.
  const whole = Math.floor(amount);
  if (unit === 'year') return whole ? `P${whole}Y6M` : 'P6M';
  if (unit === 'hour') return whole ? `PT${whole}H30M` : 'PT30M';
  if (unit === 'minute') return `PT${whole}M30S`;
  return `${head}${amount * times}${sign}`;
}

/** About how many days a unit has; months and years as calendars count are the resolver's. */
export const DAYS_OF: Readonly<Record<Unit, number>> = {
  second: 0,
  minute: 0,
  hour: 0,
  day: 1,
  night: 1,
  weekend: 7,
  week: 7,
  fortnight: 14,
  month: 30,
  quarter: 91,
  season: 91,
  year: 365,
  decade: 3652,
  century: 36524,
  millennium: 365242,
};
