import type { Note } from '../0-terms/note.ts';
import { utf16Order } from './sniff.ts';
import { withWindowsLetters } from './windows-1252.ts';

/** Text from bytes, with what had to be guessed or could not be read. */
export interface Decoded {
  readonly text: string;
  readonly notes: readonly Note[];
}

/**
 * Decodes a page. In order of trust: a byte order mark, the bytes themselves where they are clearly UTF-8, what the HTTP header says
 * (`declared`), what the page says, and last a guess between broken UTF-8 and Windows-1252. Never throws.
 */
export function decode(bytes: Uint8Array, declared: string | null): Decoded {
  const wide = utf16Order(bytes);
  if (wide !== null) return { text: new TextDecoder(wide).decode(bytes), notes: [] };
  const runs = utf8Runs(bytes);
  if (runs.broken === 0 && (runs.whole > 0 || runs.plain)) {
    // ISO-2022-JP and the like are plain bytes that mean something else; believe a page that says so.
    const said = runs.whole === 0 ? (label(declared) ?? label(charsetIn(bytes))) : null;
    return { text: new TextDecoder(said?.startsWith('iso-2022') ? said : 'utf-8').decode(bytes), notes: [] };
  }
  const said = label(declared) ?? label(charsetIn(bytes));
  if (said !== null && said !== 'utf-8')
    return { text: said === 'windows-1252' ? windows1252(bytes) : new TextDecoder(said).decode(bytes), notes: [] };
  if (runs.whole * CHANCE >= runs.broken) {
    const note = {
      code: 'broken-utf8',
      text: `${runs.broken} ${runs.broken === 1 ? 'place' : 'places'} of the text could not be read and ${runs.broken === 1 ? 'is' : 'are'} shown as \uFFFD: the file is damaged UTF-8.`,
    };
    return { text: new TextDecoder('utf-8').decode(bytes), notes: [note] };
  }
  return {
    text: windows1252(bytes),
    notes: [{ code: 'encoding-guessed', text: 'The text is not UTF-8 and names no encoding; it was read as Windows-1252 (Latin-1).' }],
  };
}

/** Of the accented letters of a text in single bytes, hardly one in a hundred stands before a sign with which it forms a UTF-8 sequence. */
const CHANCE = 8;

const windows1252 = (bytes: Uint8Array): string =>
  withWindowsLetters(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));

interface Utf8Runs {
  /** Whole sequences of two to four bytes. */
  readonly whole: number;
  /** Bytes above 127 that belong to none. */
  readonly broken: number;
  /** No byte above 127 at all. */
  readonly plain: boolean;
}

/** Counts what is UTF-8 and what is not, after the Unicode standard, table 3-7. */
function utf8Runs(bytes: Uint8Array): Utf8Runs {
  let whole = 0;
  let broken = 0;
  const { length } = bytes;
  for (let index = 0; index < length; index += 1) {
    const lead = bytes[index] as number;
    if (lead < 0x80) continue;
    const more = lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
    let good = more > 0;
    for (let step = 1; good && step <= more; step += 1) {
      const byte = bytes[index + step] ?? 0;
      const low = step === 1 ? (lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80) : 0x80;
      const high = step === 1 ? (lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf) : 0xbf;
      good = byte >= low && byte <= high;
    }
    if (good) {
      whole += 1;
      index += more;
    } else broken += 1;
  }
  return { whole, broken, plain: whole + broken === 0 };
}

/** The encoding a page names in its first 4 KB: `<meta charset>`, `<meta http-equiv>`, the XML declaration. */
function charsetIn(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString('latin1');
  const match =
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:-]+)/i.exec(start) ?? /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:-]+)/i.exec(start);
  return match?.[1] ?? null;
}

/** An encoding's name as the platform knows it, or null where it knows none such. */
function label(said: string | null): string | null {
  if (said === null) return null;
  try {
    const name = new TextDecoder(said.trim().replace(/^["']|["']$/g, '')).encoding;
    // A page cannot say in one-byte letters that it is written in two-byte ones.
    return name.startsWith('utf-16') ? null : name;
  } catch {
    return null;
  }
}
