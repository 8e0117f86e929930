import type { Node } from './graph.ts';

/** A noun and what is joined to it by "and", "or" or a comma. */
export function conjoined(node: Node): Node[] {
  const list = [node];
  for (const child of node.children)
    if (child.base === 'conj' && !isVerb(child) && !insideName(child, node)) list.push(...conjoined(child));
  return list;
}

/** "the Islamic State of Iraq and the Levant": one name, not two groups. */
const insideName = (child: Node, head: Node): boolean =>
  head.mention?.form === 'name' && head.mention.span[0] <= child.token.span[0] && child.token.span[1] <= head.mention.span[1];

const isVerb = (node: Node): boolean => node.token.upos === 'VERB' || node.token.upos === 'AUX';
