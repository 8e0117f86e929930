import type { ConflictEvent } from '../../src/6-events/conflict-event.ts';
import { gather, merge } from '../../src/6-events/merge.ts';
import type { MergeKit } from '../../src/6-events/merge-kit.ts';
import type { Incident } from '../copies/longtail.ts';
import { bCubed } from './b-cubed.ts';
import type { Stories, StoryReport } from './read-stories.ts';

export interface StoryScores {
  readonly reports: number;
  readonly bcubed: number;
  readonly precision: number;
  readonly recall: number;
  /** Of the incidents whose killed and injured, and whose day, are exactly right in the event that tells them; null without incidents. */
  readonly toll: number | null;
  readonly killed: number | null;
  readonly injured: number | null;
  readonly date: number | null;
  /** Of the pairs of reports from two incidents in one town the share that was put together. */
  readonly falseMerges: number | null;
  /** Of the pairs of incidents in one town, alike in kind and on other days, the share of which reports were put together; how many such pairs there are. */
  readonly lookAlikes: number | null;
  readonly lookAlikePairs: number;
  readonly faults: readonly string[];
}

/** Gathers reports into stories and events, and compares them with what the data knows. */
export function scoreStories({ reports, incidents }: Stories, kit: MergeKit): StoryScores {
  const plain = reports.map(({ report }) => report);
  const found = new Map<string, string>();
  gather(plain, kit).forEach((story, n) => {
    for (const { report, main } of story) if (main) found.set(report, `s${n}`);
  });
  const { precision, recall, f1 } = bCubed(found, new Map(reports.map(({ id, truth }) => [id, truth])));
  const base = { reports: reports.length, bcubed: f1, precision, recall };
  if (incidents.length === 0)
    return {
      ...base,
      toll: null,
      killed: null,
      injured: null,
      date: null,
      falseMerges: null,
      lookAlikes: null,
      lookAlikePairs: 0,
      faults: [],
    };
  const values = compareValues(reports, incidents, merge(plain, kit));
  const alike = lookAlikes(reports, incidents, found);
  return {
    ...base,
    ...values,
    falseMerges: falseMerges(reports, incidents, found),
    lookAlikes: alike.merged.length / Math.max(1, alike.pairs),
    lookAlikePairs: alike.pairs,
    faults: [...values.faults, ...alike.merged.map(([a, b]) => `look-alikes put together ${a} ${b}`)],
  };
}

/** The pairs of incidents that look alike: one town, somebody killed in both or in neither, and not the same day. */
function lookAlikes(
  reports: readonly StoryReport[],
  incidents: readonly Incident[],
  found: ReadonlyMap<string, string>,
): { readonly pairs: number; readonly merged: readonly (readonly [string, string])[] } {
  const stories = new Map<string, Set<string>>();
  for (const { id, truth } of reports) {
    const story = found.get(id);
    if (story !== undefined) stories.set(truth, (stories.get(truth) ?? new Set()).add(story));
  }
  const told = incidents.filter(({ id }) => stories.has(id));
  const merged: (readonly [string, string])[] = [];
  let pairs = 0;
  told.forEach((one, at) => {
    for (const two of told.slice(at + 1)) {
      if (one.town !== two.town || one.date === two.date || one.killed > 0 !== two.killed > 0) continue;
      pairs++;
      if ([...(stories.get(one.id) ?? [])].some((story) => stories.get(two.id)?.has(story))) merged.push([one.id, two.id]);
    }
  });
  return { pairs, merged };
}

function compareValues(reports: readonly StoryReport[], incidents: readonly Incident[], events: readonly ConflictEvent[]) {
  const eventsOf = new Map<string, ConflictEvent[]>();
  for (const event of events) for (const id of event.reports) eventsOf.set(id, [...(eventsOf.get(id) ?? []), event]);
  const byIncident = new Map<string, string[]>();
  for (const { id, truth } of reports) byIncident.set(truth, [...(byIncident.get(truth) ?? []), id]);
  const right = { toll: 0, killed: 0, injured: 0, date: 0, all: 0 };
  const faults: string[] = [];
  for (const incident of incidents) {
    const ids = byIncident.get(incident.id);
    if (ids === undefined) continue;
    right.all++;
    const event = mainEvent(ids, eventsOf);
    const killed = event?.toll.killed?.best ?? 0;
    const injured = event?.toll.injured?.best ?? 0;
    if (killed === incident.killed) right.killed++;
    if (injured === incident.injured) right.injured++;
    if (killed === incident.killed && injured === incident.injured) right.toll++;
    else faults.push(`toll ${killed}/${injured} for ${incident.killed}/${incident.injured}  ${ids.join(' ')}`);
    if (event?.when?.from === incident.date && event.when.to === incident.date) right.date++;
    else
      faults.push(
        `date ${event?.when?.from ?? '-'}..${event?.when?.to ?? '-'} (${event?.when?.rule ?? '-'}) for ${incident.date}  ${ids.join(' ')}`,
      );
  }
  const share = (n: number): number => n / Math.max(1, right.all);
  return { toll: share(right.toll), killed: share(right.killed), injured: share(right.injured), date: share(right.date), faults };
}

/** The violent event that most of these reports tell; of two, the one with the higher toll. */
function mainEvent(ids: readonly string[], eventsOf: ReadonlyMap<string, ConflictEvent[]>): ConflictEvent | null {
  const own = new Set(ids);
  const told = [...new Set(ids.flatMap((id) => eventsOf.get(id) ?? []))].filter(
    ({ toll, stage }) => stage === 'occurred' && (toll.killed || toll.injured),
  );
  const of = ({ reports }: ConflictEvent): number => reports.filter((id) => own.has(id)).length;
  const people = ({ toll }: ConflictEvent): number => (toll.killed?.best ?? 0) + (toll.injured?.best ?? 0);
  return (
    told.sort((a, b) => of(b) - of(a) || a.reports.length - b.reports.length || people(b) - people(a))[0] ??
    eventsOf.get(ids[0] ?? '')?.[0] ??
    null
  );
}

function falseMerges(reports: readonly StoryReport[], incidents: readonly Incident[], found: ReadonlyMap<string, string>): number {
  const towns = new Map(incidents.map(({ id, town }) => [id, town]));
  const byTown = new Map<string, StoryReport[]>();
  for (const report of reports) {
    const town = towns.get(report.truth);
    if (town !== undefined) byTown.set(town, [...(byTown.get(town) ?? []), report]);
  }
  let pairs = 0;
  let wrong = 0;
  for (const list of byTown.values()) {
    list.forEach((one, at) => {
      for (const two of list.slice(at + 1)) {
        if (one.truth === two.truth) continue;
        pairs++;
        if (found.get(one.id) === found.get(two.id)) wrong++;
      }
    });
  }
  return wrong / Math.max(1, pairs);
}
