import { bareString, compareFill, shareWord, type TagMatch } from './compare.ts';
import { type Fill, fillsOf, type KeyTemplate, type Response, SLOTS, type SlotName, type Value } from './template.ts';

/** Fillers of one slot: as the key wants them, as the response gives them, and how they agree. */
export interface Tally {
  correct: number;
  partial: number;
  incorrect: number;
  missing: number;
  spurious: number;
}
export type Tallies = Record<SlotName, Tally>;

const blank = (): Tally => ({ correct: 0, partial: 0, incorrect: 0, missing: 0, spurious: 0 });
export const noTallies = (): Tallies => Object.fromEntries(SLOTS.map((s) => [s, blank()])) as Tallies;

export const possible = (t: Tally): number => t.correct + t.partial + t.incorrect + t.missing;
const actual = (t: Tally): number => t.correct + t.partial + t.incorrect + t.spurious;

/** Recall, precision and F of a tally (a partial is half a correct one); 0 where nothing was wanted or given. */
export function rates(t: Tally): { readonly recall: number; readonly precision: number; readonly f: number } {
  const credit = t.correct + t.partial / 2;
  const recall = possible(t) ? credit / possible(t) : 0;
  const precision = actual(t) ? credit / actual(t) : 0;
  return { recall, precision, f: recall + precision ? (2 * recall * precision) / (recall + precision) : 0 };
}

export function add(into: Tallies, more: Tallies): void {
  for (const slot of SLOTS) {
    for (const key of Object.keys(blank()) as (keyof Tally)[]) into[slot][key] += more[slot][key];
  }
}
export const sum = (tallies: Tallies): Tally =>
  SLOTS.reduce((all, slot) => {
    for (const key of Object.keys(all) as (keyof Tally)[]) all[key] += tallies[slot][key];
    return all;
  }, blank());

/** Slots of which one must agree before two templates may be about one incident. */
const ALIGNING: readonly SlotName[] = [
  'phys_tgt_id',
  'phys_tgt_type',
  'hum_tgt_name',
  'hum_tgt_description',
  'hum_tgt_type',
  'perp_individual_id',
  'perp_organization_id',
];
/** The slot that a tagged filler speaks of. */
const TAGGED: Readonly<Partial<Record<SlotName, readonly SlotName[]>>> = {
  incident_instrument_type: ['incident_instrument_id'],
  perp_organization_confidence: ['perp_organization_id'],
  phys_tgt_type: ['phys_tgt_id'],
  phys_tgt_number: ['phys_tgt_id'],
  phys_tgt_foreign_nation: ['phys_tgt_id'],
  phys_tgt_effect_of_incident: ['phys_tgt_id'],
  hum_tgt_description: ['hum_tgt_name'],
  hum_tgt_type: ['hum_tgt_name', 'hum_tgt_description'],
  hum_tgt_number: ['hum_tgt_name', 'hum_tgt_description'],
  hum_tgt_foreign_nation: ['hum_tgt_name', 'hum_tgt_description'],
  hum_tgt_effect_of_incident: ['hum_tgt_name', 'hum_tgt_description'],
};

/** A tag is right when it is one of the key's, or when the filler that it names was itself matched with one of them. */
function tagsOf(slot: SlotName, key: KeyTemplate, response: Response): TagMatch {
  return (keyTags, responseTags) => {
    if (responseTags.length === 0) return false;
    const wanted = new Set(keyTags.map(bareString));
    if (responseTags.some((t) => wanted.has(bareString(t)))) return true;
    // "FMLN" is as good a tag as the full name when both are alternatives of one filler.
    return (TAGGED[slot] ?? []).some((of) =>
      fillsOf(key, of).some(
        (fill) =>
          fill.alts.some((a) => wanted.has(bareString(a.value))) &&
          (response[of] ?? []).some(
            (r) =>
              responseTags.some((t) => bareString(t) === bareString(r.value)) &&
              fill.alts.some((a) => bareString(a.value) === bareString(r.value)),
          ),
      ),
    );
  };
}

/** Scores every slot of an aligned pair; `key` null: a template too many; `response` null: one that nobody gave. */
export function scoreTemplate(key: KeyTemplate | null, response: Response | null): Tallies {
  const tallies = noTallies();
  for (const slot of SLOTS) {
    const fills = key ? fillsOf(key, slot) : [];
    const given = response?.[slot] ?? [];
    tallies[slot] = scoreSlot(slot, fills, given, key && response ? tagsOf(slot, key, response) : () => false);
  }
  return tallies;
}

function scoreSlot(slot: SlotName, fills: readonly Fill[], given: readonly Value[], tagMatch: TagMatch): Tally {
  const tally = blank();
  const keys = [...fills];
  const responses = [...given];
  for (const wanted of ['correct', 'partial'] as const) {
    for (let k = 0; k < keys.length; k++) {
      const at = responses.findIndex((r) => compareFill(slot, keys[k] as Fill, r, tagMatch) === wanted);
      if (at < 0) continue;
      tally[wanted] += 1;
      keys.splice(k--, 1);
      responses.splice(at, 1);
    }
  }
  const owed = keys.filter((k) => !k.optional).length;
  tally.incorrect = Math.min(owed, responses.length);
  tally.missing = owed - tally.incorrect;
  tally.spurious = responses.length - tally.incorrect;
  return tally;
}

/** Whether a key and a response may be aligned: the type agrees at least partly, and one telling slot does (or all of those are blank in both). */
function mayAlign(key: KeyTemplate, response: Response): boolean {
  const agrees = (slot: SlotName): boolean =>
    fillsOf(key, slot).some((fill) =>
      (response[slot] ?? []).some(
        (r) =>
          compareFill(slot, fill, r, () => true) !== 'incorrect' ||
          (/_(id|name|description)$/.test(slot) && fill.alts.some((a) => shareWord(a.value, r.value))),
      ),
    );
  if (!agrees('incident_type')) return false;
  return ALIGNING.some(agrees) || ALIGNING.every((slot) => fillsOf(key, slot).length === 0 && (response[slot] ?? []).length === 0);
}

/** One document: templates paired greedily by the recall of the pair, each used once; the rest are missing or spurious. Optional ones that nobody gave do not count. `used`: the key of each response that was paired. */
export function scoreDocument(
  keys: readonly KeyTemplate[],
  responses: readonly Response[],
): { readonly tallies: Tallies; readonly aligned: number; readonly used: ReadonlyMap<number, number> } {
  const pairs = keys.flatMap((key, k) =>
    responses.flatMap((response, r) => {
      if (!mayAlign(key, response)) return [];
      const tallies = scoreTemplate(key, response);
      const all = sum(tallies);
      return [{ k, r, tallies, score: possible(all) ? rates(all).recall : 1 }];
    }),
  );
  pairs.sort((a, b) => b.score - a.score || a.k - b.k || a.r - b.r);
  const total = noTallies();
  const usedKeys = new Set<number>();
  const usedResponses = new Map<number, number>();
  for (const pair of pairs) {
    if (usedKeys.has(pair.k) || usedResponses.has(pair.r)) continue;
    usedKeys.add(pair.k);
    usedResponses.set(pair.r, pair.k);
    add(total, pair.tallies);
  }
  for (const [k, key] of keys.entries()) if (!usedKeys.has(k) && !key.optional_template) add(total, scoreTemplate(key, null));
  for (const [r, response] of responses.entries()) if (!usedResponses.has(r)) add(total, scoreTemplate(null, response));
  return { tallies: total, aligned: usedKeys.size, used: usedResponses };
}

/** Index of the key that a response fits best, so far as it fits one at all. */
export function bestKey(keys: readonly KeyTemplate[], response: Response): number | null {
  let best: { readonly k: number; readonly score: number } | null = null;
  for (const [k, key] of keys.entries()) {
    if (!mayAlign(key, response)) continue;
    const score = rates(sum(scoreTemplate(key, response))).precision;
    if (best === null || score > best.score) best = { k, score };
  }
  return best?.k ?? null;
}
