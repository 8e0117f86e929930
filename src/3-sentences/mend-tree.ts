import { type Lemmas, lemmaOf } from './lemma.ts';
import { armedWithArms } from './mend-armed.ts';
import { subjectBehindConjunction, woundAsVerb } from './mend-casualties.ts';
import type { Token } from './parsed-report.ts';
import { childrenOf, isNominal, isTree } from './token-tree.ts';

/** What `mendTree` asks of the words it knows. */
export interface MendWords {
  readonly lemmas: Lemmas;
  /** Whether a lemma is a verb that reports of events use. */
  isVerb(lemma: string): boolean;
}

/**
 * Trees whose clause the parser missed, put right: news opens with subjects that treebanks of the web seldom have. Each mend is
 * one pattern that a grammatical sentence cannot show; all else stays as parsed. Returns the same array when nothing is mended.
 */
export function mendTree(tokens: readonly Token[], words: MendWords): readonly Token[] {
  let mended = tokens;
  for (const mend of [
    armedWithArms,
    auxiliaryAsHead,
    clauseAsSubject,
    nounRootWithParticiple,
    verbTaggedAsNoun,
    adjectivalPassive,
    clauseAsPhrase,
    objectOfTheNearVerb,
    nounAsClause,
    weekdayAsHead,
    numberAsObject,
    phraseOfAct,
    guiltyAsNoun,
    activeWithObject,
    clauseOfWho,
    secondThat,
    countedBehindAnd,
    woundAsVerb,
    subjectBehindConjunction,
  ]) {
    const next = mend(mended, words);
    // Two mends of one clause may hang it on itself: then the tree before them stands.
    if (next === mended || isTree(next)) mended = next;
  }
  return mended;
}

/** "Some factions have long demanded": an auxiliary has no subject of its own; what hangs on it is the verb's. */
function auxiliaryAsHead(tokens: readonly Token[]): readonly Token[] {
  const isAuxiliary = (at: number): boolean => /^aux/.test(tokens[at]?.deprel ?? '');
  if (!tokens.some((token) => isAuxiliary(token.head) && /^nsubj/.test(token.deprel))) return tokens;
  return tokens.map((token): Token => {
    if (!isAuxiliary(token.head) || !/^(?:nsubj|obl|advmod|advcl|cc|mark)/.test(token.deprel)) return token;
    const head = tokens[token.head]?.head ?? -1;
    const passive = token.deprel === 'nsubj' && tokens.some((child) => child.head === head && child.deprel === 'aux:pass');
    return { ...token, head, deprel: passive ? 'nsubj:pass' : token.deprel };
  });
}

/** "A camp was attacked by men armed with knives": a finite clause is no bare subject; the verb behind its last noun is that noun's participle. */
function clauseAsSubject(tokens: readonly Token[], words: MendWords): readonly Token[] {
  for (const [at, clause] of tokens.entries()) {
    const verb = clause.head;
    const token = tokens[verb];
    if (!/^nsubj/.test(clause.deprel) || clause.upos !== 'VERB' || verb < at || token?.upos !== 'VERB' || !/ed$/i.test(token.form))
      continue;
    const below = childrenOf(tokens, at).map((child) => tokens[child]?.deprel ?? '');
    if (!below.some((deprel) => /^nsubj/.test(deprel)) || !below.some((deprel) => /^aux/.test(deprel)) || below.includes('mark')) continue;
    if (tokens[verb - 1]?.upos !== 'NOUN' || !isBelow(tokens, verb - 1, at)) continue;
    return tokens.map((each, index): Token => {
      if (index === at) return { ...each, head: token.head, deprel: token.deprel };
      if (index === verb) return { ...each, xpos: 'VBN', lemma: lemmaOf(each.form, 'VBN', words.lemmas), head: verb - 1, deprel: 'acl' };
      return each.head === verb && /^(?:punct|advcl|parataxis|conj|cc)/.test(each.deprel) ? { ...each, head: at } : each;
    });
  }
  return tokens;
}

/** "A bomb exploded at a market": the noun as root with the verb as its participle, although nothing else is the clause. */
function nounRootWithParticiple(tokens: readonly Token[]): readonly Token[] {
  const root = tokens.findIndex((token) => token.head === -1);
  if (!isNominal(tokens[root])) return tokens;
  const below = childrenOf(tokens, root);
  if (below.some((at) => ['cop', 'aux', 'nsubj', 'nsubj:pass', 'case'].includes(tokens[at]?.deprel ?? ''))) return tokens;
  const verb = below.find((at) => at > root && tokens[at]?.deprel === 'acl' && (tokens[at]?.xpos === 'VBN' || tokens[at]?.xpos === 'VBD'));
  if (verb === undefined) return tokens;
  for (let at = root + 1; at < verb; at++) if (tokens[at]?.upos === 'PUNCT') return tokens;
  const byAgent = childrenOf(tokens, verb).some(
    (at) =>
      tokens[at]?.deprel === 'obl:agent' ||
      childrenOf(tokens, at).some((mark) => tokens[mark]?.deprel === 'case' && tokens[mark]?.lemma === 'by'),
  );
  // Another finite verb makes the noun part of a larger clause: "the bomb planted on Monday killed six".
  if (
    byAgent ||
    tokens.some(
      (token, at) => at > verb && token.head === root && token.upos === 'VERB' && token.deprel !== 'acl:relcl' && token.deprel !== 'conj',
    )
  )
    return tokens;
  return tokens.map((token, at): Token => {
    if (at === verb) return { ...token, head: -1, deprel: 'root', xpos: token.xpos === 'VBN' ? 'VBD' : token.xpos };
    if (at === root) return { ...token, head: verb, deprel: 'nsubj' };
    if (token.head === root && at > verb) return { ...token, head: verb, deprel: objectRelation(token.deprel) };
    if (token.head === verb && at > verb) return { ...token, deprel: objectRelation(token.deprel) };
    return token;
  });
}

const objectRelation = (deprel: string): string => (deprel === 'obl:unmarked' || deprel === 'nmod:unmarked' ? 'obj' : deprel);

/** "Gunmen shot/NN three farmers": a root tagged as a noun with a subject of its own and no article or copula is a verb. */
function verbTaggedAsNoun(tokens: readonly Token[], words: MendWords): readonly Token[] {
  const root = tokens.findIndex((token) => token.head === -1);
  const token = tokens[root];
  if (!token || (token.upos !== 'NOUN' && token.upos !== 'PROPN' && token.upos !== 'ADJ')) return tokens;
  const below = childrenOf(tokens, root);
  const has = (...rels: string[]): boolean => below.some((at) => rels.includes(tokens[at]?.deprel ?? ''));
  if (!has('nsubj', 'nsubj:pass') || has('det', 'cop', 'case', 'nmod:poss', 'aux')) return tokens;
  const xpos = token.form.toLowerCase().endsWith('s') ? 'VBZ' : 'VBD';
  const lemma = lemmaOf(token.form, xpos, words.lemmas);
  if (!words.isVerb(lemma)) return tokens;
  return tokens.map((each, at) => (at === root ? { ...each, upos: 'VERB', xpos, lemma } : each));
}

/** "was poisoned/JJ with Novichok": an adjective of a verb's participle with a copula is that verb's passive. */
function adjectivalPassive(tokens: readonly Token[], words: MendWords): readonly Token[] {
  const found = new Map<number, string>();
  for (const [at, token] of tokens.entries()) {
    if (token.upos !== 'ADJ' || !/(?:ed|en|nt|ut)$/i.test(token.form)) continue;
    if (!tokens.some((child) => child.head === at && child.deprel === 'cop' && child.lemma === 'be')) continue;
    const lemma = lemmaOf(token.form, 'VBN', words.lemmas);
    if (lemma !== token.form.toLowerCase() && words.isVerb(lemma)) found.set(at, lemma);
  }
  if (found.size === 0) return tokens;
  return tokens.map((token, at): Token => {
    const lemma = found.get(at);
    if (lemma !== undefined) return { ...token, upos: 'VERB', xpos: 'VBN', lemma };
    if (!found.has(token.head)) return token;
    if (token.deprel === 'cop') return { ...token, deprel: 'aux:pass' };
    return token.deprel === 'nsubj' ? { ...token, deprel: 'nsubj:pass' } : token;
  });
}

/** "…, shortly before she planned to": a verb with a subject and a conjunction is a clause, whatever nominal label it got. */
function clauseAsPhrase(tokens: readonly Token[]): readonly Token[] {
  const isClause = (token: Token, at: number): boolean =>
    token.upos === 'VERB' &&
    /^(?:obl|nmod|advmod|dep|obj)/.test(token.deprel) &&
    tokens.some((child) => child.head === at && child.deprel === 'mark') &&
    tokens.some((child) => child.head === at && child.deprel.startsWith('nsubj'));
  if (!tokens.some(isClause)) return tokens;
  return tokens.map((token, at) => (isClause(token, at) ? { ...token, deprel: 'advcl' } : token));
}

/** "announced that the forces have killed Abu Sayed": a bare phrase right behind a verb without object is that verb's object. */
function objectOfTheNearVerb(tokens: readonly Token[]): readonly Token[] {
  const moved = new Map<number, number>();
  for (const [at, token] of tokens.entries()) {
    if (token.deprel !== 'obl:unmarked' && token.deprel !== 'nmod:unmarked') continue;
    if (!isNominal(token)) continue;
    let first = at;
    while (first > 0 && isBelow(tokens, first - 1, at)) first--;
    const verb = first - 1;
    const before = tokens[verb];
    if (
      before?.upos !== 'VERB' ||
      before.head !== token.head ||
      verb === token.head ||
      !/^(?:ccomp|xcomp|advcl|acl|conj)/.test(before.deprel)
    )
      continue;
    if (tokens.some((child) => child.head === verb && /^(?:obj|nsubj:pass|aux:pass)/.test(child.deprel))) continue;
    moved.set(at, verb);
  }
  if (moved.size === 0) return tokens;
  return tokens.map((token, at) => (moved.has(at) ? { ...token, head: moved.get(at) ?? token.head, deprel: 'obj' } : token));
}

/** Whether a token hangs under another, at any depth. */
function isBelow(tokens: readonly Token[], at: number, above: number): boolean {
  let up = tokens[at]?.head ?? -1;
  for (let steps = 0; up >= 0 && steps < 30; steps++) {
    if (up === above) return true;
    up = tokens[up]?.head ?? -1;
  }
  return false;
}

const WEEKDAYS = new Set(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'today', 'yesterday']);

/**
 * "Twin bombings Sunday at a cathedral", "local gunmen Tuesday seized": the day is not what is bombed nor who seizes, nor the head of the
 * phrase. "Omar Haddad Friday condemned": nor part of a name.
 */
function weekdayAsHead(tokens: readonly Token[]): readonly Token[] {
  const surname = tokens.findIndex(
    (token, at) => WEEKDAYS.has(token.form.toLowerCase()) && token.deprel === 'flat' && /^VB[DZ]$/.test(tokens[at + 1]?.xpos ?? ''),
  );
  if (surname >= 0) {
    return tokens.map((token, at): Token => (at === surname ? { ...token, head: at + 1, deprel: 'obl:unmarked' } : token));
  }
  const day = tokens.findIndex((token, at) => {
    const before = tokens[at - 1];
    return (
      WEEKDAYS.has(token.form.toLowerCase()) &&
      before?.head === at &&
      (before.deprel === 'compound' || before.deprel === 'nmod:desc') &&
      (before.upos === 'NOUN' || before.upos === 'PROPN') &&
      !WEEKDAYS.has(before.form.toLowerCase())
    );
  });
  if (day < 0) return tokens;
  const noun = day - 1;
  return tokens.map((token, at): Token => {
    if (at === noun) return { ...token, head: tokens[day]?.head ?? -1, deprel: tokens[day]?.deprel ?? 'root' };
    if (at === day) return { ...token, head: noun, deprel: 'nmod:unmarked' };
    return token.head === day ? { ...token, head: noun } : token;
  });
}

/** "killed 20 people and wounded 81": a participle before a joined number is a second verb with the number as its object. */
function numberAsObject(tokens: readonly Token[], words: MendWords): readonly Token[] {
  for (const [at, token] of tokens.entries()) {
    const number = tokens[token.head];
    const first = number ? tokens[number.head] : undefined;
    if (token.deprel !== 'amod' || !/ed$/i.test(token.form) || token.head !== at + 1) continue;
    if (number?.upos !== 'NUM' || number.deprel !== 'conj' || !first || !/^(?:obj|nsubj:pass)/.test(first.deprel)) continue;
    const lemma = lemmaOf(token.form, 'VBD', words.lemmas);
    return tokens.map((each, index): Token => {
      if (index === at) return { ...each, upos: 'VERB', xpos: 'VBD', lemma, head: first.head, deprel: 'conj' };
      if (index === token.head) return { ...each, head: at, deprel: 'obj' };
      return each.head === token.head && each.deprel === 'cc' ? { ...each, head: at } : each;
    });
  }
  return tokens;
}

/** "shot dead three farmers": a counted or definite noun behind its verb that got a clause's label is the verb's object. */
function nounAsClause(tokens: readonly Token[]): readonly Token[] {
  const isObject = (token: Token, at: number): boolean => {
    if (token.deprel !== 'advcl' && token.deprel !== 'xcomp' && token.deprel !== 'ccomp') return false;
    const verb = tokens[token.head];
    if (token.upos !== 'NOUN' || verb?.upos !== 'VERB' || token.head > at) return false;
    const below = childrenOf(tokens, at);
    const has = (...rels: string[]): boolean => below.some((child) => rels.includes(tokens[child]?.deprel ?? ''));
    const taken = tokens.some((other) => other.head === token.head && /^(?:obj|nsubj:pass|aux:pass)/.test(other.deprel));
    return has('nummod', 'det') && !has('case', 'mark', 'cop', 'nsubj', 'nsubj:pass', 'aux') && !taken;
  };
  if (!tokens.some(isObject)) return tokens;
  return tokens.map((token, at) => (isObject(token, at) ? { ...token, deprel: 'obj' } : token));
}

/** Nouns of acts that "by" says the doer of, "between" the two sides. */
const ACT_NOUN =
  /^(?:[a-z]{3,}ing|attack|raid|strike|airstrike|assault|ambush|invasion|offensive|murder|abduction|arrest|detention|crackdown|bombardment|assassination|massacre|takeover|siege)s?$/;
const TWO_SIDED =
  /^(?:fighting|battle|clash|firefight|gunfight|shootout|skirmish|war|conflict|talk|negotiation|agreement|deal|truce|ceasefire)(?:e?s)?$/;

/**
 * "People fled after shelling by government forces": "by" right behind the name of an act gives its doer, where the verb is no passive.
 * "Violence blamed on fighting between rival gangs": "between" right behind it gives its two sides, whatever the verb.
 */
function phraseOfAct(tokens: readonly Token[]): readonly Token[] {
  const mended = tokens.map((token, at): Token => {
    if (token.deprel !== 'obl') return token;
    const mark = childrenOf(tokens, at).find(
      (child) => tokens[child]?.deprel === 'case' && /^(?:by|between)$/.test(tokens[child]?.lemma ?? ''),
    );
    const act = mark === undefined ? undefined : tokens[mark - 1];
    const verb = tokens[token.head];
    if (mark === undefined || act?.upos !== 'NOUN' || verb?.upos !== 'VERB' || !isBelow(tokens, mark - 1, token.head)) return token;
    if (tokens[mark]?.lemma === 'between') return TWO_SIDED.test(act.lemma) ? { ...token, head: mark - 1, deprel: 'nmod' } : token;
    if (verb.xpos === 'VBN' || !ACT_NOUN.test(act.lemma)) return token;
    const passive = childrenOf(tokens, token.head).some((child) => /:pass$/.test(tokens[child]?.deprel ?? ''));
    return passive ? token : { ...token, head: mark - 1, deprel: 'nmod' };
  });
  return mended.some((token, at) => token !== tokens[at]) ? mended : tokens;
}

/** "Found two men guilty of the attack": guilty is no noun; whom the verdict is on is the verb's object. */
function guiltyAsNoun(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex((token) => token.form.toLowerCase() === 'guilty' && token.upos === 'NOUN' && token.deprel === 'obj');
  const verb = tokens[at]?.head ?? -1;
  if (at < 0 || tokens[verb]?.upos !== 'VERB') return tokens;
  const whom = childrenOf(tokens, at).find((child) => child < at && isNominal(tokens[child]) && tokens[child]?.deprel !== 'nummod');
  if (whom === undefined) return tokens;
  return tokens.map((token, index): Token => {
    if (index === at) return { ...token, upos: 'ADJ', xpos: 'JJ', deprel: 'xcomp' };
    if (index === whom) return { ...token, head: verb, deprel: 'obj' };
    const of = token.head === verb && token.deprel === 'obl' && childrenOf(tokens, index).some((child) => child === at + 1);
    return of ? { ...token, head: at } : token;
  });
}

/** "The court convicted Petrov": a verb with an object and no "was" before it is no passive. */
function activeWithObject(tokens: readonly Token[]): readonly Token[] {
  const isActive = (token: Token, at: number): boolean => {
    const verb = tokens[token.head];
    if (token.deprel !== 'nsubj:pass' || verb?.upos !== 'VERB' || verb.xpos === 'VBG' || token.head < at) return false;
    const below = childrenOf(tokens, token.head).map((child) => tokens[child]?.deprel ?? '');
    return below.includes('obj') && !below.includes('aux:pass') && !below.includes('cop');
  };
  if (!tokens.some(isActive)) return tokens;
  return tokens.map((token, at): Token => (isActive(token, at) ? { ...token, deprel: 'nsubj' } : token));
}

/** "They arrested ten men on Monday, who were planning a raid": a clause with "who" and no other mark is of the people before it. */
function clauseOfWho(tokens: readonly Token[]): readonly Token[] {
  for (const [at, token] of tokens.entries()) {
    if (!/^(?:advcl|parataxis|ccomp)$/.test(token.deprel)) continue;
    const below = childrenOf(tokens, at);
    const who = below.find((child) => /^nsubj/.test(tokens[child]?.deprel ?? '') && tokens[child]?.form === 'who');
    if (who === undefined || token.head > who || tokens[who - 1]?.form !== ',') continue;
    if (below.some((child) => tokens[child]?.deprel === 'mark')) continue;
    const object = tokens.findLastIndex((each, other) => other < who && each.deprel === 'obj' && isNominal(each));
    if (object < 0) continue;
    return tokens.map((each, index): Token => (index === at ? { ...each, head: object, deprel: 'acl:relcl' } : each));
  }
  return tokens;
}

/** "He said that the men were armed and that they fired": the second "that" belongs beside the first, not to the saying. */
function secondThat(tokens: readonly Token[]): readonly Token[] {
  const that = (at: number): number | undefined =>
    childrenOf(tokens, at).find((child) => tokens[child]?.deprel === 'mark' && tokens[child]?.form === 'that');
  for (const [at, token] of tokens.entries()) {
    if (token.deprel !== 'conj') continue;
    const mark = that(at);
    if (mark === undefined || !/^(?:and|but|or)$/.test(tokens[mark - 1]?.form ?? '')) continue;
    const first = tokens.findLastIndex((each, other) => other < mark && each.deprel === 'ccomp' && that(other) !== undefined);
    if (first < 0 || first === token.head) continue;
    return tokens.map((each, index): Token => {
      if (index === at) return { ...each, head: first };
      return each;
    });
  }
  return tokens;
}

/** "Killed one soldier and two other people in the capital": a counted noun behind "and" belongs beside the object, not to the place. */
function countedBehindAnd(tokens: readonly Token[]): readonly Token[] {
  for (const [at, token] of tokens.entries()) {
    if (!/^(?:nmod|obl):unmarked$/.test(token.deprel) || token.upos !== 'NOUN') continue;
    const below = childrenOf(tokens, at);
    const and = below.find((child) => tokens[child]?.deprel === 'cc');
    if (and === undefined || !below.some((child) => tokens[child]?.deprel === 'nummod')) continue;
    const object = and - 1;
    if (tokens[object]?.upos !== 'NOUN' || !/^(?:obj|nsubj:pass)$/.test(tokens[object]?.deprel ?? '')) continue;
    return tokens.map((each, index): Token => (index === at ? { ...each, head: object, deprel: 'conj' } : each));
  }
  return tokens;
}
