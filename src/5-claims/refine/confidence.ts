import type { ConfidenceModel } from '../code-kit.ts';
import type { Context, Draft } from '../draft.ts';
import type { Node } from '../graph.ts';

/** The model from its file: one `feature TAB weight` a line; lines that start with # are notes. */
export function confidenceFromText(text: string): ConfidenceModel {
  const weights = new Map<string, number>();
  for (const line of text.split('\n')) {
    const tab = line.indexOf('\t');
    if (tab > 0 && !line.startsWith('#')) weights.set(line.slice(0, tab), Number(line.slice(tab + 1)));
  }
  return weights;
}

/** How likely the claim is right, from 0 to 1, two decimals. */
export function confidenceOf(draft: Draft, drafts: readonly Draft[], context: Context): number {
  let logit = 0;
  for (const feature of confidenceFeatures(draft, drafts, context)) logit += context.kit.confidence.get(feature) ?? 0;
  return Math.round(100 / (1 + Math.exp(-logit))) / 100;
}

/**
 * What speaks for or against a draft: the rule, the roles that were filled, where in the report and in its sentence the trigger
 * stands, and whether the report has told of such an act before. Binary features, by name.
 */
export function confidenceFeatures(draft: Draft, drafts: readonly Draft[], context: Context): string[] {
  const { node, rule, roles } = draft;
  const features = ['bias', `family=${draft.type.family}`, `pos=${rule.pos}`, `stage=${draft.stage}`];
  const add = (name: string, holds: boolean): void => {
    if (holds) features.push(name);
  };
  add('weak', rule.weak);
  add('specific', rule.has.length > 0 || rule.phrase !== undefined);
  add('denied', draft.polarity === 'denied');
  for (const role of ['actor', 'target', 'object', 'instrument'] as const) {
    add(`${role}`, roles[role].length > 0);
    add(
      `${role}-named`,
      roles[role].some((part) => part.entity !== null),
    );
    add(
      `${role}-pronoun`,
      roles[role].some((part) => part.node.token.upos === 'PRON'),
    );
  }
  const filled = (['actor', 'target', 'object'] as const).filter((role) => roles[role].length > 0).length;
  features.push(`filled=${filled}`);
  add('when', draft.when !== null);
  add('when-near', draft.when?.rule.endsWith('/clause') ?? false);
  add('where', draft.where !== null);
  add('where-near', draft.where?.rule.endsWith('/clause') ?? false);
  add('toll', draft.toll.length > 0);
  add('told-again', draft.tellings.length > 0);
  add('told-often', draft.tellings.length > 2);
  add('said', draft.saidBy.length > 0);
  add(
    'in-direct-quote',
    context.graph.report.quotes.some(
      (quote) => quote.direct && quote.content[0] <= draft.trigger[0] && draft.trigger[1] <= quote.content[1],
    ),
  );
  add('early', node.sentence < 3);
  add('first', node.sentence === 0);
  features.push(`link=${linkOf(node)}`);
  add('plural-noun', node.token.xpos === 'NNS' || node.token.xpos === 'NNPS');
  add('determined-noun', rule.pos === 'noun' && node.children.some((child) => child.base === 'det' || child.rel === 'nmod:poss'));
  add('bare-noun', rule.pos === 'noun' && filled === 0);
  add('bare-verb', rule.pos === 'verb' && filled === 0);
  add(
    'type-told-before',
    drafts.some((other) => other !== draft && other.type === draft.type && other.trigger[0] < draft.trigger[0]),
  );
  add(
    'violence-report',
    drafts.some((other) => other !== draft && other.type.family === 'violence'),
  );
  add('lone', drafts.length < 3);
  return features;
}

const LINKS = new Set([
  'root',
  'acl:relcl',
  'acl',
  'advcl',
  'conj',
  'ccomp',
  'xcomp',
  'obj',
  'obl',
  'nmod',
  'compound',
  'nsubj',
  'nsubj:pass',
  'parataxis',
  'amod',
  'appos',
]);
const linkOf = (node: Node): string => (LINKS.has(node.rel) ? node.rel : LINKS.has(node.base) ? node.base : 'other');
