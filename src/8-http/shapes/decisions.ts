import { CORRECTED_FIELDS } from '../../6-events/correction.ts';
import type { ClaimAnchor, Decision } from '../../6-events/decision.ts';
import type { Agreement } from '../../7-records/decision-store.ts';
import type { DecisionRequest } from '../answers.ts';
import { count, maybeText, shape, span, text, z } from './shape.ts';

export const field = z.enum(CORRECTED_FIELDS as [(typeof CORRECTED_FIELDS)[number]]);
export const anchor = shape<ClaimAnchor>('ClaimAnchor')(z.object({ report: text, claim: text, type: text, trigger: span }));
const anchors = z.array(anchor);

const ruling = shape<Decision['ruling']>('Ruling')(
  z.union([
    z.object({ kind: z.enum(['accept', 'reject']), claims: anchors }),
    z.object({
      kind: z.literal('correct'),
      of: z.enum(['claim', 'event']).optional(),
      claim: anchor,
      also: anchors.optional(),
      field,
      value: text,
    }),
    z.object({ kind: z.enum(['same', 'different']), a: anchor, b: anchor }),
    z.object({ kind: z.literal('split'), off: anchors, from: anchors }),
    z.object({ kind: z.literal('note'), claim: anchor }),
    z.object({ kind: z.literal('undo'), decision: text }),
  ]),
);
const bare = { id: text, who: text, coder: maybeText, at: text, why: text, ruling };
export const decision = shape<Decision>('Decision')(z.object(bare));
export const decisionParts = { ...bare, undone: maybeText, holds: z.boolean() };

const words = z.string().trim().min(1).max(500);
const long = z.string().trim().max(10_000);
const by = { who: words.max(200), why: long.optional(), coder: words.max(200).optional() };
/** What a person asks for; one object a kind. */
export const decisionRequest = shape<DecisionRequest>('DecisionRequest')(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('accept'), id: words, ...by }),
    z.object({ kind: z.literal('reject'), id: words, ...by }),
    z.object({ kind: z.literal('note'), id: words, ...by }),
    z.object({ kind: z.literal('correct'), id: words, field, value: z.string().trim().min(1).max(2000), ...by }),
    z.object({ kind: z.literal('same'), id: words, other: words, ...by }),
    z.object({ kind: z.literal('different'), id: words, other: words, ...by }),
    z.object({ kind: z.literal('split'), id: words, claims: z.array(words).min(1).max(1000), ...by }),
    z.object({ kind: z.literal('undo'), decision: words, ...by }),
  ]),
);

export const agreement = shape<Agreement>('Agreement')(
  z.object({
    about: text,
    coders: z.array(text),
    claims: count,
    alpha: z.number().nullable(),
    distance: z.enum(['nominal', 'days', 'figures', 'names']),
  }),
);
