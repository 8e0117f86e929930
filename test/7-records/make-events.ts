import { contentId } from '../../src/0-terms/content-id.ts';
import type { MergeKit } from '../../src/6-events/merge-kit.ts';

/** Merges by nothing: every happening of a report is an event of its own, unless a person rules otherwise. */
export const eachAlone: MergeKit = { wordWeights: { weight: () => 1 }, sameEvent: new Map([['bias', -9]]) };

/** Id of the event whose eldest account begins with this claim. */
export const eventOf = (claim: { readonly claim: string }): string => contentId('e', claim.claim);
