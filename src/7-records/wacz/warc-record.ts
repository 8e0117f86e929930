import { gzipSync } from 'node:zlib';
import { sha256 } from '../../1-pages/capture.ts';
import type { KeptCapture } from '../captures.ts';

/** What is said of a capture's report beside its bytes, so that it is the same report when the archive is read. */
export interface ReportOfCapture {
  readonly title: string | null;
  /** ISO day of publication. */
  readonly published: string | null;
  /** Whether a person gave that day. */
  readonly given: boolean;
}

/** One record of a web archive, packed by itself, with what its index needs. */
export interface WarcRecord {
  readonly packed: Buffer;
  /** WARC-Target-URI. */
  readonly uri: string;
  /** Media type of the content. */
  readonly mime: string;
  readonly status: number;
  /** `sha256:` and the digest of the content. */
  readonly digest: string;
}

const LINE = '\r\n';
/** Headers of the wire that are no longer true of the plain bytes that are kept; they stand under another name. */
const OF_THE_WIRE = /^(?:content-encoding|transfer-encoding|content-length)$/;
const ORIGINAL = 'x-archive-orig-';

/**
 * A capture as a WARC 1.1 record (ISO 28500:2017): a response where a server gave it, else a resource. Named fields that begin with `Saidso-`
 * hold what the format has no place for: the number and proof of the capture, where it was asked for, its redirects, its report.
 */
export function recordOf(capture: KeptCapture, bytes: Uint8Array, report: ReportOfCapture | null): WarcRecord {
  const isResponse = capture.status !== null && /^https?:/i.test(capture.addresses.at(-1) ?? '');
  const uri = isResponse ? (capture.addresses.at(-1) as string) : fileUri(capture.source);
  const mime = isResponse ? (capture.headers['content-type'] ?? 'application/octet-stream') : 'application/octet-stream';
  const block = isResponse ? Buffer.concat([httpHead(capture, bytes.length), bytes]) : Buffer.from(bytes);
  const digest = `sha256:${capture.bytesSha256}`;
  const fields: readonly (readonly [string, string | null])[] = [
    ['WARC-Type', isResponse ? 'response' : 'resource'],
    ['WARC-Record-ID', `<urn:uuid:${uuid(`${capture.proof} record`)}>`],
    ['WARC-Date', capture.at],
    ['WARC-Target-URI', uri],
    ['WARC-Payload-Digest', digest],
    ['WARC-Block-Digest', `sha256:${sha256(block)}`],
    ['Saidso-Capture', String(capture.n)],
    ['Saidso-Proof', capture.proof],
    ['Saidso-Software', capture.software],
    ['Saidso-Source', ascii(capture.source)],
    ['Saidso-Addresses', ascii(capture.addresses)],
    ['Saidso-Text-SHA256', capture.textSha256],
    ['Saidso-Report', capture.report],
    ['Saidso-No-Article', capture.noArticle],
    ['Saidso-Listed', report === null ? null : ascii({ title: report.title, date: report.published })],
    ['Saidso-Given-Day', report?.given ? report.published : null],
    ['Content-Type', isResponse ? 'application/http;msgtype=response' : mime],
    ['Content-Length', String(block.length)],
  ];
  return { packed: packed(fields, block), uri, mime: mime.split(';')[0]?.trim() ?? mime, status: capture.status ?? 200, digest };
}

/** The record that opens an archive: who wrote it. Readers know by it that every record is a report and no picture of a page. */
export function infoRecord(version: string, file: string, at: string): Buffer {
  const block = Buffer.from([`software: Saidso/${version}`, 'format: WARC File Format 1.1', ''].join(LINE));
  return packed(
    [
      ['WARC-Type', 'warcinfo'],
      ['WARC-Record-ID', `<urn:uuid:${uuid(`${file} ${at}`)}>`],
      ['WARC-Date', at],
      ['WARC-Filename', file],
      ['Content-Type', 'application/warc-fields'],
      ['Content-Length', String(block.length)],
    ],
    block,
  );
}

function packed(fields: readonly (readonly [string, string | null])[], block: Uint8Array): Buffer {
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value.replace(/[\r\n]+/g, ' ')}`]));
  return gzipSync(Buffer.concat([Buffer.from(['WARC/1.1', ...lines, '', ''].join(LINE), 'utf8'), block, Buffer.from(LINE + LINE)]));
}

function httpHead({ status, headers }: KeptCapture, size: number): Buffer {
  const lines = Object.entries(headers)
    .filter(([name]) => name !== 'x-saidso-archive')
    .map(([name, value]) => `${OF_THE_WIRE.test(name) ? ORIGINAL : ''}${name}: ${value.replace(/[\r\n]+/g, ' ')}`);
  return Buffer.from([`HTTP/1.1 ${status} ${status === 200 ? 'OK' : '-'}`, ...lines, `content-length: ${size}`, '', ''].join(LINE), 'utf8');
}

/** JSON in plain ASCII: heads of records are read in more than one encoding. */
const ascii = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u007f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A path or `-` as a URI without host. */
const fileUri = (source: string): string => `file:${encodeURI(source).replace(/[?#]/g, encodeURIComponent)}`;

/** A UUID (version 8, RFC 9562) from content, so that the same capture has the same record id in every export. */
function uuid(content: string): string {
  const hex = sha256(content);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
