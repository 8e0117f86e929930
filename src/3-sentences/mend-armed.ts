import type { Token } from './parsed-report.ts';
import { childrenOf, isNominal } from './token-tree.ts';

/**
 * "Gunmen armed with rifles stormed a hotel": behind a noun and before "with", what people are armed with is said of them; the verb
 * behind it is what they did. Treebanks of the web know no such subjects, and take "armed" for the clause's verb.
 */
export function armedWithArms(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    (token, n) =>
      /^armed$/i.test(token.form) &&
      token.upos === 'VERB' &&
      /^with$/i.test(tokens[n + 1]?.form ?? '') &&
      isNominal(tokens[n - 1]) &&
      !childrenOf(tokens, n).some((child) => /^aux/.test(tokens[child]?.deprel ?? '')),
  );
  const armed = tokens[at];
  if (!armed || armed.deprel.startsWith('acl')) return tokens;
  const people = headOfPhrase(tokens, at - 1, at);
  const verb = tokens.findIndex(
    (token, n) =>
      n > at + 2 &&
      token.upos === 'VERB' &&
      (token.head === at || armed.head === n || (token.deprel === 'ccomp' && token.head === armed.head)),
  );
  const arms = tokens.findIndex((token, n) => n > at + 1 && n < verb && isNominal(token) && !isNominal(tokens[n + 1]));
  // "Attacked by men armed with knives": people who are no subject have done nothing yet.
  if (verb < 0 || arms < 0 || !/^nsubj/.test(tokens[people]?.deprel ?? '')) return tokens;
  const passive = childrenOf(tokens, verb).some((child) => tokens[child]?.deprel === 'aux:pass');
  const under = (armed.head === verb ? tokens[verb] : armed) as Token;
  return tokens.map((token, n): Token => {
    if (n === at) return { ...token, xpos: 'VBN', head: people, deprel: 'acl' };
    if (n === people) return { ...token, head: verb, deprel: passive ? 'nsubj:pass' : 'nsubj' };
    if (n === verb) return { ...token, head: under.head, deprel: under.deprel };
    if (n === arms) return { ...token, head: at, deprel: 'obl' };
    if (n === at + 1) return { ...token, head: arms, deprel: 'case' };
    return token.head === at && (n < at || n > arms) ? { ...token, head: verb } : token;
  });
}

/** The noun before "armed", or what it is part of: "members of the GROUP armed with" are the members. */
function headOfPhrase(tokens: readonly Token[], noun: number, armed: number): number {
  let head = noun;
  for (let up = tokens[head]?.head ?? -1; up >= 0 && up < armed && isNominal(tokens[up]); up = tokens[head]?.head ?? -1) head = up;
  return head;
}
