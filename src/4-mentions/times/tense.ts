/** Characters looked at on each side of an expression. */
const BEFORE = 110;
const AFTER = 60;

const FUTURE =
  /\b(?:will|'ll|shall|won't|going to|to be|is to|are to|plans? to|planned|planning|scheduled|expected|expects?|due|slated|set to|upcoming|deadline|next|hopes?|intends?|intend|ahead of|would)\b/g;
const PAST =
  /(?<!\bbe )\b(?:was|were|had|did|went|came|took|[a-z]{2,}ed|began|said|told|killed|shot|held|found|met|hit|struck|broke|left|made|won|lost|fell|rose|since|after|fled|gave|got|seized|has|have)\b/g;

/** Ends of sentences and clauses; "Mr. X" and "Daniel P. X" are none. */
const STOP =
  /(?<![ .][a-z]|\b(?:mr|mrs|ms|dr|st|gen|col|maj|capt|lt|sgt|sen|rep|gov|jr|rev|jan|feb|mar|apr|aug|sept?|oct|nov|dec|no|u\.s))[.?!]["')]* |\n\n|; /g;

/** Verbs of telling and ordering: what they tell of may lie ahead. */
const REPORTED =
  /\b(?:said|told|announced|reported|ordered|decided|demanded|ruled|urged|insisted|agreed|wanted|asked|gave|given|set|extended|postponed|delayed)\b/g;
const DEMAND = /\b(?:must|should|has to|have to|had to|be|will|would|to [a-z]+|deadline)\b/g;

/** Last match of a pattern: where it ends, or -1. */
function lastAt(pattern: RegExp, text: string): number {
  let at = -1;
  for (const match of text.matchAll(pattern)) at = match.index + match[0].length;
  return at;
}

/**
 * What the clause around an expression says of time: -1 past, 1 future, 0 nothing. The nearest cue before decides;
 * without one the first after. `text` is smoothed.
 */
export function tenseAround(text: string, start: number, end: number): -1 | 0 | 1 {
  let before = text.slice(Math.max(0, start - BEFORE), start);
  const cut = lastAt(STOP, before);
  if (cut >= 0) before = before.slice(cut);
  let after = text.slice(end, end + AFTER);
  const stop = /\. |\n\n|; |, (?:and|but|said|who|which|when|while)/.exec(after);
  if (stop) after = after.slice(0, stop.index);
  if (/\b(?:as (?:early|soon|late) as|effective|payable) (?:at |around )?$/.test(before)) return 1;
  const mine = before.replace(REPORTED, ' ');
  if (/\b(?:by|until|till|no later than) $/.test(before) && lastAt(PAST, mine) <= lastAt(DEMAND, mine)) return 1;
  // "Wednesday's ruling" is past unless it is plainly to come.
  if (/^'s\b/.test(after) && !/\b(?:will|'ll|before|ahead of)\b/.test(before)) return -1;
  const future = lastAt(FUTURE, before);
  const past = lastAt(PAST, before);
  if (future >= 0 && future >= past) return 1;
  if (past >= 0) return -1;
  const ahead = after.search(FUTURE);
  const back = after.search(PAST);
  if (ahead >= 0 && (back < 0 || ahead < back)) return 1;
  return back >= 0 ? -1 : 0;
}
