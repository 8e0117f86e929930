import { instant } from '../capture.ts';
import { type Incoming, incomingBytes, type Ways } from '../incoming.ts';
import { MAX_PDF_BYTES } from '../pdf.ts';
import { contentType, type HttpHead, httpHead } from './http-message.ts';

/** The largest of the inputs that a capture may be, and its head. */
export const MOST_KEPT_BYTES = MAX_PDF_BYTES + 1024 * 1024;
/** Headers of the wire stand under this name: the bytes beside them are plain. */
const ORIGINAL = 'x-archive-orig-';

type Fields = Readonly<Record<string, string>>;

/** Whether the `warcinfo` of an archive says that Saidso wrote it (`saidso captures --wacz`). */
export const isOurs = (block: Uint8Array): boolean => /^software: *Saidso\//m.test(Buffer.from(block).toString('latin1'));

/** Whether a record of such an archive is a capture. */
export const isKept = (fields: Fields): boolean => /^(?:response|resource)$/.test(fields['warc-type'] ?? '');

/** A capture as it came in when it was made: the same bytes, addresses, headers and time. */
export function keptCapture(block: Buffer, fields: Fields, ways: Ways): Incoming {
  const end = fields['warc-type'] === 'response' ? block.indexOf('\r\n\r\n') : -1;
  const head: HttpHead | null = end < 0 ? null : httpHead(block.toString('utf8', 0, end).split('\r\n'));
  const uri = fields['warc-target-uri'] ?? '';
  const { mediaType, charset } = contentType(head?.headers['content-type']);
  const source = parsed(fields['saidso-source']);
  const addresses = parsed(fields['saidso-addresses']);
  const listed = parsed(fields['saidso-listed']) as { title?: unknown; date?: unknown } | null;
  const time = new Date(fields['warc-date'] ?? Number.NaN);
  return incomingBytes(Uint8Array.from(end < 0 ? block : block.subarray(end + 4)), {
    source: typeof source === 'string' ? source : uri,
    url: head === null ? null : uri,
    mediaType,
    charset,
    arrival: {
      addresses: Array.isArray(addresses) ? addresses.filter((one) => typeof one === 'string') : [],
      status: head?.status ?? null,
      headers: head === null ? {} : headersOf(head),
      at: instant(Number.isNaN(time.getTime()) ? ways.now() : time),
    },
    known: {
      ...(typeof listed?.title === 'string' ? { listedTitle: listed.title } : {}),
      ...(typeof listed?.date === 'string' ? { listedDate: listed.date } : {}),
    },
  });
}

/** The day of publication that a person gave for a capture is given again, unless there is one for the whole run. */
export const keptWays = (fields: Fields, ways: Ways): Ways => ({
  ...ways,
  published: ways.published ?? (/^\d{4}-\d\d-\d\d$/.test(fields['saidso-given-day'] ?? '') ? fields['saidso-given-day'] : undefined),
  follow: null,
  among: false,
});

/** The headers as the server sent them: those of the wire under their own names again, without the length that the archive put in. */
function headersOf({ headers }: HttpHead): Record<string, string> {
  const { 'content-length': _, ...rest } = headers;
  return Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name.startsWith(ORIGINAL) ? name.slice(ORIGINAL.length) : name, value]),
  );
}

function parsed(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return null;
  }
}
