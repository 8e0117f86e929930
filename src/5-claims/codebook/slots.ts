import type { RoleName } from './codebook.ts';

/** Slots named for a relation; every other slot is the preposition that brings the word. */
export const RELATION_SLOTS = [
  'subj',
  'obj',
  'prt',
  'comp',
  'compound',
  'amod',
  'poss',
  'nummod',
  'advmod',
  'iobj',
  'appos',
  'aux',
  'negation',
  'speaker',
] as const;

/** Prepositions that may be a slot: a closed list, so that a slip of the pen is seen. */
export const PREPOSITION_SLOTS = [
  'about',
  'above',
  'across',
  'after',
  'against',
  'ahead',
  'along',
  'amid',
  'among',
  'around',
  'as',
  'at',
  'before',
  'behind',
  'below',
  'beside',
  'between',
  'beyond',
  'by',
  'despite',
  'during',
  'following',
  'for',
  'from',
  'in',
  'inside',
  'into',
  'near',
  'of',
  'off',
  'on',
  'onto',
  'out',
  'outside',
  'over',
  'past',
  'per',
  'since',
  'through',
  'throughout',
  'to',
  'toward',
  'towards',
  'under',
  'until',
  'upon',
  'via',
  'with',
  'within',
  'without',
] as const;

export const SLOTS: ReadonlySet<string> = new Set([...RELATION_SLOTS, ...PREPOSITION_SLOTS]);

/** Role names in the order in which pages show them. */
export const ROLES: readonly RoleName[] = ['actor', 'target', 'object', 'instrument', 'where'];

/** What a rule without `roles` fills, by the part of speech of its head. Roles that the type lacks fall away. */
export const DEFAULT_ROLES: Readonly<Record<'verb' | 'noun' | 'adj', ReadonlyMap<string, readonly RoleName[]>>> = {
  verb: new Map<string, readonly RoleName[]>([
    ['subj', ['actor']],
    ['obj', ['target', 'object']],
  ]),
  noun: new Map<string, readonly RoleName[]>([
    ['subj', ['actor']],
    ['obj', ['target', 'object']],
    ['poss', ['actor']],
    ['on', ['target', 'object']],
    ['against', ['target', 'object']],
    ['compound', ['instrument', 'object', 'actor']],
  ]),
  adj: new Map<string, readonly RoleName[]>([
    ['subj', ['target', 'object']],
    ['obj', ['target', 'object']],
  ]),
};
