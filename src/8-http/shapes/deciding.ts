import type { DecisionAnswer, DifferenceView, ReviewQueue } from '../answers.ts';
import { anchor, decision } from './decisions.ts';
import { eventSummary } from './events.ts';
import { claimView } from './record.ts';
import { pageOf, shape, text, z } from './shape.ts';

export const decisionAnswer = shape<DecisionAnswer>('DecisionAnswer')(z.object({ decision, events: z.array(eventSummary) }));
export const reviewQueue = shape<ReviewQueue>('ReviewQueue')(pageOf(claimView));
export const differenceView = shape<DifferenceView>('DifferenceView')(
  z.object({
    about: text,
    of: z.enum(['claim', 'event']),
    anchors: z.array(anchor),
    answers: z.array(z.object({ coder: text, value: text, decision: text, why: text, claims: z.array(text).optional() })),
    claims: z.array(claimView),
  }),
);
