import type { Chosen } from './fillers.ts';
import type { Weights } from './linear.ts';
import { confidenceOf } from './organisations.ts';
import { unique } from './phrases.ts';
import type { Response } from './template.ts';

/** Who did it, and which organisations are behind them, how surely. */
export function perpetratorSlots(individuals: readonly Chosen[], organisations: readonly Chosen[], weights: Weights): Response {
  return {
    perp_individual_id: unique(individuals.map(({ text }) => ({ value: text }))),
    perp_organization_id: unique(organisations.map(({ text }) => ({ value: text }))),
    perp_organization_confidence: unique(organisations.map((o) => ({ value: confidenceOf(o, weights), tags: [o.text] }))),
  };
}
