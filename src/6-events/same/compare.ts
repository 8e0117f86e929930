import type { Outline } from '../outline.ts';
import { logOdds, probabilityOf } from './decide.ts';
import { peopleShared, signsOfHappenings, signsOfReports } from './features.ts';
import type { Sketch } from './sketch.ts';
import { UNSEEN } from './thresholds.ts';

/** Which happening of one report is likely which of another, by their numbers in each. */
export interface Likeness {
  readonly a: number;
  readonly b: number;
  readonly probability: number;
}

/** Compares all happenings of two reports that can be compared. Only what is likelier than a pair that was never looked at is told. */
export function compareReports(a: Sketch, b: Sketch, weights: ReadonlyMap<string, number>): Likeness[] {
  const found: Likeness[] = [];
  let common: number | null = null;
  let people = '';
  a.happenings.forEach((one, i) => {
    b.happenings.forEach((two, j) => {
      if (!comparable(one, two)) return;
      if (common === null) {
        common = logOdds(signsOfReports(a, b), weights);
        people = peopleShared(a, b);
      }
      const probability = probabilityOf(common + logOdds(signsOfHappenings(one, two, people), weights));
      if (probability > UNSEEN) found.push({ a: i, b: j, probability });
    });
  });
  return found;
}

/** The main things of two reports are compared whatever they are; else what happened with what happened, within a group of types. */
function comparable(a: Outline, b: Outline): boolean {
  if (a.report === b.report) return false;
  if (a.main && b.main) return true;
  return a.group === b.group && a.done === b.done;
}
