/** Days a time expression really means; both ends belong to it. ISO 8601 dates (YYYY-MM-DD). */
export interface DateRange {
  readonly from: string;
  readonly to: string;
  readonly precision: Precision;
  readonly basis: DateBasis;
}

/** The grain of what was said: "July 2017" is a month, whatever its days. */
export type Precision = 'day' | 'week' | 'month' | 'year';

/** How the days were found: said outright, against the publication date, against another event, or the publication date itself. */
export type DateBasis = 'explicit' | 'relative' | 'anchored' | 'publication';
