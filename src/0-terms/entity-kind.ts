/**
 * What a name or description stands for.
 * group: armed or rebel groups, gangs, crowds; organisation: parties, companies, NGOs, outlets, UN bodies;
 * government: states, ministries, armies, police, courts; nationality: peoples and religious groups used as a name or adjective
 * ("Pakistani", "Shiite"); facility: buildings and named sites; event: named wars, operations, festivals; weapon: named weapons and vehicles.
 */
export const ENTITY_KINDS = [
  'person',
  'group',
  'organisation',
  'government',
  'nationality',
  'place',
  'facility',
  'event',
  'weapon',
  'other',
] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];
