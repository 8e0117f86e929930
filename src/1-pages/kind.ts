import { decode } from './decode.ts';
import { tableHead } from './rows/csv.ts';
import { jsonRow } from './rows/json-rows.ts';
import { utf16Order } from './sniff.ts';

/** What an input is, as far as it decides who reads it. `page`: text, HTML, and everything that nobody reads. */
export type Kind = 'gzip' | 'zip' | 'warc' | 'pdf' | 'message' | 'table' | 'json-lines' | 'json' | 'list' | 'page';

/** Header lines by which a message is known; a saved page begins like one. */
const MESSAGE_HEADER =
  /^(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|Subject|From|To|Cc|Date|Reply-To|Content-Type|Content-Transfer-Encoding|Snapshot-Content-Location|X-[\w-]+|DKIM-Signature|ARC-[\w-]+|Authentication-Results|List-[\w-]+|Sender|Precedence|Feedback-ID|In-Reply-To|References|Thread-[\w-]+|Authentication-[\w-]+|Received-SPF)[ \t]*:/i;

/** Tells the kind by the first bytes alone; names do not matter. `columns`: names of columns that the user gave. */
export function kindOf(head: Uint8Array, columns: Readonly<Record<string, string>>): Kind {
  const start = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
  if (start.startsWith('\x1f\x8b')) return 'gzip';
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'zip';
  if (/^WARC\/[01]\.\d+\r?\n/.test(start)) return 'warc';
  // Some writers put a few bytes before the mark (ISO 32000, annex H, note 13).
  if (/%PDF-\d/.test(start.slice(0, 1030))) return 'pdf';
  const text = utf16Order(head) === null ? start.replace(/^\xef\xbb\xbf/, '') : decode(head, null).text;
  if (isMessage(text)) return 'message';
  if (/^\s*[[{]/.test(text)) return jsonKind(text);
  if (/^\s*<(?!!doctype\s+html|html)/i.test(text) && isList(text)) return 'list';
  return tableHead(head, columns) === null ? 'page' : 'table';
}

/** The first lines are all header lines or go on from one, three known ones among them, with Content-Type or From and Date. */
function isMessage(text: string): boolean {
  const block = /^([\s\S]*?)\r?\n\r?\n/.exec(text)?.[1] ?? (text.length > 4000 ? text : null);
  if (block === null || !/^(?:From \S+.*\r?\n)?[!-9;-~]+[ \t]*:/.test(block)) return false;
  const lines = block.split(/\r?\n/).filter((line, index) => !(index === 0 && line.startsWith('From ')));
  const known = lines.filter((line) => MESSAGE_HEADER.test(line)).length;
  const strange = lines.filter((line) => !/^[!-9;-~]+[ \t]*:/.test(line) && !/^[ \t]/.test(line)).length;
  const has = (name: string): boolean => lines.some((line) => line.toLowerCase().startsWith(`${name}:`));
  return (
    known >= 3 &&
    strange <= 1 &&
    (has('mime-version') || has('message-id') || has('received') || (has('from') && has('subject') && has('date')))
  );
}

function jsonKind(text: string): Kind {
  if (text.trimStart().startsWith('[')) return /^\s*\[\s*(?:\{|\])/.test(text) ? 'json' : 'page';
  if (!/^\s*\{\s*(?:"|\})/.test(text)) return 'page';
  const end = text.indexOf('\n');
  // A whole object in the first line and another in the next: one a line. A line that is longer than the head is taken for one too.
  if (end < 0) return /^\s*\{\s*"version"\s*:/.test(text) || text.length < 8000 || !/^\{"/.test(text) ? 'json' : 'json-lines';
  return jsonRow(text.slice(0, end)) !== null && /^\s*(?:\{|$)/.test(text.slice(end + 1)) && !/jsonfeed\.org/.test(text.slice(0, end))
    ? 'json-lines'
    : 'json';
}

/** An XML document whose first element is that of a feed, an OPML or a sitemap. */
const isList = (text: string): boolean =>
  /^\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>\s*)*<(?:rss|feed|(?:\w+:)?RDF|opml|urlset|sitemapindex)\b/i.test(
    text,
  );
