import { incidentClaims, sameFeatures } from '../../eval/muc4/incidents.ts';
import type { Weights } from '../../eval/muc4/linear.ts';
import { plainTemplate } from '../../eval/muc4/respond.ts';
import { bestKey } from '../../eval/muc4/score.ts';
import type { Muc4Document } from '../../eval/muc4/template.ts';
import type { CodedReport } from '../../src/5-claims/coded-report.ts';
import type { Sample } from '../confidence/logistic.ts';
import { fitSparse } from '../sparse-logistic.ts';
import type { Dateline, MucType } from './dev-reports.ts';

const PENALTY = 4;
/** Held out, the most templates of the key are told apart at 0.8; 0.65 and 0.5 join what is two. */
const THRESHOLD = 0.8;

/** Pairs of claims that fit the same template of the key best, or two different ones. A claim that fits none teaches nothing. */
export function incidentSamples(
  { document, report, dateline }: { readonly document: Muc4Document; readonly report: CodedReport; readonly dateline: Dateline },
  mucType: MucType,
): Sample[] {
  const about = incidentClaims(report, mucType).flatMap(({ claim, type }) => {
    const response = plainTemplate({ type, claims: [claim] }, report, dateline);
    const key = response ? bestKey(document.templates, response) : null;
    return key === null ? [] : [{ claim, key }];
  });
  return about.flatMap((later, at) =>
    about.slice(0, at).map((earlier) => ({
      features: sameFeatures(earlier.claim, later.claim, report, mucType),
      right: earlier.key === later.key,
      group: document.docid,
    })),
  );
}

/** Fits whether two claims are about one incident. */
export function fitIncidents(samples: readonly (readonly Sample[])[]): Weights {
  const weights = new Map([['threshold', THRESHOLD]]);
  for (const [feature, weight] of fitSparse(samples.flat(), PENALTY)) weights.set(`SAME ${feature}`, weight);
  return weights;
}
