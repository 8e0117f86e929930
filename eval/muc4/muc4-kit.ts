import type { Kit } from '../../src/kit.ts';

/** How unsure a claim may be: whether its incident belongs in a key is decided by a model of its own, which sees the confidence. */
const LEAST_CONFIDENCE = 0.25;

/** A kit that keeps claims which are too unsure for a record. */
export const muc4Kit = (kit: Kit): Kit => ({ ...kit, confidence: new Map(kit.confidence).set('threshold', LEAST_CONFIDENCE) });
