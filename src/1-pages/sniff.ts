/** Files that are no text, by their first bytes: `[offset, bytes as Latin-1, what a person calls it]`. */
const MAGIC: readonly (readonly [number, string, string])[] = [
  [0, '\xFF\xD8\xFF', 'a JPEG picture'],
  [0, '\x89PNG', 'a PNG picture'],
  [0, 'GIF8', 'a GIF picture'],
  [8, 'WEBP', 'a WebP picture'],
  [0, 'BM', 'a BMP picture'],
  [0, 'II*\0', 'a TIFF picture'],
  [0, 'MM\0*', 'a TIFF picture'],
  [4, 'ftypheic', 'a HEIC picture'],
  [4, 'ftypavif', 'an AVIF picture'],
  [0, '\0\0\x01\0', 'an icon'],
  [4, 'ftyp', 'a video'],
  [0, '\x1AE\xDF\xA3', 'a video'],
  [8, 'AVI ', 'a video'],
  [0, 'ID3', 'a sound file'],
  [0, 'OggS', 'a sound file'],
  [8, 'WAVE', 'a sound file'],
  [0, 'fLaC', 'a sound file'],
  [0, '%PDF', 'a PDF document'],
  [0, '{\\rtf', 'an RTF document'],
  [0, '\xD0\xCF\x11\xE0', 'an old Office document'],
  [0, '%!PS', 'a PostScript document'],
  [0, '\x1F\x8B', 'a gzip file'],
  [0, 'BZh', 'a bzip2 file'],
  [0, '\xFD7zXZ', 'an xz file'],
  [0, '7z\xBC\xAF', 'a 7-Zip archive'],
  [0, 'Rar!', 'a RAR archive'],
  [0, '(\xB5/\xFD', 'a Zstandard file'],
  [257, 'ustar', 'a tar archive'],
  [0, 'SQLite format 3', 'an SQLite database'],
  [0, '\x7FELF', 'a program'],
  [0, 'MZ', 'a program'],
  [0, '\xCA\xFE\xBA\xBE', 'a program'],
  [0, '\0asm', 'a program'],
  [0, 'wOFF', 'a font'],
  [0, 'wOF2', 'a font'],
  [0, '\0\x01\0\0\0', 'a font'],
  [0, 'OTTO', 'a font'],
];
/** Kinds that page folders are full of and nobody means as a report: passed over without a word when a folder is read. */
const DECORATION = /picture|icon|font|video|sound|program/;

/** What the bytes are when they are plainly no text ("a JPEG picture"), else null. Looks at the first 4 KB only; the name does not matter. */
export function notText(bytes: Uint8Array): string | null {
  const start = latin1(bytes.subarray(0, 4096));
  for (const [offset, magic, name] of MAGIC) {
    // "BM" and "OTTO" may open a text: plain letters count only with what a text never holds.
    if (start.startsWith(magic, offset) && (!/^[A-Za-z0-9! ]+$/.test(magic) || magic === 'GIF8' || /[\0-\x08]/.test(start.slice(0, 64))))
      return name;
  }
  if (start.startsWith('PK\x03\x04'))
    return start.includes('word/')
      ? 'a Word document'
      : start.includes('xl/')
        ? 'an Excel workbook'
        : start.includes('opendocument.text')
          ? 'an OpenDocument text'
          : start.includes('epub')
            ? 'an e-book'
            : 'a zip archive';
  if (/^(?:From: <Saved by|MIME-Version:)/i.test(start) && /multipart\/related/i.test(start)) return 'a web archive (MHTML)';
  if (
    /^(?:﻿|\xEF\xBB\xBF)?\s*<\?xml[^>]*>\s*(?:<!--[\s\S]*?-->\s*)*<(?:rss|feed|rdf:RDF)\b/.test(start) ||
    /^\s*<(?:rss|feed)\b/.test(start)
  )
    return 'a feed';
  if (/^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg\b/.test(start)) return 'an SVG picture';
  if (utf16Order(bytes) !== null) return null;
  let odd = 0;
  for (let index = 0; index < start.length; index += 1) {
    const code = start.charCodeAt(index);
    if (code === 0) return 'binary data';
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13 && code !== 27) odd += 1;
  }
  return start.length > 0 && odd / start.length > 0.05 ? 'binary data' : null;
}

/** Whether a thing of this kind stands in folders beside reports as a matter of course. */
export const isDecoration = (kind: string): boolean => DECORATION.test(kind);

/** Byte order of UTF-16 without a mark, told from where its zero bytes stand; null for everything else. */
export function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const length = Math.min(bytes.length, 2000) & ~1;
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  const half = length / 2;
  if (odd > half * 0.6 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.6 && odd < half * 0.05) return 'utf-16be';
  return null;
}

/** Whether decoded text is a web page: a document start, or tags that plain text does not hold. */
export function looksLikeHtml(text: string): boolean {
  const start = text.slice(0, 20_000);
  if (
    /^[\s\uFEFF]*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,4000}?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|article|main)\b/i.test(
      start,
    )
  )
    return true;
  const tags =
    start.match(
      /<\/?(?:html|head|body|div|p|a|span|br|h[1-6]|article|section|meta|title|ul|li|table|td|script|style|img|strong|em|blockquote)(?:\s[^<>]{0,2000})?\/?>/gi,
    )?.length ?? 0;
  return tags >= 3 || (tags >= 1 && /^\s*</.test(start));
}

/** Whether decoded text is data for programs: JSON that parses. */
export function isJson(text: string): boolean {
  if (!/^[\s\uFEFF]*(?:\{\s*"|\[\s*[[{"\d])/.test(text.slice(0, 2000))) return false;
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
    return true;
  } catch {
    return /^\s*\{\s*"[^"\n]{0,200}"\s*:/.test(text) && /\}\s*\n\s*\{\s*"/.test(text.slice(0, 100_000));
  }
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
