import { compareFill } from '../../eval/muc4/compare.ts';
import { fillerFeatures, viewOf } from '../../eval/muc4/filler-features.ts';
import { type Chosen, canFill, FILLED, FILLED_SLOTS, type FilledSlot, variantFeatures } from '../../eval/muc4/fillers.ts';
import { givenBy } from '../../eval/muc4/given.ts';
import type { Weights } from '../../eval/muc4/linear.ts';
import { nounPhrases } from '../../eval/muc4/noun-phrases.ts';
import { CONFIDENCES } from '../../eval/muc4/organisations.ts';
import {
  BLANK,
  categoryFeatures,
  effectFeatures,
  personTypeFeatures,
  SET_FILLS,
  type SetFill,
  thingTypeFeatures,
} from '../../eval/muc4/set-fills.ts';
import { peopleOf, titles } from '../../eval/muc4/targets.ts';
import { type Fill, fillsOf, type KeyTemplate, type SlotName } from '../../eval/muc4/template.ts';
import type { Sample } from '../confidence/logistic.ts';
import { fitSparse } from '../sparse-logistic.ts';
import type { DevReport } from './dev-reports.ts';

const PENALTY = 4;
/** The least likelihood of a filler, by slot: where F is best on parts of DEV that were held out; it is flat around. */
export const THRESHOLDS: Readonly<Record<FilledSlot, number>> = {
  individual: 0.33,
  thing: 0.27,
  person: 0.33,
  people: 0.3,
  weapon: 0.3,
  organisation: 0.3,
};

/** What is to be learned from one report, by model. */
export type FillerSamples = ReadonlyMap<string, readonly Sample[]>;

/** Fits which phrases fill the slots of an incident, how they are put, and what the set fillers about them are. */
export function fitFillers(reports: readonly FillerSamples[]): Weights {
  const samples = new Map<string, Sample[]>();
  for (const report of reports)
    for (const [model, list] of report) {
      const all = samples.get(model) ?? [];
      all.push(...list);
      samples.set(model, all);
    }
  const weights = new Map<string, number>();
  for (const [model, list] of samples) for (const [feature, weight] of fitSparse(list, PENALTY)) weights.set(`${model} ${feature}`, weight);
  for (const slot of FILLED_SLOTS) weights.set(`threshold:${slot}`, THRESHOLDS[slot]);
  return weights;
}

/** What a report's incidents, each beside the template of the key that it is about, teach of fillers. */
export function fillerSamples({ document, report, pairs }: DevReport): FillerSamples {
  const samples = new Map<string, Sample[]>();
  const put = (model: string, features: readonly string[], right: boolean): void => {
    const list = samples.get(model) ?? [];
    list.push({ features, right, group: document.docid });
    samples.set(model, list);
  };
  const label = (model: SetFill, features: readonly string[], said: string): void => {
    for (const each of SET_FILLS[model]) put(`${model}:${each}`, features, each === said);
  };
  if (pairs.length === 0) return samples;
  const phrases = nounPhrases(report);
  const view = viewOf(report, phrases);
  for (const { incident, key } of pairs) {
    const given = givenBy(incident, report);
    const found = new Map<FilledSlot, { readonly fill: Fill; readonly chosen: Chosen }[]>(FILLED_SLOTS.map((slot) => [slot, []]));
    for (const phrase of phrases) {
      const features = fillerFeatures(phrase, incident, view, given);
      for (const slot of FILLED_SLOTS) {
        if (!canFill(phrase, slot)) continue;
        const fills = fillsOf(key, FILLED[slot].slot);
        const matches = phrase.variants.map((variant) => fills.find((fill) => isFiller(FILLED[slot].slot, fill, variant.text)));
        const at = matches.findIndex((fill) => fill !== undefined);
        put(`FILL:${slot}`, features, at >= 0);
        const [fill, variant] = [matches[at], phrase.variants[at]];
        if (!fill || !variant) continue;
        for (const [v, one] of phrase.variants.entries())
          put(`VARIANT:${slot}`, variantFeatures(one, phrase, slot, given), matches[v] !== undefined);
        found.get(slot)?.push({ fill, chosen: { phrase, features, text: variant.text, likelihood: 1 } });
      }
    }
    const people = found.get('people') ?? [];
    const names = found.get('person') ?? [];
    for (const person of peopleOf(
      names.map((n) => n.chosen),
      people.map((p) => p.chosen),
      report,
    )) {
      const fills = [...names, ...people].filter((f) => person.chosen.includes(f.chosen)).map((f) => f.fill);
      label('personEffect', effectFeatures(person.chosen, incident, report), tagged(key, 'hum_tgt_effect_of_incident', fills) ?? BLANK);
      const type = tagged(key, 'hum_tgt_type', fills);
      if (type) label('personType', personTypeFeatures([...person.descriptions, ...titles(person, report)]), type);
    }
    for (const { fill, chosen } of found.get('thing') ?? []) {
      label('thingEffect', effectFeatures([chosen], incident, report), tagged(key, 'phys_tgt_effect_of_incident', [fill]) ?? BLANK);
      const type = tagged(key, 'phys_tgt_type', [fill]);
      if (type) label('thingType', thingTypeFeatures(chosen.text), type);
    }
    for (const { fill, chosen } of found.get('organisation') ?? []) {
      const said = tagged(key, 'perp_organization_confidence', [fill]);
      if (said) for (const each of CONFIDENCES) put(`confidence:${each}`, chosen.features, each === said);
    }
    const texts = (slot: FilledSlot): string[] => [...new Set((found.get(slot) ?? []).map((f) => f.chosen.text))];
    const organisations = fillsOf(key, 'perp_organization_id').flatMap((fill) => fill.alts.slice(0, 1).map((a) => a.value));
    label(
      'category',
      categoryFeatures(incident, texts('individual'), organisations, [...texts('person'), ...texts('people'), ...texts('thing')], report),
      fillsOf(key, 'perp_incident_category')[0]?.alts[0]?.value ?? BLANK,
    );
  }
  return samples;
}

const isFiller = (slot: SlotName, fill: Fill, text: string): boolean => compareFill(slot, fill, { value: text }, () => true) === 'correct';

/** What a slot of the key says of these fillers of another. */
function tagged(key: KeyTemplate, slot: SlotName, fills: readonly Fill[]): string | undefined {
  const names = new Set(fills.flatMap((fill) => fill.alts.map((a) => a.value)));
  for (const fill of fillsOf(key, slot)) for (const alt of fill.alts) if ((alt.tags ?? []).some((tag) => names.has(tag))) return alt.value;
  return undefined;
}
