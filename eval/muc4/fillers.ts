import { bareString } from './compare.ts';
import { fillerFeatures, type GivenTexts, type ReportView } from './filler-features.ts';
import type { Incident } from './incidents.ts';
import { likelihood, type Weights, weightsFrom } from './linear.ts';
import type { NounPhrase, Variant } from './noun-phrases.ts';

export const FILLERS_FILE = new URL('./fillers.tsv', import.meta.url);

/** The model of the repository. */
export const fillerModel = (): Weights => weightsFrom(FILLERS_FILE);

/** The slots whose fillers are words of the report, by a short name, with the kinds of phrase that fill them. */
export const FILLED = {
  individual: { slot: 'perp_individual_id', kinds: ['name', 'words'] },
  thing: { slot: 'phys_tgt_id', kinds: ['words'] },
  person: { slot: 'hum_tgt_name', kinds: ['name'] },
  people: { slot: 'hum_tgt_description', kinds: ['words'] },
  weapon: { slot: 'incident_instrument_id', kinds: ['words'] },
  organisation: { slot: 'perp_organization_id', kinds: ['body', 'words'] },
} as const;
export type FilledSlot = keyof typeof FILLED;
export const FILLED_SLOTS = Object.keys(FILLED) as FilledSlot[];

/** A phrase that fills a slot, as it is put there. */
export interface Chosen {
  readonly phrase: NounPhrase;
  readonly text: string;
  readonly features: readonly string[];
  readonly likelihood: number;
}

export const canFill = (phrase: NounPhrase, slot: FilledSlot): boolean => (FILLED[slot].kinds as readonly string[]).includes(phrase.kind);

/** What speaks for one way of putting a phrase: its own features, and those beside the slot. */
export const variantFeatures = (variant: Variant, phrase: NounPhrase, slot: FilledSlot, given: GivenTexts): string[] => [
  'bias',
  ...variant.features.map((f) => `${phrase.kind} ${f}`),
  ...(given.get(slot)?.has(variant.text) ? ['given'] : []),
];

/** The way to put a phrase that is likeliest to be the key's. */
export function bestVariant(phrase: NounPhrase, slot: FilledSlot, weights: Weights, given: GivenTexts): string {
  let best = { text: '', p: -1 };
  for (const variant of phrase.variants) {
    const p = likelihood(`VARIANT:${slot}`, variantFeatures(variant, phrase, slot, given), weights);
    if (p > best.p) best = { text: variant.text, p };
  }
  return best.text;
}

/** The phrases that are likely to fill each slot of an incident, the likeliest first; one a person, thing or group however often it is named. */
export function chooseFillers(
  phrases: readonly NounPhrase[],
  incident: Incident,
  view: ReportView,
  weights: Weights,
  given: GivenTexts,
): Readonly<Record<FilledSlot, readonly Chosen[]>> {
  const featured = phrases.map((phrase) => ({ phrase, features: fillerFeatures(phrase, incident, view, given) }));
  const choose = (slot: FilledSlot): Chosen[] => {
    const least = weights.get(`threshold:${slot}`) ?? 0.5;
    const likely = featured
      .filter(({ phrase }) => canFill(phrase, slot))
      .map(({ phrase, features }) => ({ phrase, features, likelihood: likelihood(`FILL:${slot}`, features, weights) }))
      .filter((c) => c.likelihood >= least)
      .sort((a, b) => b.likelihood - a.likelihood);
    const chosen: Chosen[] = [];
    for (const one of likely) {
      const text = bestVariant(one.phrase, slot, weights, given);
      if (text !== '' && !chosen.some((other) => same(other, one.phrase, text))) chosen.push({ ...one, text });
    }
    return chosen;
  };
  return {
    individual: choose('individual'),
    thing: choose('thing'),
    person: choose('person'),
    people: choose('people'),
    weapon: choose('weapon'),
    organisation: choose('organisation'),
  };
}

/** Whether a phrase names again what another has named: one entity, one head word, or the words of the one within those of the other. */
function same(taken: Chosen, phrase: NounPhrase, text: string): boolean {
  if (bareString(taken.text) === bareString(text)) return true;
  if (phrase.entity !== null && phrase.entity === taken.phrase.entity && phrase.kind === taken.phrase.kind) return true;
  const [a, b] = [wordsOf(taken.text), wordsOf(text)];
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if ([...small].every((word) => large.has(word))) return true;
  return phrase.kind === 'words' && phrase.lemma === taken.phrase.lemma && phrase.sentence !== taken.phrase.sentence;
}
const wordsOf = (text: string): Set<string> =>
  new Set(
    bareString(text)
      .split(/[^A-Z0-9']+/)
      .filter((w) => w !== ''),
  );
