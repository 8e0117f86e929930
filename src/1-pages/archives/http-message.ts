import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** An HTTP response as a web archive keeps it. */
export interface HttpHead {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** Status and headers from the lines of a response's head. Headers that stand twice are joined by a comma. */
export function httpHead(lines: readonly string[]): HttpHead {
  const status = Number(/^HTTP\/[\d.]+\s+(\d{3})/.exec(lines[0] ?? '')?.[1] ?? 0);
  return { status, headers: headerFields(lines.slice(1)) };
}

/** `name: value` lines, names in lower case, folded lines joined. */
export function headerFields(lines: readonly string[]): Record<string, string> {
  const fields = new Map<string, string>();
  let last = '';
  for (const line of lines) {
    if (/^[ \t]/.test(line) && last !== '') {
      fields.set(last, `${fields.get(last)} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    last = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    const before = fields.get(last);
    fields.set(last, before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(fields);
}

/** Media type without parameters, and the charset it names. */
export function contentType(value: string | undefined): { readonly mediaType: string | null; readonly charset: string | null } {
  const [type = '', ...parameters] = (value ?? '').split(';').map((part) => part.trim());
  const charset = parameters.find((part) => /^charset=/i.test(part))?.slice(8) ?? null;
  return { mediaType: type === '' ? null : type.toLowerCase(), charset: charset?.replace(/^["']|["']$/g, '') ?? null };
}

/**
 * A response's body without its transfer and content encodings. Archives often keep the headers of the wire over a body that is already
 * plain, so a layer that does not open is taken as not there. `limit`: bytes a layer may grow to; more throws a RangeError.
 */
export function plainBody(body: Buffer, headers: Readonly<Record<string, string>>, limit: number): Buffer {
  let plain = /\bchunked\b/i.test(headers['transfer-encoding'] ?? '') ? dechunked(body) : body;
  const layers = (headers['content-encoding'] ?? '').toLowerCase().split(',').reverse().slice(0, 3);
  for (const layer of layers) plain = opened(plain, layer.trim(), limit);
  return plain;
}

function opened(body: Buffer, layer: string, maxOutputLength: number): Buffer {
  const open = OPENERS[layer];
  if (open === undefined) return body;
  try {
    return open(body, maxOutputLength);
  } catch (cause) {
    if ((cause as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw new RangeError('too large', { cause });
    return body;
  }
}

const OPENERS: Readonly<Record<string, (body: Buffer, maxOutputLength: number) => Buffer>> = {
  gzip: (body, maxOutputLength) => gunzipSync(body, { maxOutputLength }),
  'x-gzip': (body, maxOutputLength) => gunzipSync(body, { maxOutputLength }),
  br: (body, maxOutputLength) => brotliDecompressSync(body, { maxOutputLength }),
  deflate: (body, maxOutputLength) =>
    ((body[0] ?? 0) & 0x0f) === 8 ? inflateSync(body, { maxOutputLength }) : inflateRawSync(body, { maxOutputLength }),
};

/** Joins the chunks of a chunked body; the body itself where it is none. */
function dechunked(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\r\n', at);
    if (end < 0 || end - at > 100) return parts.length === 0 ? body : Buffer.concat(parts);
    const size = /^\s*([0-9a-f]+)\s*(?:;.*)?$/i.exec(body.toString('latin1', at, end))?.[1];
    if (size === undefined) return parts.length === 0 ? body : Buffer.concat(parts);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    parts.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return Buffer.concat(parts);
}
