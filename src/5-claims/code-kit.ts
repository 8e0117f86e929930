import type { Lemmas } from '../3-sentences/lemma.ts';
import type { NounClasses } from '../4-mentions/noun-classes.ts';
import type { Gazetteer } from '../4-mentions/places/gazetteer.ts';
import type { Codebook, EventType, Rule } from './codebook/codebook.ts';
import type { SlotWords } from './slots.ts';

/** A logistic model: a weight by feature name. Fitted by `npm run train -- confidence`. */
export type ConfidenceModel = ReadonlyMap<string, number>;

/** What floor 5 needs: the codebook, made ready for matching, and what common nouns stand for. */
export interface CodeKit {
  readonly codebook: Codebook;
  readonly matcher: Matcher;
  readonly lemmas: Lemmas;
  /** How likely a claim is right; `data/models/en/confidence/weights.tsv`. */
  readonly confidence: ConfidenceModel;
  readonly nounClasses: NounClasses;
  readonly gazetteer: Gazetteer;
}

/** The codebook's rules by lemma of the head word, and its word lists under the names the engine uses. */
export interface Matcher {
  readonly byLemma: ReadonlyMap<string, readonly TypedRule[]>;
  readonly slotWords: SlotWords;
  /** Whether a rule is about this verb. */
  readonly isVerb: (lemma: string) => boolean;
  /** A word list of the codebook; empty when the codebook has none of that name. */
  words(name: string): ReadonlySet<string>;
}
export interface TypedRule {
  readonly type: EventType;
  readonly rule: Rule;
  /** Place in the codebook: the earlier rule wins a tie. */
  readonly order: number;
}

const EMPTY: ReadonlySet<string> = new Set();

export function matcherOf(codebook: Codebook): Matcher {
  const byLemma = new Map<string, TypedRule[]>();
  let order = 0;
  const transitive = new Set<string>();
  const verbs = new Set<string>();
  for (const type of codebook.types) {
    for (const rule of type.rules) {
      order++;
      for (const lemma of rule.lemma) {
        const list = byLemma.get(lemma) ?? [];
        list.push({ type, rule, order });
        byLemma.set(lemma, list);
        if (rule.pos === 'verb') verbs.add(lemma);
        if (rule.pos === 'verb' && rule.toll) transitive.add(lemma);
      }
    }
  }
  const words = (name: string): ReadonlySet<string> => codebook.words.get(name) ?? EMPTY;
  for (const lemma of [...words('killing'), ...words('injuring')]) transitive.add(lemma);
  // These do something by themselves too: "the bomber died", "he escaped".
  for (const lemma of ['die', 'escape', 'flee', 'surrender', 'explode', 'drown', 'perish', 'disappear', 'succumb'])
    transitive.delete(lemma);
  return {
    byLemma,
    slotWords: { light: words('light'), transitive, intransitive: words('intransitive') },
    isVerb: (lemma) => verbs.has(lemma),
    words,
  };
}
