import robotsModule from 'robots-parser';

/** What a host's robots.txt says to Saidso. */
export interface Robots {
  readonly allows: (url: string) => boolean;
  /** Seconds between two requests, where it asks for a delay. */
  readonly delay: number | null;
}

interface RobotsFile {
  isAllowed(url: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
}
// The package is of the old kind, and its types say otherwise.
const robotsParser = robotsModule as unknown as (url: string, text: string) => RobotsFile;

/** No robots.txt is read beyond this (RFC 9309, 2.5: at least 500 KiB). */
export const MOST_ROBOTS_BYTES = 512 * 1024;

/** The rules of a robots.txt (RFC 9309) for the agent `Saidso`. */
export function robotsOf(url: string, text: string): Robots {
  const file = robotsParser(url, text.slice(0, MOST_ROBOTS_BYTES));
  const delay = file.getCrawlDelay('Saidso');
  return { allows: (address) => file.isAllowed(address, 'Saidso') !== false, delay: delay === undefined || !(delay >= 0) ? null : delay };
}

export const ALLOW_ALL: Robots = { allows: () => true, delay: null };
export const ALLOW_NOTHING: Robots = { allows: () => false, delay: null };
