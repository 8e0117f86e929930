import { type Lemmas, lemmaOf } from './lemma.ts';
import type { Token } from './parsed-report.ts';
import { childrenOf, isNominal } from './token-tree.ts';

/** "With a gunshot wound/VERB to the leg": behind what made it, a wound is a noun. */
export function woundAsVerb(tokens: readonly Token[], words: { readonly lemmas: Lemmas }): readonly Token[] {
  const at = tokens.findIndex(
    (token, n) => token.upos === 'VERB' && /^wounds?$/i.test(token.form) && WOUNDING.test(tokens[n - 1]?.form ?? '') && n > 0,
  );
  const cause = at - 1;
  const before = tokens[cause];
  const wound = tokens[at];
  if (before === undefined || wound === undefined) return tokens;
  const own = before.head === at;
  const preposition = childrenOf(tokens, cause)
    .concat(childrenOf(tokens, at))
    .some((child) => child < at && ['case', 'mark'].includes(tokens[child]?.deprel ?? ''));
  const plural = /s$/i.test(wound.form);
  return tokens.map((token, n): Token => {
    if (n === at) {
      const xpos = plural ? 'NNS' : 'NN';
      const noun = { ...token, upos: 'NOUN', xpos, lemma: lemmaOf(token.form, xpos, words.lemmas) };
      if (!own) return { ...noun, head: before.head, deprel: before.deprel };
      return token.head === -1 ? noun : { ...noun, deprel: preposition ? 'obl' : 'obj' };
    }
    if (n === cause) return { ...token, head: at, deprel: 'compound' };
    if (token.head === cause) return { ...token, head: at };
    if (token.head !== at) return token;
    if (n < at && token.deprel === 'mark') return { ...token, deprel: 'case' };
    return n > at && token.deprel.startsWith('obl') ? { ...token, deprel: 'nmod' } : token;
  });
}

const WOUNDING = /^(?:gunshot|gunshots|shot|bullet|shrapnel|stab|knife|graze)$/i;

/** "Police are investigating after a woman was hit": what stands between the conjunction and a passive without a subject is its subject. */
export function subjectBehindConjunction(tokens: readonly Token[]): readonly Token[] {
  for (const [verb, token] of tokens.entries()) {
    if (token.upos !== 'VERB' || token.deprel !== 'advcl' || token.head < 0) continue;
    const below = childrenOf(tokens, verb);
    const auxiliary = below.find((child) => tokens[child]?.deprel.startsWith('aux'));
    if (auxiliary === undefined || auxiliary > verb || below.some((child) => /^[nc]subj|^mark/.test(tokens[child]?.deprel ?? ''))) continue;
    // The whole phrase before the auxiliary, up to where it hangs on the clause that the verb hangs on too.
    let noun = Math.min(auxiliary, ...below) - 1;
    while (noun >= 0 && tokens[noun]?.head !== token.head && noun !== token.head) noun = tokens[noun]?.head ?? -1;
    if (noun < 0 || noun === token.head || noun >= auxiliary || !isNominal(tokens[noun])) continue;
    const mark = childrenOf(tokens, noun).find((child) => tokens[child]?.deprel === 'case');
    if (mark === undefined || !CONJUNCTIONS.has(tokens[mark]?.lemma ?? '')) continue;
    const passive = tokens[auxiliary]?.deprel === 'aux:pass';
    const at = noun;
    return tokens.map((each, n): Token => {
      if (n === at) return { ...each, head: verb, deprel: passive ? 'nsubj:pass' : 'nsubj' };
      return n === mark ? { ...each, head: verb, deprel: 'mark' } : each;
    });
  }
  return tokens;
}

const CONJUNCTIONS = new Set(['after', 'before', 'as', 'since', 'until', 'while', 'when', 'because']);
