import type { Gender } from './chain-mention.ts';

const lists = (text: string): ReadonlySet<string> => new Set(text.split(' '));

export const MALE_WORDS = lists(
  'man men boy boys father son sons brother brothers husband king prince gunman gunmen policeman policemen businessman congressman spokesman chairman fisherman serviceman servicemen mr sir lord uncle nephew grandfather grandson widower imam mullah priest sheikh emir sultan pope bishop cardinal monk gentleman guy mr.',
);
export const FEMALE_WORDS = lists(
  'woman women girl girls mother daughter daughters sister sisters wife queen princess policewoman businesswoman congresswoman spokeswoman chairwoman servicewoman mrs ms miss lady aunt niece grandmother granddaughter widow nun actress mrs. ms.',
);

/** What a pronoun asks of what it stands for. */
export interface PronounWord {
  readonly gender: Gender | null;
  readonly plural: boolean | null;
  readonly person: boolean | null;
  /** 3 for he, she, it, they; 1 and 2 for the speaker and the one spoken to. */
  readonly who: 1 | 2 | 3;
  readonly possessive: boolean;
  readonly reflexive: boolean;
}

const word = (who: 1 | 2 | 3, gender: Gender | null, plural: boolean | null, person: boolean | null, how = ''): PronounWord => ({
  who,
  gender,
  plural,
  person,
  possessive: how === 'possessive',
  reflexive: how === 'reflexive',
});

export const PRONOUNS: ReadonlyMap<string, PronounWord> = new Map(
  Object.entries({
    he: word(3, 'm', false, true),
    him: word(3, 'm', false, true),
    his: word(3, 'm', false, true, 'possessive'),
    himself: word(3, 'm', false, true, 'reflexive'),
    she: word(3, 'f', false, true),
    her: word(3, 'f', false, true, 'possessive'),
    hers: word(3, 'f', false, true),
    herself: word(3, 'f', false, true, 'reflexive'),
    it: word(3, 'n', false, false),
    its: word(3, 'n', false, false, 'possessive'),
    itself: word(3, 'n', false, false, 'reflexive'),
    they: word(3, null, true, null),
    them: word(3, null, true, null),
    their: word(3, null, true, null, 'possessive'),
    theirs: word(3, null, true, null),
    themselves: word(3, null, true, null, 'reflexive'),
    i: word(1, null, false, true),
    me: word(1, null, false, true),
    my: word(1, null, false, true, 'possessive'),
    mine: word(1, null, false, true),
    myself: word(1, null, false, true, 'reflexive'),
    we: word(1, null, true, true),
    us: word(1, null, true, true),
    our: word(1, null, true, true, 'possessive'),
    ours: word(1, null, true, true),
    ourselves: word(1, null, true, true, 'reflexive'),
    you: word(2, null, null, true),
    your: word(2, null, null, true, 'possessive'),
    yours: word(2, null, null, true),
    yourself: word(2, null, null, true, 'reflexive'),
  }),
);
