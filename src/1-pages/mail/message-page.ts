import { InputError } from '../../0-terms/errors.ts';
import { captured } from '../capture.ts';
import type { Incoming, Ways } from '../incoming.ts';
import type { Known, Page } from '../page.ts';
import { pageFromBytes } from '../page-from-bytes.ts';
import { headerWords, type MimePart, parseMime } from './mime.ts';

/** A message or saved page may hold its pictures too. */
export const MAX_MESSAGE_BYTES = 60 * 1024 * 1024;

/**
 * The page of an e-mail (`.eml`) or of a page saved as one file (MHTML): the HTML part that comes first, else the plain one. A saved page
 * has its address from `Snapshot-Content-Location` or the part; a message its subject, sender and day from its head. Throws InputError.
 */
export function pageOfMessage(bytes: Uint8Array, incoming: Incoming, ways: Ways): Page {
  const { source } = incoming;
  const message = parseMime(bytes);
  const saved = isSavedPage(message);
  const leaves = [...leavesOf(message)].filter((leaf) => !leaf.attached && leaf.body.length > 0);
  const address = message.headers['snapshot-content-location'] ?? null;
  const text =
    leaves.find((leaf) => leaf.mediaType === 'text/html' && (address === null || leaf.location === address)) ??
    leaves.find((leaf) => leaf.mediaType === 'text/html') ??
    leaves.find((leaf) => leaf.mediaType === 'text/plain');
  if (text === undefined)
    throw new InputError(`${source}: ${saved ? 'the saved page' : 'the message'} holds no text; save it again as HTML or plain text`);
  const url = saved ? ([address, text.location].find((one) => one != null && /^https?:/i.test(one)) ?? null) : null;
  const page = pageFromBytes(Uint8Array.from(text.body), {
    source,
    url,
    mediaType: text.mediaType === 'text/html' ? 'text/html' : null,
    charset: text.charset,
    published: ways.published,
    ...(saved ? {} : { known: headOf(message) }),
  });
  return { ...page, capture: captured(bytes, incoming.arrival) };
}

const isSavedPage = ({ mediaType, headers }: MimePart): boolean =>
  headers['snapshot-content-location'] !== undefined ||
  (mediaType === 'multipart/related' && /^<Saved by|^"?Saved by/i.test(headers['from'] ?? '<Saved by'));

function* leavesOf(part: MimePart): Generator<MimePart> {
  if (part.parts.length === 0) yield part;
  for (const inner of part.parts) yield* leavesOf(inner);
}

function headOf({ headers }: MimePart): Known {
  const title = headerWords(headers['subject']).replace(/^(?:(?:re|fwd?|aw|wg)\s*:\s*)+/i, '');
  const from = headerWords(headers['from'])
    .replace(/\s*<[^>]*>\s*$/, '')
    .replace(/^"|"$/g, '')
    .trim();
  const date = headers['date']?.replace(/^[A-Za-z]{3},\s*/, '').trim();
  return {
    ...(title === '' ? {} : { title }),
    ...(from === '' || from.includes('@') ? {} : { publisher: from }),
    ...(date === undefined || date === '' ? {} : { date }),
  };
}
