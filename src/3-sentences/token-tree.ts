import type { Token } from './parsed-report.ts';

/** The places of what hangs on a token. */
export const childrenOf = (tokens: readonly Token[], head: number): number[] =>
  tokens.flatMap((token, at) => (token.head === head ? [at] : []));

export const isNominal = (token: Token | undefined): boolean =>
  token !== undefined && ['NOUN', 'PROPN', 'PRON', 'NUM'].includes(token.upos);
