import { setTimeout as sleep } from 'node:timers/promises';
import type { Resolve } from './address-guard.ts';
import type { Fetched, FetchOptions } from './fetch.ts';
import { FetchError } from './fetch-error.ts';
import { ALLOW_ALL, ALLOW_NOTHING, type Robots, robotsOf } from './robots.ts';

/** How Saidso behaves on the web. */
export interface GuestOptions {
  readonly allowPrivate: boolean;
  readonly version: string;
  /** An address or e-mail by which a site can reach who is asking; stands in the user agent. */
  readonly contact?: string | undefined;
  /** For one page, redirects and body included. */
  readonly timeoutSeconds: number;
  /** Between two requests to one host; a host's own Crawl-delay counts where it is longer, up to a minute. */
  readonly delaySeconds: number;
  readonly now: () => Date;
  /** Ends waiting and fetching. */
  readonly signal?: AbortSignal | undefined;
  /** How names become addresses; the machine's own way without it. */
  readonly resolve?: Resolve | undefined;
}

/** Fetches for many: one request at a time to a host, with a pause between two, and robots.txt asked once a day. */
export interface Guest {
  /** `found`: the address was found in a list and not named by a person, so robots.txt decides. Throws InputError. */
  readonly fetch: (
    url: string,
    options?: { readonly found?: boolean; readonly headers?: Readonly<Record<string, string>> },
  ) => Promise<Fetched>;
}

const LONGEST_DELAY = 60;
/** Between two hosts of one fetch, whose time is running. */
const LONGEST_DELAY_ON_THE_WAY = 10;
const ROBOTS_LAST_MS = 24 * 3600 * 1000;

export function guest(options: GuestOptions): Guest {
  const last = new Map<string, number>();
  const robots = new Map<string, { readonly rules: Robots; readonly until: number }>();
  const agent = `Saidso/${options.version}${options.contact === undefined ? '' : ` (+${options.contact})`}`;

  const turn = async (url: string, delay: number): Promise<void> => {
    const before = last.get(hostOf(url));
    const wait = before === undefined ? 0 : before + delay * 1000 - performance.now();
    if (wait > 0) await sleep(wait, undefined, options.signal === undefined ? {} : { signal: options.signal });
  };

  const paced = async (url: string, delay: number, more: Pick<FetchOptions, 'headers' | 'onRedirect'> = {}): Promise<Fetched> => {
    await turn(url, delay);
    // Loaded with the first address only: who reads files does not wait for the network's part.
    const { fetchBytes } = await import('./fetch.ts');
    try {
      return await fetchBytes(url, { ...options, agent, ...more });
    } finally {
      last.set(hostOf(url), performance.now());
    }
  };

  const rulesFor = async (url: string): Promise<Robots> => {
    const { origin } = new URL(url);
    const known = robots.get(origin);
    if (known !== undefined && known.until > options.now().getTime()) return known.rules;
    const rules = await asked(`${origin}/robots.txt`);
    robots.set(origin, { rules, until: options.now().getTime() + ROBOTS_LAST_MS });
    return rules;
  };

  /** RFC 9309, 2.3.1: not there means no rules; a server in trouble means to stay away. */
  const asked = async (address: string): Promise<Robots> => {
    try {
      const { bytes } = await paced(address, options.delaySeconds);
      return robotsOf(address, Buffer.from(bytes).toString('utf8'));
    } catch (cause) {
      if (cause instanceof FetchError && cause.status !== null) return cause.status >= 500 ? ALLOW_NOTHING : ALLOW_ALL;
      // Unreachable: the fetch of the page itself says so better.
      return ALLOW_ALL;
    }
  };

  /** Throws where a site asks not to be read there; else how long to wait between two requests to it. */
  const welcome = async (url: string, source: string): Promise<number> => {
    const rules = await rulesFor(url);
    if (!rules.allows(url))
      throw new FetchError(
        `${source}: ${url === source ? 'its' : `sends on to ${url}, whose`} robots.txt asks not to be read; open it in a browser, save the page and give the file`,
        'robots',
        null,
      );
    return Math.max(options.delaySeconds, Math.min(rules.delay ?? 0, LONGEST_DELAY));
  };

  return {
    async fetch(url, { found = false, headers } = {}) {
      const more = headers === undefined ? {} : { headers };
      if (!found || !/^https?:/i.test(url)) return paced(url, options.delaySeconds, more);
      return paced(url, await welcome(url, url), {
        ...more,
        // Where it leads to is found too: another host has rules of its own.
        async onRedirect(to) {
          const delay = await welcome(to, url);
          if (hostOf(to) !== hostOf(url)) {
            await turn(to, Math.min(delay, LONGEST_DELAY_ON_THE_WAY));
            last.set(hostOf(to), performance.now());
          }
        },
      });
    },
  };
}

const hostOf = (url: string): string => {
  try {
    return new URL(url).host;
  } catch {
    return '';
  }
};
