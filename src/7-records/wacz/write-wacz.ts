import { existsSync } from 'node:fs';
import { InputError } from '../../0-terms/errors.ts';
import { sha256 } from '../../1-pages/capture.ts';
import type { KeptCapture } from '../captures.ts';
import type { Store } from '../store.ts';
import { indexLine } from './cdx.ts';
import { infoRecord, type ReportOfCapture, recordOf } from './warc-record.ts';
import { type WrittenMember, ZipWriter } from './zip-writer.ts';

/** What an export holds. */
export interface WrittenWacz {
  readonly captures: number;
  /** Captures whose bytes are gone: a person had them removed, or they are damaged. */
  readonly without: number;
}

/** A new web archive is begun beyond this, so that none comes near the most that a member may hold. */
const MOST_ARCHIVE_BYTES = 1024 * 1024 * 1024;
const BATCH = 200;

/**
 * Writes captures as a WACZ 1.1.1 (specs.webrecorder.net/wacz/1.1.1): web archives, a CDXJ index, the list of pages, and the manifest with
 * every member's digest. Holds one capture in memory at a time. The same captures give the same bytes. `place`: those of one address or
 * path. Throws InputError where the file is there already or there is nothing to write.
 */
export function writeWacz(
  path: string,
  store: Pick<Store, 'capturesAfter' | 'bytes' | 'report'>,
  { version, place }: { readonly version: string; readonly place?: string },
): WrittenWacz {
  if (existsSync(path)) throw new InputError(`${path}: is there already; give another name`);
  if (store.capturesAfter(0, 1, place).length === 0)
    throw new InputError(`${place === undefined ? 'the database' : place}: there are no captures to export; \`saidso add\` makes them`);
  const zip = begun(path);
  try {
    const export_ = new Export(store, version, place);
    const members: WrittenMember[] = [];
    while (!export_.ended) members.push(zip.member(`archive/${export_.file}`, export_.archive()));
    members.push(zip.member('indexes/index.cdx', lines(export_.index.sort())));
    members.push(zip.member('pages/pages.jsonl', lines(export_.pages)));
    const manifest = Buffer.from(
      `${JSON.stringify(
        {
          profile: 'data-package',
          wacz_version: '1.1.1',
          title: place ?? 'Captures of Saidso',
          software: `Saidso/${version}`,
          created: export_.last,
          resources: members.map(({ path: member, ...rest }) => ({ name: member.replace(/^.*\//, ''), path: member, ...rest })),
        },
        null,
        2,
      )}\n`,
    );
    zip.member('datapackage.json', [manifest]);
    const digest = { path: 'datapackage.json', hash: `sha256:${sha256(manifest)}` };
    zip.member('datapackage-digest.json', [Buffer.from(`${JSON.stringify(digest, null, 2)}\n`)]);
    zip.finish();
    return { captures: export_.captures, without: export_.without };
  } catch (cause) {
    zip.giveUp();
    throw cause;
  }
}

function begun(path: string): ZipWriter {
  try {
    return new ZipWriter(path);
  } catch (cause) {
    throw new InputError(
      `${path}: cannot be written (${(cause as { code?: string }).code ?? 'unknown fault'}); give a name in a folder of yours`,
      {
        cause,
      },
    );
  }
}

/** Walks through the captures once, over as many archives as they take. */
class Export {
  readonly index: string[] = [];
  readonly pages: string[] = ['{"format":"json-pages-1.0","id":"pages","title":"All pages"}'];
  captures = 0;
  without = 0;
  last = '1970-01-01T00:00:00Z';
  ended = false;
  #number = 1;
  #next: KeptCapture[] = [];
  #after = 0;
  readonly #store: Pick<Store, 'capturesAfter' | 'bytes' | 'report'>;
  readonly #version: string;
  readonly #place: string | undefined;

  constructor(store: Pick<Store, 'capturesAfter' | 'bytes' | 'report'>, version: string, place: string | undefined) {
    this.#store = store;
    this.#version = version;
    this.#place = place;
  }

  get file(): string {
    return `saidso-${this.#number}.warc.gz`;
  }

  /** The bytes of the next archive. */
  *archive(): Generator<Uint8Array> {
    const file = this.file;
    let offset = 0;
    for (let capture = this.#one(); capture !== undefined; capture = this.#one()) {
      const bytes = this.#store.bytes(capture.bytesSha256);
      if (bytes === null) {
        this.without += 1;
        continue;
      }
      if (offset === 0) {
        const info = infoRecord(this.#version, file, capture.at);
        offset += info.length;
        yield info;
      }
      const report = this.#reportOf(capture);
      const record = recordOf(capture, bytes, report);
      this.index.push(indexLine(record, capture.at, { offset, length: record.packed.length, file }));
      if (/^https?:/i.test(record.uri))
        this.pages.push(
          JSON.stringify({
            id: `capture-${capture.n}`,
            url: record.uri,
            ts: capture.at,
            ...(report?.title ? { title: report.title } : {}),
          }),
        );
      this.captures += 1;
      if (capture.at > this.last) this.last = capture.at;
      offset += record.packed.length;
      yield record.packed;
      if (offset > MOST_ARCHIVE_BYTES && this.#hasMore()) {
        this.#number += 1;
        return;
      }
    }
    this.ended = true;
  }

  #hasMore(): boolean {
    if (this.#next.length === 0) this.#next = this.#store.capturesAfter(this.#after, BATCH, this.#place);
    return this.#next.length > 0;
  }

  #one(): KeptCapture | undefined {
    if (!this.#hasMore()) return undefined;
    const capture = this.#next.shift();
    if (capture !== undefined) this.#after = capture.n;
    return capture;
  }

  #reportOf({ report }: KeptCapture): ReportOfCapture | null {
    const head = report === null ? undefined : this.#store.report(report)?.record.report;
    return head === undefined ? null : { title: head.title, published: head.published.date, given: head.published.basis === 'given' };
  }
}

function* lines(all: Iterable<string>): Generator<Uint8Array> {
  for (const line of all) yield Buffer.from(`${line}\n`, 'utf8');
}
