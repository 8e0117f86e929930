import type { EventSummary } from '../overview.ts';

/** What the page of a published folder works on: `data/events.js` puts it into `saidsoPublished`. */
export interface PublishedData {
  /** The latest first. */
  readonly events: readonly PublishedEvent[];
  readonly families: readonly PublishedFamily[];
}
export interface PublishedFamily {
  readonly family: string;
  readonly types: readonly { readonly id: string; readonly label: string }[];
}
export interface PublishedEvent extends EventSummary {
  /** Publishers of its reports. */
  readonly sources: readonly string[];
  /** What its reports say of it, in small letters: what the search looks through. */
  readonly said: string;
}

/** A script that holds the data: a page opened from disk may fetch nothing, but may run the scripts beside it. */
export function dataFile(data: PublishedData): string {
  // Of JSON only these would read otherwise as a script.
  const json = JSON.stringify(data).replace(/[\u2028\u2029<]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `globalThis.saidsoPublished = ${json};\n`;
}
