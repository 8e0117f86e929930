import type { Span } from '../../0-terms/span.ts';
import type { Season, Unit } from './vocabulary.ts';

/** Which one of a repeating thing: the one before, around or after the day we count from; `same`: around, never another. */
export type Which = 'last' | 'this' | 'next';

/** Fields of the calendar, as far as the words give them. */
export interface CalendarMeaning {
  readonly is: 'calendar';
  readonly year?: number;
  /** "2014/15", "1941-42": the second year. */
  readonly yearTo?: number;
  readonly bc?: true;
  /** First year of a decade, 1990; century 19 = the years 1900 to 1999. */
  readonly decade?: number;
  readonly century?: number;
  readonly month?: number;
  readonly monthTo?: number;
  readonly day?: number;
  /** Last day of "3-5 July", of the same month. */
  readonly dayTo?: number;
  /** ISO weekday. */
  readonly weekday?: number;
  readonly quarter?: number;
  readonly half?: number;
  readonly season?: Season;
  readonly holiday?: string;
  /** "the week of July 3" */
  readonly weekOf?: true;
  readonly which?: Which;
  /** "July last year" -1, "of that year" 0 (with `running`): years from the one we count from. */
  readonly yearsOff?: number;
  /** "the same day", "of that year": against the running date of the narrative. */
  readonly running?: true;
}

/** A distance from the publication day, from the narrative's running day, or from an event. */
export interface ShiftMeaning {
  readonly is: 'shift';
  readonly unit: Unit;
  /** Null: "several days ago". */
  readonly amount: number | null;
  readonly direction: -1 | 1;
  /** story: the publication in news, what was told last in histories. */
  readonly from: 'publication' | 'narrative' | 'story' | 'event';
  /** "a year earlier", "the year-ago period": set beside what was told last, not a step of the story. */
  readonly comparing?: true;
}

export interface DurationMeaning {
  readonly is: 'duration';
  readonly unit: Unit;
  /** Null: "for years". */
  readonly amount: number | null;
  /** A second part: "a year and a half" is 18 months; "two minutes and 3 seconds". */
  readonly also?: { readonly unit: Unit; readonly amount: number };
  /** "the past two weeks", "the next three days": where it lies, seen from the publication. */
  readonly side?: 'past' | 'future';
}

export interface SetMeaning {
  readonly is: 'set';
  readonly value: string;
}

export interface ReferenceMeaning {
  readonly is: 'reference';
  readonly value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF';
}

/** A clock time or part of a day with no day of its own: "at 9:54 a.m.". */
export interface ClockMeaning {
  readonly is: 'clock';
  /** TIMEX3 time, with its `T`. */
  readonly clock: string;
}

export type Meaning = (CalendarMeaning | ShiftMeaning | DurationMeaning | SetMeaning | ReferenceMeaning | ClockMeaning) & {
  /** Time of day added to a date, as TIMEX3 writes it: `TNI`, `T09:54`. */
  readonly time?: string;
  readonly part?: 'early' | 'mid' | 'late' | 'before' | 'after';
};

/** Words found to speak of time, before they are tied to days. */
export interface Expression {
  readonly span: Span;
  readonly meaning: Meaning;
  readonly rule: string;
}
