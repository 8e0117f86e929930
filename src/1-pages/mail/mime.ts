import { contentType, headerFields } from '../archives/http-message.ts';

/** One part of a MIME message, its transfer encoding removed. */
export interface MimePart {
  readonly headers: Readonly<Record<string, string>>;
  /** Media type, lower case; `text/plain` where none is given. */
  readonly mediaType: string;
  readonly charset: string | null;
  /** Where the part was found (saved pages), or null. */
  readonly location: string | null;
  readonly attached: boolean;
  readonly body: Buffer;
  readonly parts: readonly MimePart[];
}

const MAX_DEPTH = 10;
const MAX_PARTS = 5000;

/** Reads a message (RFC 2045, 2046, 2557). Never throws: what is broken is read as far as it goes. */
export function parseMime(bytes: Uint8Array): MimePart {
  return part(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'), 0, { left: MAX_PARTS });
}

function part(text: string, depth: number, budget: { left: number }): MimePart {
  budget.left -= 1;
  const split = /\r?\n\r?\n/.exec(text);
  const head = split === null ? text : text.slice(0, split.index);
  const body = split === null ? '' : text.slice(split.index + split[0].length);
  const headers = headerFields(head.split(/\r?\n/));
  const { mediaType, charset } = contentType(headers['content-type']);
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(headers['content-type'] ?? '');
  const mark = boundary?.[1] ?? boundary?.[2];
  const isMulti = mediaType?.startsWith('multipart/') === true && mark !== undefined && depth < MAX_DEPTH;
  return {
    headers,
    mediaType: mediaType ?? 'text/plain',
    charset,
    location: headers['content-location'] ?? null,
    attached: /^\s*attachment/i.test(headers['content-disposition'] ?? ''),
    body: isMulti ? Buffer.alloc(0) : transferred(body, headers['content-transfer-encoding'] ?? ''),
    parts: isMulti ? pieces(body, mark, budget).map((piece) => part(piece, depth + 1, budget)) : [],
  };
}

/** The texts between the lines that are `--mark`; a missing last mark ends at the end. */
function pieces(body: string, mark: string, budget: { readonly left: number }): string[] {
  const found: string[] = [];
  const line = `--${mark}`;
  let from = -1;
  for (let at = body.startsWith(line) ? 0 : nextMark(body, line, 0); at >= 0; ) {
    if (from >= 0) found.push(body.slice(from, at).replace(/\r?\n$/, ''));
    const after = at + line.length;
    if (body.startsWith('--', after) || found.length >= budget.left) return found;
    const end = body.indexOf('\n', after);
    if (end < 0) return found;
    from = end + 1;
    at = nextMark(body, line, end);
  }
  if (from >= 0) found.push(body.slice(from));
  return found;
}

function nextMark(body: string, line: string, from: number): number {
  const found = body.indexOf(`\n${line}`, from);
  return found < 0 ? -1 : found + 1;
}

function transferred(body: string, encoding: string): Buffer {
  const kind = encoding.trim().toLowerCase();
  if (kind === 'base64') return Buffer.from(body, 'base64');
  if (kind !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const plain = body
    .replace(/[ \t]*=\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}

/** A header's words with its encoded parts (RFC 2047) and raw UTF-8 decoded. */
export function headerWords(value: string | undefined): string {
  const joined = (value ?? '').replace(/(\?=)\s+(=\?)/g, '$1$2');
  const decoded = joined.replace(/=\?([^?\s]+)\?([bq])\?([^?]*)\?=/gi, (whole, charset: string, kind: string, text: string) => {
    const bytes =
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64')
        : Buffer.from(
            text.replaceAll('_', ' ').replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
            'latin1',
          );
    try {
      return new TextDecoder(charset.replace(/\*.*$/, '')).decode(bytes);
    } catch {
      return whole;
    }
  });
  if (!/[\x80-\xff]/.test(decoded) || /[^\0-\xff]/.test(decoded)) return decoded.trim();
  const raw = Buffer.from(decoded, 'latin1').toString('utf8');
  return (raw.includes('\uFFFD') ? decoded : raw).trim();
}
