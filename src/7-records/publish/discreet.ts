import { countryName } from '../../0-terms/country-name.ts';
import type { Discretion } from '../exports/told-event.ts';
import type { EventSummary } from '../overview.ts';

/** An event in short without what is not to be told: private persons by their role, places as blunt as was asked for. */
export function discreet(summary: EventSummary, { words, place, blunt }: Discretion): EventSummary {
  const party = ({ name, kind }: EventSummary['actors'][number]): EventSummary['actors'][number] => ({ name: words(name), kind });
  const { where, title, actors, targets } = summary;
  return {
    ...summary,
    title: title === null || blunt ? null : words(title),
    actors: once(actors.map(party)),
    targets: once(targets.map(party)),
    where: where === null || !blunt ? where : named(place(where)),
  };
}

/** Two persons of one role read as one name. */
const once = (parties: EventSummary['actors']): EventSummary['actors'] =>
  parties.filter(({ name }, at) => parties.findIndex((other) => other.name === name) === at);

/** A blunted place that is a country bears its code. */
const named = (where: ReturnType<Discretion['place']>): EventSummary['where'] => ({
  ...(where as NonNullable<EventSummary['where']>),
  name: where.name === '' ? 'place not told' : where.name === where.country ? countryName(where.name) : where.name,
});
