import { joinClock } from './join-clock.ts';
import { joinWeekday } from './join-weekday.ts';
import { joinYear } from './join-year.ts';
import { lendYear } from './lend-year.ts';
import type { Refiner } from './refiner.ts';
import { widen } from './widen.ts';

/** In this order. */
export const REFINERS: readonly Refiner[] = [joinYear, joinWeekday, widen, joinClock, lendYear];
