import type { Claim, CodedReport } from '../../src/5-claims/coded-report.ts';
import type { Kit } from '../../src/kit.ts';
import { loadKit } from '../../src/load-kit.ts';
import { read } from '../../src/read.ts';

export const theKit: Kit = loadKit();
/** With a codebook that counts ordinary crime too. */
export const kitOfAllViolence = (): Kit => ({ ...theKit, codebook: { ...theKit.codebook, ordinaryCrime: true } });

/** Reads a text as a report published on Wednesday 2024-05-15. */
export const readText = (text: string, kit = theKit): CodedReport =>
  read({ source: 'test', url: null, mediaType: 'text/plain', text, published: '2024-05-15', notes: [] }, kit);

/** The claim of a type, or a failure that says what was found instead. */
export function claimOf(
  text: string,
  type: string,
): { readonly claim: Claim; readonly words: (span: readonly [number, number]) => string; readonly report: CodedReport } {
  const report = readText(text);
  const claim = report.claims.find((each) => each.type === type);
  if (!claim) throw new Error(`no ${type} in "${text}", but ${report.claims.map((each) => each.type).join(', ') || 'nothing'}`);
  return { claim, words: (span) => report.text.slice(span[0], span[1]), report };
}
