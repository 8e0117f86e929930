import type { Span } from '../../0-terms/span.ts';
import type { SentenceTree } from './sentence-tree.ts';
import { below, dependent, hull, relation, runs } from './sentence-tree.ts';

/** Branches of a noun that are no part of its name and description. */
const LEFT_OUT = new Set([
  'acl:relcl',
  'case',
  'cc',
  'punct',
  'parataxis',
  'ccomp',
  'advcl',
  'mark',
  'cop',
  'nsubj',
  'discourse',
  'aux',
  'list',
]);

/** The noun phrase around a head noun, from its first to its last word, relative clauses and prepositions left out. */
export function nounPhrase(tree: SentenceTree, head: number): Span | null {
  const skipTop = (c: number): boolean => {
    const t = tree.tokens[c];
    if (t === undefined || t.head !== head) return false;
    return (
      LEFT_OUT.has(t.deprel) ||
      LEFT_OUT.has(relation(t)) ||
      (relation(t) === 'acl' && c > head && t.xpos !== 'VBN') ||
      isTime(tree, c) ||
      // "Witnesses, according to the Herald, said"
      tree.tokens[dependent(tree, c, 'case')]?.form.toLowerCase() === 'according' ||
      (t.deprel === 'advmod' && c > head)
    );
  };
  const all = below(tree, head, skipTop);
  // One unbroken stretch around the head: what lies beyond a verb or a quotation is no part of the name.
  const kept = new Set(all);
  let first = head;
  let last = head;
  while (first > 0 && (kept.has(first - 1) || (isComma(tree, first - 1) && kept.has(first - 2)))) first--;
  while (last < tree.tokens.length - 1 && (kept.has(last + 1) || (isComma(tree, last + 1) && kept.has(last + 2)))) last++;
  return hull(runs(tree, range(first, last)));
}

const range = (a: number, b: number): number[] => Array.from({ length: b - a + 1 }, (_, i) => a + i);
const isComma = (tree: SentenceTree, i: number): boolean => /^[,(]$/.test(tree.tokens[i]?.form ?? '');
const isTime = (tree: SentenceTree, c: number): boolean =>
  tree.tokens[c]?.deprel === 'nmod:unmarked' || tree.tokens[c]?.deprel === 'obl:unmarked';

/** The token that is the subject of a verb of speech, looking up through coordination, participles and relative clauses; -1 for none. */
export function speakerToken(tree: SentenceTree, verb: number, depth = 0): number {
  const t = tree.tokens[verb];
  if (t === undefined || depth > 6) return -1;
  const subject = dependent(tree, verb, 'nsubj');
  const head = t.head;
  if (subject >= 0) {
    const passive = tree.tokens[subject]?.deprel === 'nsubj:pass';
    if (passive) return agent(tree, verb);
    if (/^(?:who|which|that)$/i.test(tree.tokens[subject]?.form ?? '')) {
      const noun = relativeHead(tree, verb);
      if (noun >= 0) return noun;
    }
    return subject;
  }
  if (dependent(tree, verb, 'aux:pass') >= 0) return agent(tree, verb);
  const up = tree.tokens[head];
  if (up === undefined) return -1;
  switch (relation(t)) {
    case 'acl':
      return t.xpos === 'VBN' ? agent(tree, verb) : head;
    case 'conj':
    case 'advcl':
    case 'parataxis':
    case 'dep':
      return up.upos === 'VERB' || up.upos === 'AUX' || dependent(tree, head, 'nsubj') >= 0 ? speakerToken(tree, head, depth + 1) : -1;
    case 'xcomp': {
      const object = dependent(tree, head, 'obj', 'iobj');
      if (object >= 0 && t.xpos === 'VB' && !/^(?:promise|threaten|vow)$/.test(up.lemma)) return object;
      return speakerToken(tree, head, depth + 1);
    }
    default:
      return -1;
  }
}

function agent(tree: SentenceTree, verb: number): number {
  return (
    tree.children[verb]?.find(
      (c) =>
        relation(tree.tokens[c]) === 'obl' && dependent(tree, c, 'case') >= 0 && tree.tokens[dependent(tree, c, 'case')]?.lemma === 'by',
    ) ?? -1
  );
}

function relativeHead(tree: SentenceTree, verb: number): number {
  for (let at = verb, steps = 0; steps < 6; steps++) {
    const t = tree.tokens[at];
    if (t === undefined) return -1;
    if (t.deprel === 'acl:relcl') return t.head;
    if (relation(t) !== 'conj') return -1;
    at = t.head;
  }
  return -1;
}

/** How far a subject is looked for where the tree gives none, in tokens. */
const FAR = 14;

/** The speaker by the tree, else the nearest noun before the verb that no preposition holds, else, for "said X", the one after it; -1 for none. */
export function speakerBeside(tree: SentenceTree, verb: number, content: readonly number[]): number {
  const own = new Set(content);
  const found = speakerToken(tree, verb);
  if (found >= 0 && !own.has(found)) return found;
  const t = tree.tokens[verb];
  if (t === undefined || dependent(tree, verb, 'nsubj:pass', 'aux:pass') >= 0) return -1;
  const next = tree.tokens[verb + 1];
  if (
    /^VB[DZP]$/.test(t.xpos) &&
    next !== undefined &&
    !own.has(verb + 1) &&
    /^(?:PROPN|PRON|DET|NOUN)$/.test(next.upos) &&
    /^(?:say|add|write|ask|explain|reply|tell)$/.test(t.lemma) &&
    (verb === 0 || /^[,”"'’?!]/.test(tree.tokens[verb - 1]?.form ?? ''))
  )
    return top(tree, verb + 1, own);
  for (let i = verb - 1; i >= 0 && verb - i <= FAR; i--) {
    const w = tree.tokens[i];
    if (w === undefined || own.has(i)) continue;
    if (w.upos === 'VERB') {
      const subject = speakerToken(tree, i);
      if (subject >= 0 && !own.has(subject)) return subject;
      continue;
    }
    if (!/^(?:NOUN|PROPN|PRON)$/.test(w.upos) || /^(?:obl|nmod|appos)/.test(w.deprel) || dependent(tree, i, 'case') >= 0) continue;
    const noun = top(tree, i, own);
    if (dependent(tree, noun, 'case') < 0 && !/^(?:obl|nmod)/.test(tree.tokens[noun]?.deprel ?? '')) return noun;
  }
  return -1;
}

/** The head of the name or compound that a token is part of. */
function top(tree: SentenceTree, i: number, not: ReadonlySet<number>): number {
  let at = i;
  for (let steps = 0; steps < 8; steps++) {
    const t = tree.tokens[at];
    if (
      t === undefined ||
      t.head < 0 ||
      not.has(t.head) ||
      !/^(?:flat|compound|amod|det|nmod:poss|nmod:desc|nummod)/.test(t.deprel) ||
      tree.tokens[t.head]?.upos === 'VERB'
    )
      return at;
    at = t.head;
  }
  return at;
}
