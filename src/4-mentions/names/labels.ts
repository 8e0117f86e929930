/** The kinds of names that the model tells apart (those of the en-worldwide newswire corpus). */
export const NAME_TYPES = ['Person', 'Organization', 'Location', 'NORP', 'Facility', 'Misc', 'Product', 'Date', 'Money'] as const;
export type NameType = (typeof NAME_TYPES)[number];

/** Label 0 is outside; type t begins with 1 + 2t and goes on with 2 + 2t. */
export const LABELS = 1 + 2 * NAME_TYPES.length;

/** Type of a label, null for outside. */
export const typeOf = (label: number): NameType | null => (label === 0 ? null : (NAME_TYPES[(label - 1) >> 1] as NameType));

/** Whether a label begins a name. */
export const begins = (label: number): boolean => (label & 1) === 1;

/** Whether `next` may follow `label`: a name goes on only after the same type. */
export const mayFollow = (label: number, next: number): boolean => next === 0 || begins(next) || label === next || label === next - 1;

/** A tagged piece of a sentence: tokens from `first` to before `end`. */
export interface TokenSpan {
  readonly first: number;
  readonly end: number;
  readonly type: NameType;
}

/** The names that a sentence's labels spell. A name that goes on without a begin begins there. */
export function spansOf(labels: ArrayLike<number>): TokenSpan[] {
  const found: TokenSpan[] = [];
  let first = 0;
  let type: NameType | null = null;
  for (let i = 0; i <= labels.length; i++) {
    const label = i < labels.length ? (labels[i] as number) : 0;
    const next = typeOf(label);
    if (type !== null && (next !== type || begins(label))) found.push({ first, end: i, type });
    if (next !== null && (next !== type || begins(label))) first = i;
    type = next;
  }
  return found;
}
