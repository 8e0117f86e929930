import { cut } from '../../src/0-terms/span.ts';
import type { Claim, CodedReport } from '../../src/5-claims/coded-report.ts';
import { phrasesOf, unique } from './phrases.ts';
import type { Response, Value } from './template.ts';
import { INSTRUMENT_TYPES, setFiller } from './words.ts';

/** Weapons that a sentence about an explosion or a shooting names, with the words before them that belong to them. */
const EXPLOSIVES =
  /\b(?:(?:CAR|TRUCK|TIME|POWERFUL|DYNAMITE|EXPLOSIVE|HOMEMADE|HIGH-POWERED|INCENDIARY|FRAGMENTATION|HAND) )*(?:BOMBS?|DYNAMITE(?: STICKS| CHARGES?)?|EXPLOSIVES?(?: DEVICES?| CHARGES?)?|GRENADES?|MINES?|MOLOTOV COCKTAILS?|ROCKETS?)\b(?! (?:ATTACK|EXPLOSION|THREAT|EXPERT|SQUAD))/g;
const FIREARMS =
  /\b(?:(?:HIGH-CALIBER|AUTOMATIC|AK-47|M-16|9-MM|HEAVY) )*(?:(?:SUB)?MACHINE ?-?GUNS?|RIFLES?|PISTOLS?|REVOLVERS?|SHOTGUNS?|GUNFIRE|MACHETES?|KNIVES|FIREARMS?|AUTOMATIC WEAPONS)\b/g;

/** The instrument slots: what the claims give, else what their sentences name. */
export function instrumentSlots(claims: readonly Claim[], type: string, report: CodedReport): Response {
  if (type === 'ARSON' || type === 'KIDNAPPING' || type === 'ROBBERY') return { incident_instrument_id: [], incident_instrument_type: [] };
  let words = claims
    .flatMap((c) => phrasesOf(c.instrument, report).map((i) => i.phrase))
    .filter((w) => setFiller(INSTRUMENT_TYPES, w) !== undefined);
  if (words.length === 0) {
    const said = claims.map((c) => cut(report.text, c.sentence).toUpperCase()).join(' ');
    words = said.match(type === 'BOMBING' ? EXPLOSIVES : FIREARMS)?.slice(0, 1) ?? [];
  }
  const types: Value[] = words.flatMap((word) => {
    const kind = setFiller(INSTRUMENT_TYPES, word);
    return kind ? [{ value: kind, tags: [word] }] : [];
  });
  if (types.length === 0 && type === 'BOMBING') types.push({ value: 'BOMB', tags: ['-'] });
  if (types.length === 0 && claims.some((c) => /shot|shoot|gun|machine/i.test(cut(report.text, c.trigger))))
    types.push({ value: 'GUN', tags: ['-'] });
  return { incident_instrument_id: unique(words.map((value) => ({ value }))), incident_instrument_type: unique(types) };
}
