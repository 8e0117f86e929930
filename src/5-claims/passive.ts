import { childOf, type Node } from './graph.ts';

/** What telling voices needs to know of verbs. */
export interface VoiceWords {
  /** Verbs that seldom stand without an object: a bare "six killed in blast" is read as a passive. */
  readonly transitive: ReadonlySet<string>;
  /** Verbs that have no passive: a participle of theirs is a past tense that was misread. */
  readonly intransitive: ReadonlySet<string>;
}

export const isVerb = (node: Node): boolean => node.token.upos === 'VERB' || node.token.upos === 'AUX';

/** "Kenyans took to the streets": past tenses that are no participle, so that no passive has them. */
const PAST_ONLY =
  /^(?:(?:mis|over|under)?took|gave|went|(?:be|over)?came|ran|overran|began|(?:out)?broke|drove|flew|overthrew|threw|(?:with)?drew|rode|rose|saw|spoke|stole|tore|woke|wrote|chose|blew|knew|hid|froze|swore|wore|shook|sank|sprang|fell|sang|bore|swam|did|ate|bit)$/i;

/** Whether a verb stands in the passive, or is a bare participle that must be one. */
export function isPassive(node: Node, words: VoiceWords): boolean {
  if (node.children.some((child) => child.rel === 'nsubj:pass' || child.rel === 'aux:pass' || child.rel === 'csubj:pass')) return true;
  if (words.intransitive.has(node.lemma) || PAST_ONLY.test(node.token.form)) return false;
  const participle = node.token.xpos === 'VBN' || (node.token.xpos === 'VBD' && words.transitive.has(node.lemma));
  if (!participle || node.children.some((child) => child.base === 'obj')) return false;
  const auxiliaries = node.children.filter((child) => child.base === 'aux');
  if (auxiliaries.length > 0) return false;
  // "Marines shot and killed civilians": the object of both.
  if (node.children.some((child) => child.base === 'conj' && isVerb(child) && childOf(child, 'obj') && !childOf(child, 'nsubj')))
    return false;
  if (node.base === 'acl' && node.token.xpos === 'VBN' && node.rel !== 'acl:relcl') return true;
  if (node.base === 'conj' && node.parent && node.token.xpos === 'VBN' && !childOf(node, 'nsubj')) return isPassive(node.parent, words);
  if (node.base === 'advcl' || node.base === 'xcomp' || node.base === 'amod') return node.token.xpos === 'VBN';
  return words.transitive.has(node.lemma);
}
