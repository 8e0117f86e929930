import { cut } from '../../src/0-terms/span.ts';
import type { CodedReport } from '../../src/5-claims/coded-report.ts';
import type { Chosen } from './fillers.ts';
import { UNARMED } from './given.ts';
import type { Incident } from './incidents.ts';
import { unique } from './phrases.ts';
import type { Response, Value } from './template.ts';
import { INSTRUMENT_TYPES, setFiller } from './words.ts';

/** The instrument slots: the weapons that were chosen, else what the kind of act says of them. */
export function instrumentSlots(weapons: readonly Chosen[], { claims, type }: Incident, report: CodedReport): Response {
  if (UNARMED.has(type)) return { incident_instrument_id: [], incident_instrument_type: [] };
  const types: Value[] = weapons.flatMap(({ text }) => {
    const kind = setFiller(INSTRUMENT_TYPES, text);
    return kind ? [{ value: kind, tags: [text] }] : [];
  });
  if (types.length === 0 && type === 'BOMBING') types.push({ value: 'BOMB', tags: ['-'] });
  if (types.length === 0 && claims.some((c) => /shot|shoot|gun|machine/i.test(cut(report.text, c.trigger))))
    types.push({ value: 'GUN', tags: ['-'] });
  return { incident_instrument_id: unique(weapons.map(({ text }) => ({ value: text }))), incident_instrument_type: unique(types) };
}
