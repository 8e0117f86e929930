import { cut } from '../../src/0-terms/span.ts';
import type { Actor, Claim, CodedReport } from '../../src/5-claims/coded-report.ts';
import { bare, capitals, namesIn, phrasesOf, unique } from './phrases.ts';
import type { Response, Value } from './template.ts';
import { STATE_ACTORS } from './words.ts';

const CONFIDENCE: Readonly<Record<Actor['responsibility'], string>> = {
  fact: 'REPORTED AS FACT',
  claimed: 'CLAIMED OR ADMITTED',
  accused: 'SUSPECTED OR ACCUSED',
  'accused-by-authorities': 'SUSPECTED OR ACCUSED BY AUTHORITIES',
  possible: 'POSSIBLE',
  denied: 'SUSPECTED OR ACCUSED',
  charged: 'SUSPECTED OR ACCUSED BY AUTHORITIES',
  convicted: 'REPORTED AS FACT',
  acquitted: 'ACQUITTED',
};
const GROUPS = new Set(['group', 'organisation', 'government']);
/** Words for fighters who need an organisation behind them. */
const REBELS =
  /\b(?:GUERRILLAS?|GUERILLAS?|REBELS?|TERRORISTS?|SUBVERSIVES?|INSURGENTS?|EXTREMISTS?|MEMBERS?|URBAN COMMANDOS?|COMMANDOS?|COLUMN|SQUADS?)\b/;

/** Bodies that have no name of their own in a report, and still are no individuals. */
const BODIES =
  /^(?:\w+ )?(?:ARMED FORCES|ARMY|MILITARY|NATIONAL GUARD|POLICE|NATIONAL POLICE|AIR FORCE|GOVERNMENT|REGIME|EXTRADITABLES|DEATH SQUADS?|DRUG CARTELS?|CARTELS?|DRUG MAFIA|MAFIA|EXTREME RIGHT(?:IST GROUPS)?|\w+ FACTION|SECURITY FORCES)$/;

/** People among the actors are individuals; named groups, armies and parties are organisations with a confidence. */
export function perpetratorSlots(claims: readonly Claim[], report: CodedReport): Response {
  const entities = new Map(report.entities.map((e) => [e.id, e]));
  const individuals: Value[] = [];
  const organisations = new Map<string, { readonly name: string; readonly confidence: string }>();
  const organise = (entity: string, name: string, actor: Actor | undefined): void => {
    const known = organisations.get(entity);
    const confidence = actor ? CONFIDENCE[actor.responsibility] : 'REPORTED AS FACT';
    if (!known || known.confidence === 'REPORTED AS FACT') organisations.set(entity, { name: known?.name ?? name, confidence });
  };
  for (const { filler: actor, phrase } of claims.flatMap((c) => phrasesOf(c.actor, report))) {
    const inside = namesIn(actor.span, report).filter((n) => GROUPS.has(n.kind) || GROUPS.has(entities.get(n.entity)?.kind ?? ''));
    for (const name of inside) organise(name.entity, bare(name.name), actor);
    const entity = entities.get(actor.entity ?? '');
    if (inside.length === 0 && BODIES.test(phrase)) {
      organise(actor.entity ?? phrase, phrase, actor);
      continue;
    }
    const whole = inside.find((n) => bare(n.name) === phrase);
    if (inside.length === 0 && entity && GROUPS.has(entity.kind)) {
      const name = nameInText(entity.id, report);
      if (name) organise(entity.id, name, actor);
    }
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
  if (organisations.size === 0 && !byState(claims, report)) {
    const group = groupBeside(claims, report) ?? mainGroup(report);
    if (group) organise(group.entity, group.name, undefined);
  }
  return {
    perp_individual_id: unique(individuals.filter((i) => i.value !== '')),
    perp_organization_id: unique([...organisations.values()].map((o) => ({ value: o.name }))),
    perp_organization_confidence: unique([...organisations.values()].map((o) => ({ value: o.confidence, tags: [o.name] }))),
  };
}

/** "ELN GUERRILLAS" is GUERRILLAS of the ELN. */
function withoutNames(phrase: string, names: readonly string[]): string {
  let rest = phrase;
  for (const name of names) if (rest.startsWith(`${name} `)) rest = rest.slice(name.length + 1);
  return rest;
}

/** What the text first calls an entity by name. */
function nameInText(entity: string, report: CodedReport): string | undefined {
  const mention = report.mentions.find((m) => m.entity === entity && m.form === 'name');
  return mention && bare(capitals(cut(report.text, mention.span)));
}

/** The one armed group that the sentences of an act name. */
function groupBeside(claims: readonly Claim[], report: CodedReport): { readonly entity: string; readonly name: string } | undefined {
  const near = new Map(
    claims
      .flatMap((c) => namesIn(c.sentence, report))
      .filter((n) => report.entities.some((e) => e.id === n.entity && e.kind === 'group'))
      .map((n) => [n.entity, bare(n.name)]),
  );
  const [[entity, name] = ['', '']] = near;
  return near.size === 1 && entity !== '' ? { entity, name } : undefined;
}

/** The armed group of which a report speaks most, if of any more than once or of no other. */
function mainGroup(report: CodedReport): { readonly entity: string; readonly name: string } | undefined {
  const times = new Map<string, number>();
  for (const m of report.mentions) if (m.form === 'name') times.set(m.entity, (times.get(m.entity) ?? 0) + 1);
  const groups = report.entities
    .filter((e) => e.kind === 'group' && !STATE_ACTORS.test(e.name) && nameInText(e.id, report))
    .sort((a, b) => (times.get(b.id) ?? 0) - (times.get(a.id) ?? 0));
  const [group] = groups;
  if (!group || (groups.length > 1 && (times.get(group.id) ?? 0) < 2)) return undefined;
  return { entity: group.id, name: nameInText(group.id, report) ?? '' };
}

/** Whether the state's forces did it. */
export const byState = (claims: readonly Claim[], report: CodedReport): boolean =>
  claims.some((c) => phrasesOf(c.actor, report).some(({ phrase }) => STATE_ACTORS.test(phrase)));
