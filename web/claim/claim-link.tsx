import type { ClaimSummary } from '../../src/index.ts';
import { link } from '../route.ts';

/** A claim in a line, which leads to its words in the report. */
export const ClaimLink = ({
  claim,
  toll = false,
}: {
  readonly claim: Pick<ClaimSummary, 'claim' | 'report' | 'statement'>;
  /** Whether its figures are told as well. */
  readonly toll?: boolean;
}) => (
  <a href={link(['reports', claim.report.id], { claim: claim.claim.id })}>
    <b>{claim.statement.head}</b>
    {claim.statement.rest}
    {toll && claim.statement.toll !== '' && `; ${claim.statement.toll}`}
  </a>
);
