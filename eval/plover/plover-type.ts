import { cut } from '../../src/0-terms/span.ts';
import type { Claim, CodedReport } from '../../src/5-claims/coded-report.ts';

/** Types of PLOVER whose announcement is an agreement to them, not yet the act. */
const COOPERATIVE = new Set(['AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'CONCEDE', 'RETREAT']);
/** Types whose announcement is a threat of them. */
const CONFLICTUAL = new Set(['PROTEST', 'SANCTION', 'COERCE', 'ASSAULT', 'MOBILIZE', 'REJECT']);
/** Words that take a measure back: "lifted the curfew", "removing the sanctions". */
const TAKES_BACK = /\b(?:lift|eas|shorten|relax|remov|reopen|re-open|end|loosen|repeal)(?:s|ed|d|ing|en|ened|ening)?\b/i;

/** `ASSAULT / RETREAT-ceasefire` as the types `ASSAULT` and `RETREAT`. */
export const rootsOf = (crosswalk: string): string[] =>
  crosswalk
    .split('/')
    .map((part) => part.trim().split('-')[0] ?? '')
    .filter((root) => /^[A-Z]+$/.test(root));

/**
 * The PLOVER types that a claim may be counted as. PLOVER codes what is announced by its own types: a promised withdrawal is AGREE,
 * an announced blockade THREATEN, talks refused or failed REJECT, a curfew lifted CONCEDE.
 */
export function ploverTypes(claim: Claim, roots: readonly string[], report: CodedReport): readonly string[] {
  const cooperative = roots.some((root) => COOPERATIVE.has(root));
  if (claim.polarity === 'denied') return ['REJECT'];
  if ((claim.type === 'restriction' || claim.type === 'sanction') && TAKES_BACK.test(cut(report.text, claim.trigger)))
    return claim.stage === 'planned' ? ['AGREE'] : ['CONCEDE', 'RETREAT'];
  if (claim.stage === 'attempted' && cooperative) return ['REJECT'];
  if (claim.stage === 'planned' && cooperative) return ['AGREE'];
  if ((claim.stage === 'planned' || claim.stage === 'threatened') && roots.some((root) => CONFLICTUAL.has(root))) return ['THREATEN'];
  return roots;
}

/** The claim that the sentence is about: the one whose trigger stands highest in its tree, then the surest. */
export function mainClaim(claims: readonly Claim[], report: CodedReport): Claim | undefined {
  let best: { readonly claim: Claim; readonly depth: number } | undefined;
  for (const claim of claims) {
    const depth = depthOf(claim, report);
    if (best === undefined || depth < best.depth || (depth === best.depth && claim.confidence > best.claim.confidence))
      best = { claim, depth };
  }
  return best?.claim;
}

/** Steps from a claim's trigger up to the root of its sentence, sentences before it counted as one step each. */
function depthOf(claim: Claim, report: CodedReport): number {
  const at = report.sentences.findIndex((s) => s.span[0] <= claim.trigger[0] && claim.trigger[0] < s.span[1]);
  const tokens = report.sentences[at]?.tokens ?? [];
  let token = tokens.findIndex((t) => t.span[0] <= claim.trigger[0] && claim.trigger[0] < t.span[1]);
  let depth = Math.max(at, 0);
  while (token >= 0 && depth < 60) {
    const head = tokens[token]?.head ?? -1;
    if (head < 0 || head === token) break;
    token = head;
    depth += 1;
  }
  return depth;
}
