import type { Span } from '../0-terms/span.ts';
import type { Abbreviations } from './abbreviations.ts';

/** A sentence longer than this is parted at a sign, or outright, so that one parse stays small. */
const LONGEST = 200;

/** Words that open sentences more often than they follow an abbreviation: "… in the U.S. The army …". */
const OPENERS = new Set(
  "the a an he she it they we i you his her its their our my this that these those there in on at by but and or as if when while after before since for from with although however meanwhile also some many most no one two three it's what who where why how according can please could would should do does did is are was were have thanks let sorry".split(
    ' ',
  ),
);

const isClosing = (form: string): boolean => /^["”’'»)\]}]+$/.test(form) || form === "''";

/** Parts a paragraph's tokens into sentences; gives the index after the last token of each. */
export function sentenceEnds(text: string, tokens: readonly Span[], abbreviations: Abbreviations): number[] {
  const ends: number[] = [];
  const form = (i: number): string => {
    const token = tokens[i];
    return token ? text.slice(token[0], token[1]) : '';
  };
  const glued = (i: number): boolean => i < tokens.length && i > 0 && (tokens[i - 1] as Span)[1] === (tokens[i] as Span)[0];
  let start = 0;
  let quoted = false;
  const close = (end: number): void => {
    // Too long: cut where a sign stands in its second half, else at the limit.
    while (end - start > LONGEST) {
      let cut = start + LONGEST;
      for (let k = cut; k > start + LONGEST / 2; k--) {
        if (/^[;:,.)\]–—-]+$/.test(form(k - 1))) {
          cut = k;
          break;
        }
      }
      ends.push(cut);
      start = cut;
    }
    if (end > start) ends.push(end);
    start = end;
    quoted = false;
  };
  const dateline = datelineEnd(form);
  if (dateline > 0) close(dateline);
  for (let i = dateline; i < tokens.length; i++) {
    const here = form(i);
    if (here === '"') quoted = !quoted;
    // "2. Fighting goes on": the number of a list item opens its sentence.
    if (here === '.' && i === start + 1 && /^(?:\d{1,2}|[A-Za-z])$/.test(form(start))) continue;
    let last = i + 1;
    if (isLetterLine(form, start, i) || endsLoosely(here, form(i + 1), form(i + 2), i > start)) {
      close(last);
      continue;
    }
    if (!endsSentence(here, form(i + 1), glued(i + 1), form(i - 1), abbreviations)) continue;
    // "What?!", "really . . .": a run of final signs is one.
    while (/^(?:[.!?]+|…+)$/.test(form(last)) && last < tokens.length) last++;
    // The closing quotation mark or bracket belongs to the sentence it closes.
    while (
      last < tokens.length &&
      isClosing(form(last)) &&
      (glued(last) || form(last) === '”') &&
      !(form(last) === '"' && !quoted && !glued(last))
    )
      last++;
    const next = form(last);
    // "Stop!" he said. / (Who knows?) they asked
    if (next !== '' && last > i + 1 && /^\p{Ll}/u.test(next)) {
      i = last - 1;
      continue;
    }
    if (next !== '' && /^[,;:)\]]/.test(next)) continue;
    close(last);
    i = last - 1;
  }
  close(tokens.length);
  return ends;
}

/**
 * The number of words of a dateline that opens the paragraph, its dash included; 0 where there is none. It stands outside
 * the first sentence: "KABUL, Afghanistan (Agency) —", "LIMA, 3 May –", "(Agency) -".
 */
function datelineEnd(form: (i: number) => string): number {
  for (let i = 0; i < 16; i++) {
    const here = form(i);
    if (/^(?:[—–-]|--)$/.test(here)) {
      const isPlace = /^\p{Lu}{3,}$/u.test(form(0)) && /\p{Ll}/u.test(form(i + 1) + form(i + 2)) && !/^\p{Ll}/u.test(form(i + 1));
      if (i > 0 && (form(i - 1) === ')' || isPlace) && form(i + 1) !== '') return i + 1;
      if (here !== '-') return 0;
    } else if (!/^(?:[\p{Lu}\d,()./:-].*|al|of|de|el)$/u.test(here)) return 0;
  }
  return 0;
}

/** Words before a comma that address nobody. */
const NO_ADDRESSEES =
  /ly$|^(?:now|so|yes|no|well|still|also|then|today|yesterday|tomorrow|again|instead|overall|here|plus|sure|ok|okay|yeah|oh|sorry|please|but|anyway|besides|otherwise|therefore|thus|hence|once|sometimes|.+day)$/i;

/** "Regards," "Dear all," "Thanks," before a capital, and the time that ends the head of a letter: "03/27/2001 09:11 AM". */
function isLetterLine(form: (i: number) => string, start: number, i: number): boolean {
  const next = form(i + 1);
  if (next === '' || !/^\p{Lu}|^["“]/u.test(next))
    return /^[AP]M$/.test(form(i)) && i > start + 1 && isClockAfterDay(form, i) && next !== '';
  if (/^[AP]M$/.test(form(i)) && i > start + 1) return isClockAfterDay(form, i);
  if (!/^[,:]$/.test(form(i)) || i > start + 4) return false;
  // "Rosa, please …" in a letter's own line: a name alone before the sentence.
  if (
    i === start + 1 &&
    /^\p{Lu}\p{Ll}+$/u.test(form(start)) &&
    !NO_ADDRESSEES.test(form(start)) &&
    !OPENERS.has(form(start).toLowerCase()) &&
    OPENERS.has(next.toLowerCase())
  )
    return true;
  if (form(i) === ':') return false;
  return (
    /^(?:dear|hi|hello|hey|greetings)$/i.test(form(start)) ||
    (/^(?:regards|thanks|sincerely|cheers|yours|love|best|kind|kindest|warm|respectfully|cordially|thx)$/i.test(form(start)) &&
      /^(?:regards|thanks|sincerely|cheers|wishes|love|best|truly|faithfully|respectfully|cordially|much|again|thx)$/i.test(form(i - 1)))
  );
}

const isClockAfterDay = (form: (i: number) => string, i: number): boolean =>
  /^\d{1,2}:\d\d(?::\d\d)?$/.test(form(i - 1)) && /^\d{1,2}\/\d{1,2}\/\d{2,4}$/.test(form(i - 2));

/** Ends without a full stop: an address on the web before a capital, a line of signs, and before "2) …". */
function endsLoosely(here: string, next: string, afterNext: string, inside: boolean): boolean {
  if (next === '') return false;
  if (/^(?:https?:\/\/\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)$/.test(here)) return /^\p{Lu}|^https?:/u.test(next) && inside;
  if (/^(?:\*{3,}|_{3,}|={3,}|-{3,})$/.test(here)) return /^\p{Lu}/u.test(next);
  if (here === '--' && !inside) return /^\p{Lu}/u.test(next);
  if (inside && /^\d{1,2}\/\d{1,2}\/\d{2,4}$/.test(next) && /^\d{1,2}:\d\d/.test(afterNext)) return !/^(?:on|at|:|from|-|,)$/i.test(here);
  return inside && /^\d{1,2}$/.test(next) && afterNext === ')' && here !== '(' && !/^(?:and|or|,|:|to|-)$/.test(here);
}

function endsSentence(here: string, next: string, glued: boolean, before: string, abbreviations: Abbreviations): boolean {
  const lowerNext = /^\p{Ll}/u.test(next);
  if (here === '.') return !(glued && lowerNext) && !(lowerNext && /^\d+$/.test(before) && glued);
  if (/^[!?]+$/.test(here)) return !(glued && lowerNext);
  if (/^(?:[-=*]{6,}|[:;]-?[)(])$/.test(here)) return !lowerNext;
  if (/^(?:\.{2,}|…+)$/.test(here)) return !lowerNext && !/^[,;:]/.test(next) && next !== '';
  if (here === '•') return false;
  if (here.length > 1 && here.endsWith('.')) {
    const word = here.slice(0, -1).toLowerCase();
    if (abbreviations.leading.has(word) || /^\p{L}$/u.test(word)) return false;
    return /^\p{Lu}/u.test(next) && OPENERS.has(next.toLowerCase());
  }
  return false;
}
