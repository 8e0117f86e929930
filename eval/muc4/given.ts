import { cut } from '../../src/0-terms/span.ts';
import type { Claim, CodedReport } from '../../src/5-claims/coded-report.ts';
import type { GivenTexts } from './filler-features.ts';
import type { Incident } from './incidents.ts';
import { isBody } from './organisations.ts';
import { bare, capitals, namesIn, phrasesOf } from './phrases.ts';
import { HUMAN_WORDS, INSTRUMENT_TYPES, NO_OBJECT, PHYSICAL_TYPES, setFiller } from './words.ts';

/** The fillers that the claims' own roles give each slot, before any is weighed: who did it, what and who was hit, with what. */
export function givenBy({ claims, type }: Incident, report: CodedReport): GivenTexts {
  const hit = hitBy(claims, report);
  return new Map([
    ['individual', new Set(individualsOf(claims, report))],
    ['thing', new Set(hit.things)],
    ['person', new Set(hit.names)],
    ['people', new Set(hit.descriptions)],
    ['organisation', new Set(bodiesOf(claims, report))],
    ['weapon', new Set(weaponsOf(claims, type, report))],
  ]);
}

const GROUPS = new Set(['group', 'organisation', 'government']);
/** Words for fighters who need an organisation behind them. */
const REBELS =
  /\b(?:GUERRILLAS?|GUERILLAS?|REBELS?|TERRORISTS?|SUBVERSIVES?|INSURGENTS?|EXTREMISTS?|MEMBERS?|URBAN COMMANDOS?|COMMANDOS?|COLUMN|SQUADS?)\b/;
const SINGLE = /\b(?:MEN|MAN|PERSONS?|INDIVIDUALS?|SOLDIERS?|TROOPS)\b/;

/** People among the actors; their organisations stand in another slot. */
function individualsOf(claims: readonly Claim[], report: CodedReport): string[] {
  const entities = new Map(report.entities.map((e) => [e.id, e]));
  return claims
    .flatMap((c) => phrasesOf(c.actor, report))
    .flatMap(({ filler: actor, phrase }) => {
      const inside = namesIn(actor.span, report).filter((n) => GROUPS.has(n.kind) || GROUPS.has(entities.get(n.entity)?.kind ?? ''));
      if (inside.length === 0 && isBody(phrase)) return [];
      if (inside.some((n) => bare(n.name) === phrase) || entities.get(actor.entity ?? '')?.kind === 'place') return [];
      if (inside.length > 0 && !REBELS.test(phrase) && !SINGLE.test(phrase)) return [];
      // "ELN GUERRILLAS" is GUERRILLAS of the ELN.
      const name = inside.map((n) => `${bare(n.name)} `).find((n) => phrase.startsWith(n)) ?? '';
      return phrase.length > name.length ? [phrase.slice(name.length)] : [];
    });
}

/** The organisations among the actors. */
function bodiesOf(claims: readonly Claim[], report: CodedReport): string[] {
  const entities = new Map(report.entities.map((e) => [e.id, e]));
  return claims
    .flatMap((c) => phrasesOf(c.actor, report))
    .flatMap(({ filler: actor, phrase }) => {
      const inside = namesIn(actor.span, report).filter((n) => GROUPS.has(n.kind) || GROUPS.has(entities.get(n.entity)?.kind ?? ''));
      if (inside.length > 0) return inside.map((n) => bare(n.name));
      if (isBody(phrase)) return [phrase];
      const entity = entities.get(actor.entity ?? '');
      const name = entity && GROUPS.has(entity.kind) && report.mentions.find((m) => m.entity === entity.id && m.form === 'name');
      return name ? [bare(capitals(cut(report.text, name.span)))] : [];
    });
}

/** What was hit, sorted by its words, for a claim may hold things and people in either role. */
function hitBy(claims: readonly Claim[], report: CodedReport): Readonly<Record<'things' | 'names' | 'descriptions', readonly string[]>> {
  const entities = new Map(report.entities.map((e) => [e.id, e]));
  const found = { things: [] as string[], names: [] as string[], descriptions: [] as string[] };
  for (const claim of claims) {
    for (const { filler, phrase } of phrasesOf([...claim.target, ...claim.object], report)) {
      const entity = entities.get(filler.entity ?? '');
      const isObject = (claim.object as readonly unknown[]).includes(filler);
      const thing = setFiller(PHYSICAL_TYPES, phrase) !== undefined;
      const human = HUMAN_WORDS.test(phrase) || entity?.kind === 'person';
      if ((isObject && !(human && !thing)) || (!isObject && thing && !human)) {
        if (entity?.kind !== 'place' && !NO_OBJECT.test(phrase)) found.things.push(phrase);
        continue;
      }
      const inside = namesIn(filler.span, report).find((n) => n.kind === 'person' && n.name.includes(' '));
      const full = entity?.kind === 'person' && entity.name.includes(' ') ? capitals(entity.name) : undefined;
      const name = inside ? (full?.endsWith(inside.name) ? full : inside.name) : full;
      if (name === undefined) found.descriptions.push(phrase);
      else {
        found.names.push(bare(name));
        const before = inside ? bare(capitals(cut(report.text, [filler.span[0], Math.max(filler.span[0], inside.span[0])]))) : '';
        const said = before || bare(capitals(entity?.descriptions?.[0] ?? ''));
        if (said !== '') found.descriptions.push(said);
      }
    }
  }
  return found;
}

/** Weapons that a sentence about an explosion or a shooting names, with the words before them that belong to them. */
const EXPLOSIVES =
  /\b(?:(?:CAR|TRUCK|TIME|POWERFUL|DYNAMITE|EXPLOSIVE|HOMEMADE|HIGH-POWERED|INCENDIARY|FRAGMENTATION|HAND) )*(?:BOMBS?|DYNAMITE(?: STICKS| CHARGES?)?|EXPLOSIVES?(?: DEVICES?| CHARGES?)?|GRENADES?|MINES?|MOLOTOV COCKTAILS?|ROCKETS?)\b(?! (?:ATTACK|EXPLOSION|THREAT|EXPERT|SQUAD))/g;
const FIREARMS =
  /\b(?:(?:HIGH-CALIBER|AUTOMATIC|AK-47|M-16|9-MM|HEAVY) )*(?:(?:SUB)?MACHINE ?-?GUNS?|RIFLES?|PISTOLS?|REVOLVERS?|SHOTGUNS?|GUNFIRE|MACHETES?|KNIVES|FIREARMS?|AUTOMATIC WEAPONS)\b/g;

/** What the claims give, else what their sentences name. */
function weaponsOf(claims: readonly Claim[], type: string, report: CodedReport): string[] {
  if (UNARMED.has(type)) return [];
  const words = claims
    .flatMap((c) => phrasesOf(c.instrument, report).map((i) => i.phrase))
    .filter((w) => setFiller(INSTRUMENT_TYPES, w) !== undefined);
  if (words.length > 0) return words;
  const said = claims.map((c) => cut(report.text, c.sentence).toUpperCase()).join(' ');
  return said.match(type === 'BOMBING' ? EXPLOSIVES : FIREARMS)?.slice(0, 1) ?? [];
}
/** Types for which the keys name no weapon. */
export const UNARMED = new Set(['ARSON', 'KIDNAPPING', 'ROBBERY']);
