import type { Finder } from '../finder.ts';
import { pattern } from '../finder.ts';

/** "the quarter" "the latest quarter": the last one that was over; "the year", "the fiscal year": as long as one. */
export const runningPeriod: Finder = {
  rule: 'times.running-period',
  pattern: pattern`(?:the (?:latest |most recent |just-ended |recent )?(?<quarter>quarter)|the latest (?<period>period)|the (?:full |fiscal |calendar |latest fiscal |current fiscal |school )?(?<year>year))(?!-| of\b| (?:ago|before|after|earlier|later|\d))`,
  read: ({ groups }) =>
    groups['year']
      ? { is: 'duration', unit: 'year', amount: 1 }
      : { is: 'shift', unit: 'quarter', amount: 1, direction: -1, from: 'publication' },
};
