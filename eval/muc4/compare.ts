import type { Fill, SlotName, Value } from './template.ts';

/** How a response filler stands to a key filler. */
export type Verdict = 'correct' | 'partial' | 'incorrect';

const PREMODIFIER =
  /^(?:A|AN|THE|THIS|THAT|THESE|THOSE|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|10|[1-9]|MORE|MOST|MANY|SEVERAL|SOME|ALL|FEW|ANY|ANOTHER|OTHER|CERTAIN|OF)\s+/;

/** A string filler in capitals, without the words before it that do not count ("SEVERAL OF THE PEASANTS" is "PEASANTS"). */
export function bareString(value: string): string {
  let text = value.toUpperCase().replace(/["“”]/g, '').replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim();
  for (;;) {
    const shorter = text.replace(PREMODIFIER, '');
    if (shorter === text) return text;
    text = shorter;
  }
}

/** Parent of a set filler, for the slots that have a hierarchy; half credit for an ancestor. */
const PARENT: Readonly<Partial<Record<SlotName, Readonly<Record<string, string>>>>> = {
  incident_type: Object.fromEntries(
    ['BOMBING', 'KIDNAPPING', 'ARSON', 'ROBBERY', 'HIJACKING', 'FORCED WORK STOPPAGE'].map((t) => [t, 'ATTACK']),
  ),
  incident_instrument_type: {
    'MACHINE GUN': 'GUN',
    MORTAR: 'GUN',
    HANDGUN: 'GUN',
    RIFLE: 'GUN',
    BOMB: 'EXPLOSIVE',
    GRENADE: 'EXPLOSIVE',
    'MOLOTOV COCKTAIL': 'EXPLOSIVE',
    'VEHICLE BOMB': 'BOMB',
    DYNAMITE: 'BOMB',
    MINE: 'BOMB',
    'AERIAL BOMB': 'BOMB',
    MISSILE: 'PROJECTILE',
    ROCKET: 'PROJECTILE',
  },
  perp_organization_confidence: { 'SUSPECTED OR ACCUSED BY AUTHORITIES': 'SUSPECTED OR ACCUSED' },
  phys_tgt_type: { 'GOVERNMENT OFFICE OR RESIDENCE': 'POLITICAL FIGURE OFFICE OR RESIDENCE' },
  phys_tgt_effect_of_incident: { 'SOME DAMAGE': 'DESTROYED' },
  hum_tgt_type: {
    'GOVERNMENT OFFICIAL': 'POLITICAL FIGURE',
    'FORMER GOVERNMENT OFFICIAL': 'GOVERNMENT OFFICIAL',
    'FORMER ACTIVE MILITARY': 'ACTIVE MILITARY',
  },
  hum_tgt_effect_of_incident: { 'NO DEATH': 'NO INJURY', 'NO INJURY OR DEATH': 'NO DEATH' },
};

const STRINGS: ReadonlySet<SlotName> = new Set([
  'incident_instrument_id',
  'perp_individual_id',
  'perp_organization_id',
  'phys_tgt_id',
  'hum_tgt_name',
  'hum_tgt_description',
]);
const NUMBERS: ReadonlySet<SlotName> = new Set(['phys_tgt_number', 'phys_tgt_total_number', 'hum_tgt_number', 'hum_tgt_total_number']);

/** Whether two fillers name the same thing so far as the words go. Set when the tagged fillers were themselves matched. */
export type TagMatch = (keyTags: readonly string[], responseTags: readonly string[]) => boolean;

/** The best verdict of a response over the alternatives of a key filler. `tagMatch` decides about cross-references. */
export function compareFill(slot: SlotName, key: Fill, response: Value, tagMatch: TagMatch): Verdict {
  let best: Verdict = 'incorrect';
  for (const alternative of key.alts) {
    let verdict = compareValue(slot, alternative.value, response.value);
    if (verdict === 'correct' && alternative.tags?.length && !tagMatch(alternative.tags, response.tags ?? [])) verdict = 'partial';
    if (verdict === 'correct') return 'correct';
    if (verdict === 'partial') best = 'partial';
  }
  return best;
}

function compareValue(slot: SlotName, key: string, response: string): Verdict {
  if (STRINGS.has(slot)) return bareString(key) === bareString(response) ? 'correct' : 'incorrect';
  if (slot === 'incident_date') return compareDates(key, response);
  if (slot === 'incident_location') return compareLocations(key, response);
  if (NUMBERS.has(slot)) return compareNumbers(key, response);
  if (key === response) return 'correct';
  for (let up = PARENT[slot]?.[key]; up !== undefined; up = PARENT[slot]?.[up]) if (up === response) return 'partial';
  return 'incorrect';
}

/** A number must be the same; half for one end of a range, or for the figure of "about 10". */
function compareNumbers(key: string, response: string): Verdict {
  if (key === response) return 'correct';
  const anchors: readonly string[] = key.match(/\d+/g) ?? [];
  return /[-~]/.test(key) && anchors.includes(response) ? 'partial' : 'incorrect';
}

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
/** `30 DEC 89` as a number that sorts. */
function day(text: string): number | null {
  const [, d, m, y] = /^(\d{1,2}) ([A-Z]{3}) (\d{2})$/.exec(text.trim()) ?? [];
  const month = MONTHS.indexOf(m ?? '');
  return d === undefined || month < 0 ? null : Number(y) * 10000 + month * 100 + Number(d);
}
/** The two ends of `D`, `- D` (up to D) and `D - D`. */
function ends(text: string): { readonly from: number | null; readonly to: number | null } {
  const [first, last] = text.includes('-') ? [text.slice(0, text.indexOf('-')), text.slice(text.indexOf('-') + 1)] : [text, text];
  return { from: day(first), to: day(last) };
}

/** Half for a day inside the key's range, and for "up to D" where the key ends on D (or the other way round). */
function compareDates(key: string, response: string): Verdict {
  if (key.trim() === response.trim()) return 'correct';
  const [k, r] = [ends(key), ends(response)];
  if (k.to === null || r.to === null) return 'incorrect';
  if (r.from === r.to && k.from !== k.to && (k.from === null || k.from <= r.to) && r.to <= k.to) return 'partial';
  return (r.from === null || k.from === null) && r.to === k.to ? 'partial' : 'incorrect';
}

/** `EL SALVADOR: SAN MIGUEL (DEPARTMENT)` as its country and places; the two ends of "A - B" are places as well. */
function placesOf(location: string): { readonly country: string; readonly places: ReadonlySet<string> } {
  const [country, ...places] = location
    .toUpperCase()
    .split(/:| - /)
    .map((p) => p.replace(/\([^)]*\)/g, '').trim());
  return { country: country ?? '', places: new Set(places.filter(Boolean)) };
}

/** Half for the country alone, for some of the places, and for all places with another country. */
function compareLocations(key: string, response: string): Verdict {
  const [k, r] = [placesOf(key), placesOf(response)];
  const shared = [...r.places].filter((p) => k.places.has(p)).length;
  const samePlaces = shared === k.places.size && shared === r.places.size;
  if (k.country === r.country) {
    if (samePlaces) return 'correct';
    return r.places.size === 0 || shared > 0 ? 'partial' : 'incorrect';
  }
  return samePlaces && shared > 0 ? 'partial' : 'incorrect';
}

/** Whether two strings share a word, premodifiers aside: enough to align two templates. */
export function shareWord(a: string, b: string): boolean {
  const words = new Set(bareString(a).split(/[^A-Z0-9]+/));
  return bareString(b)
    .split(/[^A-Z0-9]+/)
    .some((w) => w !== '' && words.has(w));
}
