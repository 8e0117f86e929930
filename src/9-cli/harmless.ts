/**
 * Text from a report as a terminal may print it: no escape sequences, control characters or direction overrides, which could
 * rewrite the screen or hide words. Line ends and tabs become spaces.
 */
export const harmless = (text: string): string => text.replace(/\s+/g, ' ').replace(HARMFUL, '');

// C0 and C1 controls, zero-width and direction marks, the byte order mark, lone surrogates.
const HARMFUL = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/gu;
