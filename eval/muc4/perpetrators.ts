import type { Claim, CodedReport } from '../../src/5-claims/coded-report.ts';
import { isBody, likelyOrganisations, type OrganisationModel } from './organisations.ts';
import { bare, namesIn, phrasesOf, unique } from './phrases.ts';
import type { Response, Value } from './template.ts';
import { STATE_ACTORS } from './words.ts';

const GROUPS = new Set(['group', 'organisation', 'government']);
/** Words for fighters who need an organisation behind them. */
const REBELS =
  /\b(?:GUERRILLAS?|GUERILLAS?|REBELS?|TERRORISTS?|SUBVERSIVES?|INSURGENTS?|EXTREMISTS?|MEMBERS?|URBAN COMMANDOS?|COMMANDOS?|COLUMN|SQUADS?)\b/;

/** People among the actors are individuals; which organisations are behind them, and how surely, is learned (`organisations.ts`). */
export function perpetratorSlots(claims: readonly Claim[], report: CodedReport, model: OrganisationModel): Response {
  const entities = new Map(report.entities.map((e) => [e.id, e]));
  const individuals: Value[] = [];
  for (const { filler: actor, phrase } of claims.flatMap((c) => phrasesOf(c.actor, report))) {
    const inside = namesIn(actor.span, report).filter((n) => GROUPS.has(n.kind) || GROUPS.has(entities.get(n.entity)?.kind ?? ''));
    if (inside.length === 0 && isBody(phrase)) continue;
    const entity = entities.get(actor.entity ?? '');
    const whole = inside.find((n) => bare(n.name) === phrase);
    if (
      !whole &&
      entity?.kind !== 'place' &&
      !(inside.length > 0 && !REBELS.test(phrase) && !/\b(?:MEN|MAN|PERSONS?|INDIVIDUALS?|SOLDIERS?|TROOPS)\b/.test(phrase))
    )
      individuals.push({
        value: withoutNames(
          phrase,
          inside.map((n) => bare(n.name)),
        ),
      });
  }
  const organisations = likelyOrganisations(claims, report, model);
  return {
    perp_individual_id: unique(individuals.filter((i) => i.value !== '')),
    perp_organization_id: unique(organisations.map((o) => ({ value: o.name }))),
    perp_organization_confidence: unique(organisations.map((o) => ({ value: o.confidence, tags: [o.name] }))),
  };
}

/** "ELN GUERRILLAS" is GUERRILLAS of the ELN. */
function withoutNames(phrase: string, names: readonly string[]): string {
  let rest = phrase;
  for (const name of names) if (rest.startsWith(`${name} `)) rest = rest.slice(name.length + 1);
  return rest;
}

/** Whether the state's forces did it. */
export const byState = (claims: readonly Claim[], report: CodedReport): boolean =>
  claims.some((c) => phrasesOf(c.actor, report).some(({ phrase }) => STATE_ACTORS.test(phrase)));
