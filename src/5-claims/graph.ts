import type { Span } from '../0-terms/span.ts';
import { type MendWords, mendTree } from '../3-sentences/mend-tree.ts';
import type { Sentence, Token } from '../3-sentences/parsed-report.ts';
import type { AnnotatedReport, Entity, Mention, TimeMention } from '../4-mentions/annotated-report.ts';

/** A token in its tree, with what the report knows about it: the engine walks these, not index arithmetic. */
export interface Node {
  /** Sentence and token index. */
  readonly sentence: number;
  readonly index: number;
  readonly token: Token;
  /** Lower case. */
  readonly lemma: string;
  /** Relation to the parent, whole (`nsubj:pass`) and without its subtype (`nsubj`). */
  readonly rel: string;
  readonly base: string;
  parent: Node | null;
  readonly children: Node[];
  /** The smallest mention whose head this token is. */
  mention: Mention | null;
  /** The time expression that the token is part of. */
  time: TimeMention | null;
}

/** The trees of a report as linked nodes. */
export interface Graph {
  readonly report: AnnotatedReport;
  /** One list a sentence, in text order. */
  readonly sentences: readonly (readonly Node[])[];
  readonly entities: ReadonlyMap<string, Entity>;
}

export function graphOf(report: AnnotatedReport, words: MendWords): Graph {
  const sentences = report.sentences.map((sentence, s) => linked(mendTree(sentence.tokens, words), s));
  for (const mention of report.mentions) {
    const head = headIn(sentences, report.sentences, mention.span);
    if (head && (!head.mention || width(mention.span) < width(head.mention.span) || head.mention.form === 'nominal')) {
      head.mention = mention;
    }
  }
  markTimes(sentences, report.times);
  return { report, sentences, entities: new Map(report.entities.map((entity) => [entity.id, entity])) };
}

/** Both lists are in text order, so one walk over them is enough. */
function markTimes(sentences: Graph['sentences'], times: readonly TimeMention[]): void {
  const sorted = [...times].sort((a, b) => a.span[0] - b.span[0]);
  let at = 0;
  for (const sentence of sentences) {
    for (const node of sentence) {
      while (at < sorted.length && (sorted[at]?.span[1] ?? 0) <= node.token.span[0]) at++;
      const time = sorted[at];
      if (time && time.span[0] <= node.token.span[0] && node.token.span[1] <= time.span[1]) node.time = time;
    }
  }
}

const width = (span: Span): number => span[1] - span[0];

function linked(tokens: readonly Token[], s: number): Node[] {
  const nodes = tokens.map((token, index): Node => {
    const colon = token.deprel.indexOf(':');
    return {
      sentence: s,
      index,
      token,
      lemma: token.lemma.toLowerCase(),
      rel: token.deprel,
      base: colon < 0 ? token.deprel : token.deprel.slice(0, colon),
      parent: null,
      children: [],
      mention: null,
      time: null,
    };
  });
  for (const node of nodes) {
    const parent = node.token.head >= 0 ? nodes[node.token.head] : undefined;
    if (parent && parent !== node) {
      node.parent = parent;
      parent.children.push(node);
    }
  }
  return nodes;
}

/** The node inside a span whose parent lies outside it: the head of those words. Null when no token lies in the span. */
export function headIn(nodes: Graph['sentences'], sentences: readonly Sentence[], span: Span): Node | null {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.span[0] ?? 0) <= span[0]) low = middle;
    else high = middle - 1;
  }
  let last: Node | null = null;
  for (const node of nodes[low] ?? []) {
    const [start, end] = node.token.span;
    if (start >= span[1]) break;
    if (end <= span[0] || node.token.upos === 'PUNCT') continue;
    const up = node.parent;
    if (!up || up.token.span[0] < span[0] || up.token.span[1] > span[1]) {
      if (last === null || node.token.upos !== 'ADP') last = last && last.token.upos !== 'ADP' ? last : node;
    }
  }
  return last;
}

/** The node and all nodes below it, in no fixed order. */
export function subtree(node: Node): Node[] {
  const found = [node];
  for (let at = 0; at < found.length; at++) found.push(...(found[at]?.children ?? []));
  return found;
}

/** The governors of a node, nearest first. */
export function governors(node: Node): Node[] {
  const found: Node[] = [];
  for (let up = node.parent; up && found.length < 60; up = up.parent) found.push(up);
  return found;
}

/** Preposition (or postposition) words that bring a node in, lower case, joined by blanks; '' when there are none. */
export const prepositionOf = (node: Node): string =>
  node.children
    .filter((child) => child.base === 'case' && child.token.upos !== 'PART')
    .flatMap((child) => [child, ...child.children.filter((more) => more.base === 'fixed')])
    .map((child) => child.lemma)
    .join(' ');

/** First child with this relation (with or without its subtype). */
export const childOf = (node: Node, rel: string): Node | null =>
  node.children.find((child) => child.rel === rel || child.base === rel) ?? null;

/** Relations under a noun that are not part of its informative phrase: clauses, asides, coordination, case marks. */
const OUTSIDE_PHRASE = new Set([
  'acl',
  'advcl',
  'appos',
  'case',
  'cc',
  'ccomp',
  'conj',
  'cop',
  'csubj',
  'dep',
  'discourse',
  'expl',
  'mark',
  'nsubj',
  'obl',
  'parataxis',
  'punct',
  'reparandum',
  'vocative',
  'aux',
]);

/** Span of the noun phrase under a head: determiners, modifiers, numbers, names and of-phrases, without clauses and coordination. */
export function phraseOf(node: Node): Span {
  let start = node.token.span[0];
  let end = node.token.span[1];
  const take = (part: Node, deep: boolean): void => {
    start = Math.min(start, part.token.span[0]);
    end = Math.max(end, part.token.span[1]);
    for (const child of part.children) {
      if (deep && child.base === 'case') take(child, true);
      else if (deep && (child.base === 'conj' || child.base === 'cc') && part !== node) take(child, true);
      else if (child.base === 'appos' && part === node && isTitleName(node, child)) take(child, true);
      else if (part === node && (child.lemma === 'as' || (child.time !== null && node.time === null) || isStray(child, node))) continue;
      else if (!OUTSIDE_PHRASE.has(child.base) && (child.base !== 'nmod' || keepsModifier(child))) take(child, true);
    }
  };
  take(node, false);
  if (node.mention) {
    start = Math.min(start, node.mention.span[0]);
    end = Math.max(end, node.mention.span[1]);
  }
  return [start, end];
}

/** "shot dead four officers": an adjective before the number or article belongs to the verb. */
const isStray = (child: Node, node: Node): boolean =>
  child.base === 'amod' &&
  [node, ...node.children].some((part) =>
    part.children.some((other) => (other.base === 'nummod' || other.base === 'det') && other.index > child.index),
  );

/** "security minister Wiranto": the name follows its description with nothing between. */
const isTitleName = (node: Node, child: Node): boolean =>
  child.token.upos === 'PROPN' &&
  !child.children.some((mark) => mark.base === 'punct' && mark.index < child.index) &&
  child.index > node.index &&
  child.index - node.index <= 4;

/** "two men from the village" keeps its origin, "the attack on Monday" is not the kind of phrase that fills a role. */
const KEPT = new Set(['', 'of', 'from', 'for', 'in', 'at', 'with']);
const keepsModifier = (child: Node): boolean => {
  const preposition = prepositionOf(child);
  // Where somebody or something is belongs to the place of the act: "the headquarters in Kunar".
  if ((preposition === 'in' || preposition === 'at') && child.mention?.kind === 'place') return false;
  if (preposition === 'for' && child.parent?.base === 'obj' && FOR_A_DEED.has(child.parent.parent?.lemma ?? '')) return false;
  // "Thousands of people wearing masks": who is counted stays, the clause about them goes.
  return KEPT.has(preposition) && child.time === null && (preposition === 'of' || !child.children.some((more) => more.base === 'acl'));
};
/** "Blamed the front for the attack": what for is no part of whom. */
const FOR_A_DEED = new Set([
  'blame',
  'criticise',
  'criticize',
  'condemn',
  'denounce',
  'praise',
  'thank',
  'arrest',
  'detain',
  'charge',
  'prosecute',
  'punish',
  'sentence',
  'jail',
  'imprison',
  'try',
  'kill',
]);
