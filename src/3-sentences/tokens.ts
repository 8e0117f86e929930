import type { Span } from '../0-terms/span.ts';
import type { Abbreviations } from './abbreviations.ts';
import { isSpace } from './paragraphs.ts';

/** A stretch without spaces is read in pieces of at most this length, so that no text takes more than linear time. */
const PIECE = 256;

/** Prefixes that the treebanks leave on their word: "anti-war"; other hyphens part words: "10", "-", "year". */
const PREFIXES = 'over|anti|pro|non|re|pre|post|mid|co|ex|multi|semi|neo|sub|inter|counter|socio|e|cross';

/** A pattern of plain letters that matches them in either case. */
const anyCase = (pattern: string): string => pattern.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);

/** What can stand at a place, tried in this order. All alternatives consume at least one character. */
const PIECES = new RegExp(
  [
    String.raw`(?:https?:\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]`, // web addresses
    String.raw`[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+`, // e-mail
    String.raw`@\w+|#[\p{L}_]\w*`, // handles and hashtags
    String.raw`[:;=]-?[)(DP](?![\p{L}\d)])`, // :-)
    String.raw`[\p{Ll}\d]+(?:\.[\p{Ll}\d-]*\p{Ll}[\p{Ll}\d-]*){2,}(?![\p{L}\d])`, // news.groups.of.many.parts
    String.raw`[.!?]{2,}|…+|-{2,}|[—–]+|[!?]+|''|’’|‘’|\x60\x60|\*+|=+|_{2,}|<{2}|>{2}|\${2,}|\++(?!\d)|~+`, // runs of one sign
    String.raw`(?:\p{L}\.){2,}(?!\p{L}{2})|(?:\p{Lu}\.)+\p{Lu}(?!\p{L})|[ap]\.m(?!\p{L})`, // U.S., a.m.
    String.raw`\d{1,4}(?:-\d{1,4}){2,}(?!\p{L})|\d{1,3}-\d{4}(?![\d-])|b\/c(?!\p{L})`, // 2001-09-11, telephone numbers
    String.raw`[+]?\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|['’]?s)?(?![\p{L}\p{M}\d]|[.,:/]\d)|\d+(?:[.,:]\d+)*`, // 1,200  9/11  11th  1980s
    String.raw`(?:${anyCase(PREFIXES)})-\p{L}+(?:['’]\p{L}+)?`, // kept whole in EWT
    String.raw`['’]\d0s(?!\p{L})|['’](?:em|til|tis|twas)(?!\p{L})`, // '90s, 'em
    String.raw`\p{Lu}+&\p{Lu}+(?!\p{Ll})`, // AT&T
    String.raw`(?:US|C|A|HK|NZ)\$`, // US$
    String.raw`[\p{L}\p{M}_][\p{L}\p{M}\d_]*(?:['’\x60´][\p{L}\p{M}]+)*`, // words
    String.raw`[\s\S]`,
  ].join('|'),
  'uy',
);

/** The parts of a contraction. */
const CONTRACTION = /^(.+?)(n['’`´]t|['’`´](?:s|ll|re|ve|d|m))$/i;
/** Contractions written as one word, with the length of their first part. */
const JOINED: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['wanna', 3],
  ['gotta', 3],
  ['dont', 2],
  ['doesnt', 4],
  ['didnt', 3],
  ['isnt', 2],
  ['wasnt', 3],
  ['werent', 4],
  ['arent', 3],
  ['couldnt', 5],
  ['wouldnt', 5],
  ['shouldnt', 6],
  ['hasnt', 3],
  ['havent', 4],
  ['hadnt', 3],
  ['cant', 2],
  ['thats', 4],
  ['whats', 4],
  ['theres', 5],
  ['youre', 3],
  ['theyre', 4],
  ['im', 1],
  ['ive', 1],
  ['alot', 1],
]);
/** The end of a site's or file's name. */
const DOMAIN =
  /^\.(?:doc|xls|pdf|jpg|html?|txt|zip|com|org|net|gov|edu|info|int|mil|co|tv|uk|pk|af|iq|in|au|ca|de|fr|ru|eu|il)(?![\p{L}\d])/iu;

/** Words and signs of a paragraph, as the UD English treebanks part them. Offsets are into `text`. */
export function tokensOf(text: string, paragraph: Span, abbreviations: Abbreviations): Span[] {
  const tokens: Span[] = [];
  let at = paragraph[0];
  while (at < paragraph[1]) {
    if (isSpace(text.charCodeAt(at))) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < paragraph[1] && end - at < PIECE && !isSpace(text.charCodeAt(end))) end++;
    // A cut must not part a surrogate pair.
    if (end < paragraph[1] && text.charCodeAt(end) >= 0xdc00 && text.charCodeAt(end) <= 0xdfff) end++;
    partPiece(text.slice(at, end), at, abbreviations, tokens);
    at = end;
  }
  return tokens;
}

function partPiece(piece: string, offset: number, abbreviations: Abbreviations, tokens: Span[]): void {
  let at = 0;
  while (at < piece.length) {
    PIECES.lastIndex = at;
    const found = PIECES.exec(piece)?.[0] ?? (piece[at] as string);
    let end = at + found.length;
    if (/^\p{L}/u.test(found)) {
      // A full stop belongs to an abbreviation or an initial; a site name goes on after it.
      const rest = piece.slice(end);
      if (rest.startsWith('.')) {
        const domain = DOMAIN.exec(rest);
        if (domain && found.length > 2) end += domain[0].length;
        else if (isAbbreviation(found, rest, abbreviations)) end += 1;
      }
    }
    partWord(piece.slice(at, end), offset + at, tokens);
    at = end;
  }
}

function isAbbreviation(word: string, rest: string, { all }: Abbreviations): boolean {
  if (rest.length > 1 && /^\.\p{L}/u.test(rest) && word.length > 1) return all.has(word.toLowerCase()) && /^\.\p{Lu}/u.test(rest);
  if (/^\p{Lu}$/u.test(word)) return word !== 'I';
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return true;
  const lower = word.toLowerCase();
  if (!all.has(lower)) return false;
  // "sat.", "sun.", "no.", "mar.", "la.": only with a capital are they short for something.
  return (
    /^\p{Lu}/u.test(word) ||
    !/^(?:sat|sun|no|mar|la|ill|ind|mo|art|co|pa|wash|miss|mass|jun|dec|fig|mon|fri|wed|al|del|gen|rep|sec|est|ore|ark)$/.test(lower)
  );
}

function partWord(word: string, start: number, tokens: Span[]): void {
  const end = start + word.length;
  const contraction = word.length > 2 ? CONTRACTION.exec(word) : null;
  const cut = contraction ? (contraction[1] as string).length : (JOINED.get(word.toLowerCase()) ?? 0);
  // "d'Ivoire", "O'Brien": nothing is cut off them, since their ends are no verb or possessive.
  if (cut > 0 && cut < word.length) {
    tokens.push([start, start + cut], [start + cut, end]);
  } else tokens.push([start, end]);
}
