/** A piece of `Report.text`: UTF-16 code units, half open. */
export type Span = readonly [start: number, end: number];

/** The words a span covers. */
export const cut = (text: string, span: Span): string => text.slice(span[0], span[1]);

/** Whether two spans share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

/** Whether `outer` holds all of `inner`. */
export const covers = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];
