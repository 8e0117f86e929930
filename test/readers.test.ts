import { afterAll, describe, expect, it } from 'vitest';
import { InputError, StoreError } from '../src/0-terms/errors.ts';
import type { Page } from '../src/1-pages/page.ts';
import type { Store } from '../src/7-records/store.ts';
import { ingest } from '../src/ingest.ts';
import { loadKit } from '../src/load-kit.ts';
import { read } from '../src/read.ts';
import { type Readers, startReaders } from '../src/readers.ts';
import { makeReport } from './make.ts';

const page = (
  n: number,
  text = `Report ${n}. Insurgents shelled the town of Tolvar on Monday and killed ${(n % 7) + 2} people.`,
): Page => ({
  source: `${n}.txt`,
  url: null,
  mediaType: 'text/plain',
  text,
  published: '2019-03-06',
  notes: [],
});
const reading = { codebook: 'test 1.0.0', software: '0.1.0' };

/** Readers that answer out of order, and fail where the text says so. */
function outOfOrder(): Readers & { closed: boolean; most: number } {
  let underWay = 0;
  const readers = {
    width: 8,
    closed: false,
    most: 0,
    async read(one: Page) {
      readers.most = Math.max(readers.most, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, (Number.parseInt(one.source, 10) * 7) % 5));
      underWay--;
      if (one.text === 'broken') return { source: one.source, error: new InputError(`${one.source}: is broken`) };
      return makeReport({ text: one.text, source: one.source });
    },
    close() {
      readers.closed = true;
      return Promise.resolve();
    },
  };
  return readers;
}
const readHere = (one: Page) => makeReport({ text: one.text, source: one.source });

/** A store that keeps what it is given, in lists as they came together. */
function memory(fails: number | null = null): { store: Store; together: string[][] } {
  const together: string[][] = [];
  let at: string[] | null = null;
  const store = {
    put: ({ source }: { source: string }) => {
      if (source === `${fails}.txt`) throw new StoreError('a.db: the disk is full');
      if (at === null) together.push([source]);
      else at.push(source);
      return 'added';
    },
    together: <T>(work: () => T): T => {
      at = [];
      const done = work();
      together.push(at);
      at = null;
      return done;
    },
  };
  return { store: store as unknown as Store, together };
}

describe('reading on threads', () => {
  it('keeps the order of the pages, tells what failed in its place, and keeps reports together', async () => {
    const readers = outOfOrder();
    const { store, together } = memory();
    const pages = Array.from({ length: 60 }, (_, n) =>
      n === 30 ? { source: '30.txt', error: new InputError('30.txt: no such file') } : page(n, n === 40 ? 'broken' : `Report ${n}.`),
    );
    const told: string[] = [];
    for await (const one of ingest({ pages, read: readHere, keep: { store, reading }, readers: () => readers }))
      told.push('error' in one ? one.error.message : one.source);
    expect(told).toEqual(
      Array.from({ length: 60 }, (_, n) => (n === 30 ? '30.txt: no such file' : n === 40 ? '40.txt: is broken' : `${n}.txt`)),
    );
    expect(together.flat()).toHaveLength(58);
    expect(readers.most).toBeLessThanOrEqual(8);
    expect(readers.closed).toBe(true);
  });

  it('starts no thread for a few pages', async () => {
    const pages = Array.from({ length: 10 }, (_, n) => page(n));
    const started = (): Readers => {
      throw new Error('started');
    };
    let told = 0;
    for await (const _ of ingest({ pages, read: readHere, readers: started })) told++;
    expect(told).toBe(10);
  });

  it('ends with the fault of the store, its threads closed and the source let go', async () => {
    const readers = outOfOrder();
    const { store } = memory(30);
    let letGo = false;
    function* pages() {
      try {
        for (let n = 0; n < 100; n++) yield page(n, `Report ${n}.`);
      } finally {
        letGo = true;
      }
    }
    const all = async (): Promise<void> => {
      for await (const _ of ingest({ pages: pages(), read: readHere, keep: { store, reading }, readers: () => readers }));
    };
    await expect(all()).rejects.toThrow('the disk is full');
    expect([readers.closed, letGo]).toEqual([true, true]);
  });

  const kit = loadKit();
  const readers = startReaders(2);
  afterAll(() => readers.close());
  it('reads on real threads as it does here', async () => {
    const pages = Array.from({ length: 6 }, (_, n) => page(n));
    const there = await Promise.all(pages.map((one) => readers.read(one)));
    expect(there).toEqual(pages.map((one) => ({ ...read(one, kit), sentences: [], times: [], counts: [] })));
    expect(there.flatMap((one) => ('claims' in one ? one.claims : [])).length).toBeGreaterThan(0);
  }, 60_000);
});
