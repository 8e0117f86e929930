import type { Expression } from '../expression.ts';

/** One idea that improves the list of expressions before they are tied to days. `text` is the smoothed text. */
export type Refiner = (expressions: readonly Expression[], text: string) => Expression[];
