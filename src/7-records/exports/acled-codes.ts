import { isArmed, sideOf } from './armed-sides.ts';
import type { ToldEvent } from './told-event.ts';

export interface AcledCodes {
  readonly disorder: string;
  readonly event: string;
  readonly sub: string;
}

type Sub =
  | 'Armed clash'
  | 'Government regains territory'
  | 'Non-state actor overtakes territory'
  | 'Chemical weapon'
  | 'Air/drone strike'
  | 'Suicide bomb'
  | 'Shelling/artillery/missile attack'
  | 'Remote explosive/landmine/IED'
  | 'Grenade'
  | 'Sexual violence'
  | 'Attack'
  | 'Abduction/forced disappearance'
  | 'Peaceful protest'
  | 'Excessive force against protesters'
  | 'Violent demonstration'
  | 'Mob violence'
  | 'Agreement'
  | 'Arrests'
  | 'Change to group/activity'
  | 'Disrupted weapons use'
  | 'Headquarters or base established'
  | 'Looting/property destruction'
  | 'Non-violent transfer of territory'
  | 'Other';

/** Event type of each sub-event type, and what kind of disorder it is. Source: ACLED Codebook (2023, updated 2024), tables 1 and 2. */
const EVENT_OF: Readonly<Record<Sub, readonly [event: string, disorder: string]>> = {
  'Armed clash': ['Battles', 'Political violence'],
  'Government regains territory': ['Battles', 'Political violence'],
  'Non-state actor overtakes territory': ['Battles', 'Political violence'],
  'Chemical weapon': ['Explosions/Remote violence', 'Political violence'],
  'Air/drone strike': ['Explosions/Remote violence', 'Political violence'],
  'Suicide bomb': ['Explosions/Remote violence', 'Political violence'],
  'Shelling/artillery/missile attack': ['Explosions/Remote violence', 'Political violence'],
  'Remote explosive/landmine/IED': ['Explosions/Remote violence', 'Political violence'],
  Grenade: ['Explosions/Remote violence', 'Political violence'],
  'Sexual violence': ['Violence against civilians', 'Political violence'],
  Attack: ['Violence against civilians', 'Political violence'],
  'Abduction/forced disappearance': ['Violence against civilians', 'Political violence'],
  'Peaceful protest': ['Protests', 'Demonstrations'],
  'Excessive force against protesters': ['Protests', 'Political violence; Demonstrations'],
  'Violent demonstration': ['Riots', 'Demonstrations'],
  'Mob violence': ['Riots', 'Political violence'],
  Agreement: ['Strategic developments', 'Strategic developments'],
  Arrests: ['Strategic developments', 'Strategic developments'],
  'Change to group/activity': ['Strategic developments', 'Strategic developments'],
  'Disrupted weapons use': ['Strategic developments', 'Strategic developments'],
  'Headquarters or base established': ['Strategic developments', 'Strategic developments'],
  'Looting/property destruction': ['Strategic developments', 'Strategic developments'],
  'Non-violent transfer of territory': ['Strategic developments', 'Strategic developments'],
  Other: ['Strategic developments', 'Strategic developments'],
};

/** The sub-event type of each type of the codebook that comes with Saidso; where it depends on the sides, the one without them. Speech has none. */
export const SUB_OF: Readonly<Record<string, Sub>> = {
  'armed-attack': 'Attack',
  bombing: 'Remote explosive/landmine/IED',
  'suicide-bombing': 'Suicide bomb',
  'air-strike': 'Air/drone strike',
  shelling: 'Shelling/artillery/missile attack',
  clash: 'Armed clash',
  offensive: 'Armed clash',
  killing: 'Attack',
  assassination: 'Attack',
  stabbing: 'Attack',
  'vehicle-ramming': 'Attack',
  abduction: 'Abduction/forced disappearance',
  hijacking: 'Abduction/forced disappearance',
  'sexual-violence': 'Sexual violence',
  torture: 'Attack',
  arson: 'Looting/property destruction',
  destruction: 'Looting/property destruction',
  riot: 'Violent demonstration',
  protest: 'Peaceful protest',
  'strike-action': 'Peaceful protest',
  crackdown: 'Excessive force against protesters',
  raid: 'Other',
  arrest: 'Arrests',
  release: 'Other',
  seizure: 'Disrupted weapons use',
  defusal: 'Disrupted weapons use',
  surrender: 'Change to group/activity',
  deployment: 'Other',
  restriction: 'Other',
  charge: 'Other',
  conviction: 'Other',
  acquittal: 'Other',
  'judicial-execution': 'Other',
  investigation: 'Other',
  takeover: 'Non-state actor overtakes territory',
  presence: 'Headquarters or base established',
  withdrawal: 'Non-violent transfer of territory',
  recruitment: 'Change to group/activity',
  displacement: 'Other',
  agreement: 'Agreement',
  talks: 'Other',
  sanction: 'Other',
  'office-change': 'Other',
  aid: 'Other',
};

/** ACLED's codes of an event; null for a type that it does not code: speech, and types of other codebooks. */
export function acledCodes(event: Pick<ToldEvent, 'type' | 'actors' | 'targets'>): AcledCodes | null {
  const plain = SUB_OF[event.type];
  if (plain === undefined) return null;
  const sub = bySides(event, plain);
  const [name, disorder] = EVENT_OF[sub];
  return { disorder, event: name, sub };
}

function bySides(event: Pick<ToldEvent, 'type' | 'actors' | 'targets'>, plain: Sub): Sub {
  const [one, two] = [sideOf(event.actors[0], event, 'actor'), sideOf(event.targets[0], event, 'target')];
  if (event.type === 'armed-attack' && isArmed(one) && isArmed(two)) return 'Armed clash';
  if (event.type === 'takeover' && one === 'state') return 'Government regains territory';
  if (event.type === 'riot' && two === 'civilians') return 'Mob violence';
  return plain;
}
