import { withWindowsLetters } from '../1-pages/windows-1252.ts';

/**
 * Odd characters made plain, words left alone: line ends to `\n`, every kind of space to a space, invisible characters out,
 * stray Windows-1252 and twice-encoded quotes mended, composed letters (NFC). Curly quotes stay: they tell where a quotation opens.
 */
export function plainCharacters(text: string): string {
  let plain = text;
  if (/â€|Â\u00A0|Ã[\u0080-\u00BF]/.test(plain))
    plain = plain.replace(/â€(?:[™œ˜“”"¦]|\u009d|\u0093|\u0094|\u0099|\u009c)|Â(?=\u00A0)/g, (seen) => TWICE_ENCODED[seen] ?? seen);
  return withWindowsLetters(plain)
    .replace(/\r\n?|\u2028|\u2029|\u000B|\u000C/g, '\n')
    .replace(/[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replace(/[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFC]/g, '')
    .replace(/(?<=[\p{Script=Latin}\s])[\u200C\u200D]|[\u200C\u200D](?=[\p{Script=Latin}\s])/gu, '')
    .replace(/[\u0000-\u0008\u000E-\u001F\u007F]/g, '')
    .replace(/[\uD800-\uDFFF]/gu, '\uFFFD')
    .normalize('NFC');
}

const TWICE_ENCODED: Readonly<Record<string, string>> = {
  'â€™': '’',
  'â€œ': '“',
  'â€˜': '‘',
  'â€“': '–',
  'â€”': '—',
  'â€¦': '…',
  'â€"': '—',
  'â€\u009d': '”',
  'â€\u0093': '–',
  'â€\u0094': '—',
  'â€\u0099': '’',
  'â€\u009c': '“',
  Â: '',
};

/**
 * One line of running text: breaks and tabs become a space, ends are trimmed. Two spaces stay two (some writers part sentences so);
 * more become one.
 */
export function oneLine(text: string): string {
  return text
    .replace(/ {3,}/g, ' ')
    .replace(/ {0,2}[\n\t]\s*/g, ' ')
    .replace(/ {3,}/g, ' ')
    .trim();
}

/** A text brought to what two copies of it share: lower case, letters and digits only, one space between words. */
export function bare(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The end of a sentence, closing quotes and brackets after it. */
export const SENTENCE_END = /[.!?…。！？।؟۔]["'”’»)\]」』]*$/;
