/** What a marked word is to a claim. The first in this order gives a word its look where several meet. */
export const KINDS = ['trigger', 'actor', 'target', 'means', 'place', 'time', 'toll', 'source'] as const;
export type Kind = (typeof KINDS)[number];
