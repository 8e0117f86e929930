import type { Token } from '../../3-sentences/parsed-report.ts';

const SKIPPED = new Set(['ADJ', 'NUM', 'DET', 'ADV']);
/** Words between a number and what it counts. */
const BETWEEN = new Set([
  'of',
  'the',
  'his',
  'her',
  'their',
  'its',
  'our',
  'my',
  'these',
  'those',
  'more',
  'other',
  'additional',
  'least',
  'some',
  '-',
  'strong',
  'such',
  "'",
]);
/** "20 dead", "six more wounded": states, no nouns. */
const STATES = new Set([
  'dead',
  'killed',
  'wounded',
  'injured',
  'hurt',
  'missing',
  'arrested',
  'detained',
  'kidnapped',
  'abducted',
  'displaced',
  'homeless',
  'held',
  'unaccounted',
  'hospitalised',
  'hospitalized',
  'shot',
  'stabbed',
]);
const REACH = 8;

const isNoun = (token: Token): boolean => token.upos === 'NOUN' || token.upos === 'PROPN';

/**
 * Index of the noun that a numeral counts, or -1 when it stands alone. The tree decides where it names a noun to the
 * right (nummod, det, amod); else the last noun of the first row of nouns behind the numeral.
 */
export function countedNoun(tokens: readonly Token[], words: readonly string[], start: number, end: number): number {
  const byOrder = nounBehind(tokens, words, end);
  for (let i = end - 1; i >= start; i -= 1) {
    const token = tokens[i];
    const head = token?.head ?? -1;
    const noun = tokens[head];
    if (!token || !noun || head < end || head > end + REACH) continue;
    // "at least 20 at the cathedral": a preposition other than "of" parts number and noun.
    if (
      byOrder < 0 &&
      tokens.slice(end, head).some(({ upos }, j) => (upos === 'ADP' || upos === 'SCONJ' || upos === 'AUX') && words[end + j] !== 'of')
    )
      continue;
    if (/^(?:nummod|det|amod|advmod|quantmod|obl)/.test(token.deprel) && isNoun(noun)) {
      // A wrong tree may reach over the noun that stands next.
      return byOrder >= 0 && byOrder < head && /,|\band\b/.test(words.slice(byOrder, head).join(' ')) ? byOrder : head;
    }
  }
  return byOrder;
}

function nounBehind(tokens: readonly Token[], words: readonly string[], end: number): number {
  for (let i = end; i < Math.min(tokens.length, end + REACH); i += 1) {
    const token = tokens[i];
    const word = words[i] ?? '';
    if (!token) break;
    if (word === 'others' || word === 'people') return i;
    if (STATES.has(word) && !isNounAhead(tokens, words, i + 1)) return -1;
    if (isNoun(token)) {
      let last = i;
      while (tokens[last + 1] && isNoun(tokens[last + 1] as Token)) last += 1;
      return last;
    }
    // "hundreds of American and allied soldiers"
    if (token.upos === 'CCONJ' && tokens[i - 1]?.upos === 'ADJ' && i > end) continue;
    if (!(SKIPPED.has(token.upos) || BETWEEN.has(word) || (token.upos === 'VERB' && /^VB[GN]$/.test(token.xpos)))) break;
    // "killed six and wounded 14", "six in Basra"
    if (token.upos === 'ADV' && !/ly$/.test(word) && word !== 'more') break;
  }
  return -1;
}

/** "two wounded soldiers": the state is an attribute when a noun follows it. */
function isNounAhead(tokens: readonly Token[], words: readonly string[], at: number): boolean {
  const token = tokens[at];
  return (
    token !== undefined && (isNoun(token) || (token.upos === 'ADJ' && !STATES.has(words[at] ?? '') && isNounAhead(tokens, words, at + 1)))
  );
}
