import { setTimeout as sleep } from 'node:timers/promises';
import { InputError } from './0-terms/errors.ts';
import { instant } from './1-pages/capture.ts';
import { decode } from './1-pages/decode.ts';
import { readList } from './1-pages/feeds/feed.ts';
import { FetchError } from './1-pages/fetch-error.ts';
import type { Guest } from './1-pages/guest.ts';
import { budgetFor, incomingBytes, type Ways } from './1-pages/incoming.ts';
import type { Page } from './1-pages/page.ts';
import { pagesOf } from './1-pages/pages-of.ts';
import type { CodedReport } from './5-claims/coded-report.ts';
import type { SourceHealth, WaitingItem } from './7-records/sources.ts';
import type { Reading, Store } from './7-records/store.ts';
import { ingest } from './ingest.ts';

export interface WatchRequest {
  /** Feeds and news sitemaps. */
  readonly sources: readonly { readonly url: string; readonly title?: string }[];
  readonly store: Store;
  readonly reading: Reading;
  readonly read: (page: Page) => CodedReport;
  readonly guest: Guest;
  /** Minutes between two polls of a source that is well. */
  readonly everyMinutes: number;
  /** Ends when everything that is due is done. */
  readonly once: boolean;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

/** What happened, one thing at a time. */
export type WatchEvent =
  | { readonly kind: 'polled'; readonly source: string; readonly fresh: number }
  | { readonly kind: 'trouble'; readonly source: string; readonly trouble: string; readonly failures: number; readonly text: string }
  | { readonly kind: 'kept'; readonly url: string; readonly outcome: string }
  | { readonly kind: 'put-off' | 'rejected'; readonly url: string; readonly text: string };

/** An item that cannot be fetched for a passing reason is tried so often, then rejected. */
const MOST_TRIES = 6;
const LONGEST_PAUSE_MINUTES = 24 * 60;
const PASSING: ReadonlySet<string> = new Set(['server', 'busy', 'timeout', 'network', 'tls']);

/**
 * Polls sources and keeps what they name, for ever or once. Everything it knows stands in the store, in whole transactions, so it can be
 * ended at any moment and takes up where it was: an item waits there from the poll that found it until its report is kept.
 */
export async function* watch(request: WatchRequest): AsyncGenerator<WatchEvent> {
  const { store, signal, now } = request;
  const urls = request.sources.map(({ url }) => url);
  store.watched.follow(request.sources, instant(now()));
  while (!signal.aborted) {
    const due = store.watched.list().filter(({ url, nextTry }) => urls.includes(url) && nextTry <= instant(now()));
    for (const source of due) {
      if (signal.aborted) return;
      const event = await poll(source, request);
      if (event === null) return;
      yield event;
    }
    for (
      let batch = store.watched.waiting(urls, instant(now()), 50);
      batch.length > 0;
      batch = store.watched.waiting(urls, instant(now()), 50)
    )
      for (const item of batch) {
        if (signal.aborted) return;
        yield* fetchItem(item, request);
      }
    if (request.once) return;
    const next = Date.parse(store.watched.nextDue(urls) ?? '') || now().getTime() + 60_000;
    await sleep(Math.min(60_000, Math.max(1000, next - now().getTime())), undefined, { signal }).catch(() => undefined);
  }
}

const later = (now: Date, minutes: number): string => instant(new Date(now.getTime() + minutes * 60_000));

/** Doubles the pause with each failure, up to a day. */
const pause = (minutes: number, failures: number): number => Math.min(LONGEST_PAUSE_MINUTES, minutes * 2 ** Math.min(failures, 12));

/** Polls one source; null when the watch was ended meanwhile, which is no fault of the source. */
async function poll(source: SourceHealth, { guest, store, everyMinutes, now, signal }: WatchRequest): Promise<WatchEvent | null> {
  const { url } = source;
  const headers = {
    ...(source.etag === null ? {} : { 'if-none-match': source.etag }),
    ...(source.lastModified === null ? {} : { 'if-modified-since': source.lastModified }),
  };
  const good = (
    title: string | null,
    validators: { etag: string | null; lastModified: string | null },
    entries: Parameters<typeof store.watched.polled>[2]['entries'],
  ): WatchEvent => ({
    kind: 'polled',
    source: url,
    fresh: store.watched.polled(url, instant(now()), { title, ...validators, entries, nextTry: later(now(), everyMinutes) }),
  });
  const bad = (trouble: string, text: string, atLeast = 0): WatchEvent => {
    const minutes = Math.max(pause(everyMinutes, source.failures), Math.min(atLeast, LONGEST_PAUSE_MINUTES));
    store.watched.missed(url, instant(now()), { trouble, said: text, nextTry: later(now(), minutes) });
    return { kind: 'trouble', source: url, trouble, failures: source.failures + 1, text };
  };
  try {
    const fetched = await guest.fetch(url, { found: true, headers });
    const { text } = decode(fetched.bytes, fetched.charset);
    const list = readList(text, fetched.url);
    if (list === null) return bad(...noFeed(url, text));
    if (list.entries.length === 0) return bad('empty', `${url}: the feed names nothing; look at the site for its new address`);
    const { etag, 'last-modified': lastModified } = fetched.arrival.headers;
    return good(list.title, { etag: etag ?? null, lastModified: lastModified ?? null }, list.entries);
  } catch (cause) {
    if (signal.aborted) return null;
    if (cause instanceof FetchError && cause.trouble === 'not-changed') return good(null, source, null);
    if (cause instanceof FetchError) return bad(cause.trouble, cause.message, (cause.retryAfter ?? 0) / 60);
    if (cause instanceof InputError) return bad('other', cause.message);
    throw cause;
  }
}

function noFeed(url: string, text: string): [trouble: string, text: string] {
  const wall = /captcha|cf-challenge|are you (?:a )?(?:human|robot)|verify you are human|access denied|unusual traffic/i.test(
    text.slice(0, 50_000),
  );
  return wall
    ? ['bot-wall', `${url}: the site asks whether a person is reading; ask the publisher for access`]
    : ['not-a-feed', `${url}: is no feed any more; look at the site for its new address`];
}

async function* fetchItem(item: WaitingItem, request: WatchRequest): AsyncGenerator<WatchEvent> {
  const { store, guest, now, read, reading } = request;
  const { watched } = store;
  if (watched.done(item.url)) {
    watched.settle(item, 'kept', 'another source named it too');
    return;
  }
  if (store.isForgotten(item.url)) {
    watched.settle(item, 'rejected', 'a person had it removed');
    return;
  }
  try {
    const { bytes, ...rest } = await guest.fetch(item.url, { found: true });
    const ways: Ways = { published: undefined, columns: {}, now, follow: null, budget: budgetFor(bytes.length), depth: 0, among: false };
    const pages = pagesOf(incomingBytes(bytes, { source: item.url, known: item.known, ...rest }), ways);
    let said: string | null = null;
    let kept = false;
    for await (const one of ingest({ pages, read, keep: { store, reading } })) {
      if ('error' in one) said = one.error.message;
      else if (one.kept === 'forgotten') said = 'a person had it removed';
      else {
        kept = true;
        yield { kind: 'kept', url: one.source, outcome: one.kept ?? 'unchanged' };
      }
    }
    watched.settle(item, kept ? 'kept' : 'rejected', said);
    if (!kept) yield { kind: 'rejected', url: item.url, text: said ?? `${item.url}: holds no report` };
  } catch (cause) {
    // What was ended in the middle of a fetch waits for the next start.
    if (request.signal.aborted) return;
    if (!(cause instanceof InputError)) throw cause;
    if (cause instanceof FetchError && PASSING.has(cause.trouble) && item.tries + 1 < MOST_TRIES) {
      watched.postpone(item, later(now(), Math.max(pause(15, item.tries), (cause.retryAfter ?? 0) / 60)), cause.message);
      yield { kind: 'put-off', url: item.url, text: cause.message };
    } else {
      watched.settle(item, 'rejected', cause.message);
      yield { kind: 'rejected', url: item.url, text: cause.message };
    }
  }
}
