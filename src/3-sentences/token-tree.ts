import type { Token } from './parsed-report.ts';

/** The places of what hangs on a token. */
export const childrenOf = (tokens: readonly Token[], head: number): number[] =>
  tokens.flatMap((token, at) => (token.head === head ? [at] : []));

export const isNominal = (token: Token | undefined): boolean =>
  token !== undefined && ['NOUN', 'PROPN', 'PRON', 'NUM'].includes(token.upos);

/** Whether every token leads up to a root. */
export const isTree = (tokens: readonly Token[]): boolean =>
  tokens.every(({ head }) => {
    let up = head;
    for (let steps = 0; up >= 0 && steps <= tokens.length; steps++) up = tokens[up]?.head ?? -1;
    return up < 0;
  });
