import { cut, type Span } from '../../src/0-terms/span.ts';
import type { CodedReport } from '../../src/5-claims/coded-report.ts';
import type { Chosen } from './fillers.ts';
import type { Incident } from './incidents.ts';
import type { Weights } from './linear.ts';
import { foreignNation } from './nations.ts';
import { capitals, numberOf, unique } from './phrases.ts';
import { effectFeatures, personTypeFeatures, setFill, thingTypeFeatures } from './set-fills.ts';
import type { Response, Value } from './template.ts';

/** Somebody who was hit: a name with what it is called, or people by their words alone. */
export interface Person {
  /** The name, or the words when none is known. */
  readonly tag: string;
  readonly named: boolean;
  readonly descriptions: readonly string[];
  readonly chosen: readonly Chosen[];
}

/** Names with the descriptions that belong to them, then the descriptions that belong to no name. */
export function peopleOf(names: readonly Chosen[], descriptions: readonly Chosen[], report: CodedReport): Person[] {
  const left = new Set(descriptions);
  const people = names.map((name): Person => {
    const own = descriptions.filter((d) => left.has(d) && belongs(d, name, report));
    for (const d of own) left.delete(d);
    return { tag: name.text, named: true, descriptions: own.map((d) => d.text), chosen: [name, ...own] };
  });
  return [...people, ...[...left].map((d) => ({ tag: d.text, named: false, descriptions: [d.text], chosen: [d] }))];
}

/** "MAYOR Carlos Torrado", "Torrado, MAYOR of Abrego": of one entity, or tied to the name by apposition. */
function belongs(description: Chosen, name: Chosen, report: CodedReport): boolean {
  const [d, n] = [description.phrase, name.phrase];
  if (d.entity !== null && d.entity === n.entity) return true;
  const tokens = report.sentences[d.sentence]?.tokens ?? [];
  const named = (at: number): boolean => {
    const span = tokens[at]?.span;
    return span !== undefined && report.mentions.some((m) => m.entity === n.entity && m.form === 'name' && inside(span, m.span));
  };
  const token = tokens[d.head];
  if (token?.deprel.startsWith('appos') && named(token.head)) return true;
  return tokens.some((t, at) => t.head === d.head && t.deprel.startsWith('appos') && named(at));
}
const inside = (a: Span, b: Span): boolean => b[0] <= a[0] && a[1] <= b[1];

/** The slots of people hit. */
export function humanSlots(
  people: readonly Person[],
  country: string,
  incident: Incident,
  report: CodedReport,
  weights: Weights,
): Response {
  const slot = (value: (person: Person) => string | undefined): Value[] =>
    unique(
      people.flatMap((person) => {
        const filler = value(person);
        return filler ? [{ value: filler, tags: [person.tag] }] : [];
      }),
    );
  const texts = (p: Person): string[] => [...p.descriptions, ...titles(p, report)];
  return {
    hum_tgt_name: unique(people.filter((p) => p.named).map((p) => ({ value: p.tag }))),
    hum_tgt_description: unique(people.flatMap((p) => p.descriptions.map((d) => (p.named ? { value: d, tags: [p.tag] } : { value: d })))),
    hum_tgt_type: slot((p) => setFill('personType', personTypeFeatures(texts(p)), weights)),
    hum_tgt_number: slot((p) => (p.named ? '1' : countOf(p.chosen, incident, report))),
    hum_tgt_foreign_nation: slot((p) => foreignNation([...texts(p), p.tag].join(' '), country)),
    hum_tgt_effect_of_incident: slot((p) => setFill('personEffect', effectFeatures(p.chosen, incident, report), weights)),
  };
}

/** What stands before a name and was not chosen itself: its words say what the person is all the same. */
export const titles = (person: Pick<Person, 'named' | 'chosen'>, report: CodedReport): string[] =>
  person.named
    ? person.chosen.slice(0, 1).flatMap(({ phrase }) => {
        const entity = report.entities.find((e) => e.id === phrase.entity);
        return (entity?.descriptions ?? []).map(capitals);
      })
    : [];

/** The slots of things hit. */
export function physicalSlots(
  things: readonly Chosen[],
  country: string,
  incident: Incident,
  report: CodedReport,
  weights: Weights,
): Response {
  const tagged = (value: (thing: Chosen) => string | undefined): Value[] =>
    unique(
      things.flatMap((thing) => {
        const filler = value(thing);
        return filler ? [{ value: filler, tags: [thing.text] }] : [];
      }),
    );
  return {
    phys_tgt_id: unique(things.map(({ text }) => ({ value: text }))),
    phys_tgt_type: tagged((t) => setFill('thingType', thingTypeFeatures(t.text), weights)),
    phys_tgt_number: tagged((t) => countOf([t], incident, report)),
    phys_tgt_foreign_nation: tagged((t) => foreignNation(capitals(cut(report.text, t.phrase.span)), country)),
    phys_tgt_effect_of_incident: tagged((t) => setFill('thingEffect', effectFeatures([t], incident, report), weights)),
  };
}

/** How many: by the phrase's own number, else by the count that a claim gives it. */
function countOf(chosen: readonly Chosen[], incident: Incident, report: CodedReport): string {
  for (const { phrase } of chosen) {
    const own = numberOf(phrase.whole);
    if (/^\d/.test(own) && own !== '1') return own;
    for (const claim of incident.claims)
      for (const target of claim.target)
        if (target.count && target.count.low > 0 && target.count.low === target.count.high && overlaps(target.span, phrase.span))
          return String(target.count.low);
    const counted = report.counts.find((c) => c.sentence === phrase.sentence && c.noun === phrase.head && c.low === c.high);
    if (counted) return String(counted.low);
  }
  const [first] = chosen;
  return first ? numberOf(first.phrase.whole) : '1';
}
const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];
