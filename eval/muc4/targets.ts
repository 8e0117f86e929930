import { cut } from '../../src/0-terms/span.ts';
import type { Claim, CodedReport, Toll } from '../../src/5-claims/coded-report.ts';
import { foreignNation } from './nations.ts';
import { bare, capitals, namesIn, numberOf, phrasesOf, unique } from './phrases.ts';
import type { Response, Value } from './template.ts';
import { HUMAN_TYPES, HUMAN_WORDS, NO_OBJECT, PHYSICAL_TYPES, setFiller } from './words.ts';

/** What was hit: things and people, sorted by their words, for a claim may hold either in either role. */
export interface Hit {
  readonly things: readonly string[];
  readonly people: readonly Person[];
}
interface Person {
  /** A name, or the words when none is known. */
  readonly tag: string;
  readonly named: boolean;
  readonly description: string | undefined;
  readonly count: { readonly low: number; readonly high: number | null } | undefined;
  readonly killed: boolean;
  readonly injured: boolean;
}

/** Who and what the claims of an incident say was hit. */
export function hitBy(claims: readonly Claim[], report: CodedReport): Hit {
  const entities = new Map(report.entities.map((e) => [e.id, e]));
  const things = new Set<string>();
  const people = new Map<string, Person>();
  for (const claim of claims) {
    for (const { filler, phrase } of phrasesOf([...claim.target, ...claim.object], report)) {
      const entity = entities.get(filler.entity ?? '');
      const isObject = (claim.object as readonly unknown[]).includes(filler);
      const thing = setFiller(PHYSICAL_TYPES, phrase) !== undefined;
      const human = HUMAN_WORDS.test(phrase) || entity?.kind === 'person';
      if ((isObject && !(human && !thing)) || (!isObject && thing && !human)) {
        if (entity?.kind !== 'place' && !NO_OBJECT.test(phrase)) things.add(phrase);
        continue;
      }
      const person = personOf(filler, phrase, claim, report);
      const known = people.get(person.tag);
      people.set(
        person.tag,
        known ? { ...known, killed: known.killed || person.killed, injured: known.injured || person.injured } : person,
      );
    }
  }
  return { things: [...things], people: [...people.values()] };
}

function personOf(filler: Claim['target'][number], phrase: string, claim: Claim, report: CodedReport): Person {
  const entity = report.entities.find((e) => e.id === filler.entity);
  const inside = namesIn(filler.span, report).find((n) => n.kind === 'person' && n.name.includes(' '));
  const full =
    entity?.kind === 'person' &&
    entity.name.includes(' ') &&
    !/\d|^(?:ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN) /.test(capitals(entity.name))
      ? capitals(entity.name)
      : undefined;
  const name = inside ? (full?.endsWith(inside.name) ? full : inside.name) : full;
  const before = inside ? bare(capitals(cut(report.text, [filler.span[0], Math.max(filler.span[0], inside.span[0])]))) : '';
  const said = (entity?.descriptions ?? []).map((d) => bare(capitals(d)));
  const tag = name ? bare(name) : phrase;
  const own = (t: Toll): boolean => t.span[0] < filler.span[1] && filler.span[0] < t.span[1];
  const effects = (claim.toll.some(own) ? claim.toll.filter(own) : claim.toll).map((t) => t.effect);
  const deadly = claim.stage === 'occurred' && (claim.type === 'killing' || claim.type === 'assassination');
  return {
    tag,
    named: name !== undefined,
    description: name ? before || said[0] : phrase,
    count: filler.count,
    killed: effects.includes('killed') || (deadly && !effects.includes('injured')),
    injured: effects.includes('injured'),
  };
}

/** The slots of things hit. */
export function physicalSlots(things: readonly string[], damage: string | undefined, country: string): Response {
  const tagged = (value: (phrase: string) => string | undefined): Value[] =>
    unique(
      things.flatMap((phrase) => {
        const filler = value(phrase);
        return filler ? [{ value: filler, tags: [phrase] }] : [];
      }),
    );
  return {
    phys_tgt_id: unique(things.map((value) => ({ value }))),
    phys_tgt_type: tagged((p) => setFiller(PHYSICAL_TYPES, p) ?? 'OTHER'),
    phys_tgt_number: tagged(numberOf),
    phys_tgt_foreign_nation: tagged((p) => foreignNation(p, country)),
    phys_tgt_effect_of_incident: tagged(() => damage),
  };
}

/** The slots of people hit. */
export function humanSlots(people: readonly Person[], country: string, taken: boolean): Response {
  const slot = (value: (person: Person) => string | undefined): Value[] =>
    unique(
      people.flatMap((person) => {
        const filler = value(person);
        return filler ? [{ value: filler, tags: [person.tag] }] : [];
      }),
    );
  const words = (p: Person): string => [p.description ?? '', p.tag].join(' ');
  return {
    hum_tgt_name: unique(people.filter((p) => p.named).map((p) => ({ value: p.tag }))),
    hum_tgt_description: unique(
      people.flatMap((p) => (p.description ? [p.named ? { value: p.description, tags: [p.tag] } : { value: p.description }] : [])),
    ),
    hum_tgt_type: slot((p) => setFiller(HUMAN_TYPES, words(p)) ?? 'CIVILIAN'),
    hum_tgt_number: slot((p) =>
      p.count && p.count.low > 0 && p.count.low === p.count.high ? String(p.count.low) : p.named ? '1' : numberOf(p.tag),
    ),
    hum_tgt_foreign_nation: slot((p) => foreignNation(words(p), country)),
    hum_tgt_effect_of_incident: taken
      ? slot((p) => (p.killed ? 'DEATH' : undefined))
      : slot((p) => (p.killed ? 'DEATH' : p.injured ? 'INJURY' : undefined)),
  };
}
