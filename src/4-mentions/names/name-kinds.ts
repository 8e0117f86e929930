import type { EntityKind } from '../../0-terms/entity-kind.ts';
import type { NameType } from './labels.ts';

/** Tells groups and government bodies from other organisations, and weapons from other products, by what their names say. */
export interface NameKinds {
  /** Kind of a name of the given type, written as `text`. */
  kindOf(type: NameType, text: string): EntityKind;
  /** Kind of a name of the actors lexicon, null for others. */
  readonly known: KnownName;
}

const PLAIN: Readonly<Record<NameType, EntityKind>> = {
  Person: 'person',
  Organization: 'organisation',
  Location: 'place',
  NORP: 'nationality',
  Facility: 'facility',
  Misc: 'other',
  Product: 'other',
  Date: 'other',
  Money: 'other',
};

/** Which kinds a list may make of which types. */
const FROM: Readonly<Record<string, readonly NameType[]>> = {
  group: ['Organization', 'NORP', 'Misc', 'Location', 'Facility', 'Product', 'Person'],
  government: ['Organization', 'Facility', 'Misc', 'Location'],
  organisation: ['Misc', 'NORP', 'Location', 'Product'],
  facility: ['Location', 'Organization', 'Misc', 'Product'],
  event: ['Misc', 'Organization', 'Product'],
  weapon: ['Product', 'Misc'],
  nationality: ['Misc', 'Location'],
};

/** A whole name known to be of a kind, or null. */
export type KnownName = (text: string) => EntityKind | null;

/**
 * Reads the word lists: one line `KIND HOW TAB word word …`; HOW is `last` (the name's last word, or the word before "of"), `any` (any word) or `whole`.
 * Underscores stand for spaces. `known` tells the kind of names in the actors lexicon, which wins over the lists.
 */
export function nameKindsFromText(text: string, known: KnownName): NameKinds {
  const lists: { kind: EntityKind; how: string; words: Set<string> }[] = [];
  for (const line of text.split('\n')) {
    const [head, words] = line.split('\t');
    if (line.startsWith('#') || !head || !words) continue;
    const [kind, how] = head.split(' ') as [EntityKind, string];
    lists.push({
      kind,
      how,
      words: new Set(
        words
          .trim()
          .split(' ')
          .map((word) => word.replaceAll('_', ' ')),
      ),
    });
  }
  return {
    known,
    kindOf(type, written) {
      // Persian and Urdu "of" joins the words of movements and provinces, not of persons: Walayat-e-Khurasan, Tehrik-e-Taliban.
      const sure = known(written);
      if (type === 'Person' && sure === 'group' && /\p{L}-[ei]-\p{L}/u.test(written)) return sure;
      if (type === 'Person' || type === 'Date' || type === 'Money') return PLAIN[type];
      if (sure && (FROM[sure]?.includes(type) || PLAIN[type] === sure)) return sure;
      const whole = written
        .toLowerCase()
        .replace(/[’']s?$/, '')
        .replace(/^the /, '');
      const words = whole.split(/[\s-]+/);
      const of = words.findIndex((word, i) => i > 0 && (word === 'of' || word === 'for' || word === 'in'));
      const head = of > 0 ? words[of - 1] : words.at(-1);
      for (const { kind, how, words: list } of lists) {
        if (!FROM[kind]?.includes(type)) continue;
        const hit = how === 'whole' ? list.has(whole) : how === 'last' ? list.has(head ?? '') : words.some((word) => list.has(word));
        if (hit) return kind;
      }
      return PLAIN[type];
    },
  };
}
