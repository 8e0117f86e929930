import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '../../src/1-pages/page.ts';
import type { ConflictEvent, Disagreement, EventToll, RepublicationReason } from '../../src/6-events/conflict-event.ts';

/** What a careful reader makes of several reports, as `expected.json` of their folder holds it. Reports go by the names of their files. */
export interface ExpectedStory {
  readonly events: readonly ExpectedEvent[];
  /** Pairs of reports that no event of violence tells together. */
  readonly apart?: readonly (readonly [string, string])[];
}

/** An event that must be there, told by exactly these reports. What is not named may be anything. */
export interface ExpectedEvent {
  readonly type: string | readonly string[];
  readonly reports: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly where?: string;
  readonly status?: string;
  readonly origins?: number;
  /** By effect: `7` is the best figure, `(6-11)` lowest and highest of all, `11 (6-11)` both. */
  readonly toll?: Readonly<Record<string, string>>;
  /** By effect, the figures in the order of publication. */
  readonly history?: Readonly<Record<string, readonly number[]>>;
  readonly disagreements?: readonly Disagreement['field'][];
  readonly republication?: readonly { readonly from: string; readonly to: string; readonly reasons: readonly RepublicationReason[] }[];
  /** By words of an actor's name, ties to the act that must be among its own. */
  readonly actors?: Readonly<Record<string, readonly string[]>>;
}

const STORIES = new URL('./stories/', import.meta.url).pathname;

export const storySlugs = (): string[] =>
  readdirSync(STORIES)
    .filter((slug) => existsSync(join(STORIES, slug, 'expected.json')))
    .sort();

export const expectedOfStory = (slug: string): ExpectedStory =>
  JSON.parse(readFileSync(join(STORIES, slug, 'expected.json'), 'utf8')) as ExpectedStory;

/** The reports of a story, by the names of their files. */
export const storyPages = (slug: string): Map<string, Page> =>
  new Map(
    readdirSync(join(STORIES, slug))
      .filter((file) => file.endsWith('.txt'))
      .sort()
      .map((file) => {
        const text = readFileSync(join(STORIES, slug, file), 'utf8');
        return [file.replace(/\.txt$/, ''), { source: file, url: null, mediaType: 'text/plain', text, notes: [] }];
      }),
  );

/** Every expectation that events do not meet, a line each. `names`: the file of each report by its id. */
export function unmetStory(expected: ExpectedStory, events: readonly ConflictEvent[], names: ReadonlyMap<string, string>): string[] {
  const lines: string[] = [];
  const told = ({ reports }: ConflictEvent): string[] => reports.map((id) => names.get(id) ?? id).sort();
  for (const wanted of expected.events) {
    const types = [wanted.type].flat();
    const fitting = events.filter((event) => types.includes(event.type) && told(event).join() === [...wanted.reports].sort().join());
    const what = `${types.join(' or ')} of ${wanted.reports.join(', ')}`;
    const closest = fitting.map((event) => differences(wanted, event, names)).sort((a, b) => a.length - b.length)[0];
    if (closest === undefined) lines.push(`no ${what}; there are ${events.map((event) => `${event.type} of ${told(event).join(', ')}`).join('; ')}`);
    else for (const line of closest) lines.push(`${what}: ${line}`);
  }
  for (const [a, b] of expected.apart ?? []) {
    for (const event of events) {
      if (VIOLENT.has(event.type) && told(event).includes(a) && told(event).includes(b)) lines.push(`a ${event.type} joins ${a} and ${b}`);
    }
  }
  return lines;
}

const VIOLENT = new Set(['armed-attack', 'killing', 'bombing', 'clash', 'assassination', 'suicide-bombing', 'shelling', 'air-strike']);

function differences(wanted: ExpectedEvent, event: ConflictEvent, names: ReadonlyMap<string, string>): string[] {
  const lines: string[] = [];
  const check = (what: string, expected: unknown, got: unknown): void => {
    if (expected !== undefined && expected !== got) lines.push(`${what} is ${String(got)}, not ${String(expected)}`);
  };
  check('from', wanted.from, event.when?.from);
  check('to', wanted.to, event.when?.to);
  check('where', wanted.where, event.where?.name);
  check('status', wanted.status, event.status);
  check('origins', wanted.origins, event.origins);
  for (const [effect, figure] of Object.entries(wanted.toll ?? {})) {
    const toll = event.toll[effect as keyof ConflictEvent['toll']];
    if (toll === undefined || !fits(figure, toll))
      lines.push(`${effect} is ${toll === undefined ? 'missing' : `${toll.best} (${toll.low}-${toll.high})`}, not ${figure}`);
  }
  for (const [effect, figures] of Object.entries(wanted.history ?? {})) {
    const accounts = event.toll[effect as keyof ConflictEvent['toll']]?.accounts ?? [];
    check(`history of ${effect}`, figures.join(', '), accounts.map(({ low }) => low).join(', '));
  }
  for (const field of wanted.disagreements ?? []) {
    if (!event.disagreements.some((one) => one.field === field)) lines.push(`no disagreement on ${field}`);
  }
  for (const { from, to, reasons } of wanted.republication ?? []) {
    const edge = event.republication.find((one) => names.get(one.from) === from && names.get(one.to) === to);
    for (const reason of reasons) {
      if (!edge?.reasons.some((one) => one.reason === reason)) lines.push(`${from} does not go back to ${to} by ${reason}`);
    }
  }
  for (const [name, ties] of Object.entries(wanted.actors ?? {})) {
    const own = event.actors.filter((actor) => actor.name.includes(name)).flatMap(({ responsibilities }) => responsibilities);
    for (const tie of ties) if (!own.includes(tie)) lines.push(`${name} is ${own.join(', ') || 'no actor'}, not ${tie}`);
  }
  return lines;
}

function fits(figure: string, { best, low, high }: EventToll): boolean {
  const [, wanted, least, most] = /^(\d+)? ?(?:\((\d+)-(\d+)\))?$/.exec(figure) ?? [];
  return (
    (wanted === undefined || best === Number(wanted)) &&
    (least === undefined || low === Number(least)) &&
    (most === undefined || high === Number(most))
  );
}
