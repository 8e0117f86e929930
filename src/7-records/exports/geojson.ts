import { EFFECTS } from '../../5-claims/coded-report.ts';
import { notesOf, partyWithTies } from './armed-sides.ts';
import type { ExportFormat } from './format.ts';
import type { ToldEvent } from './told-event.ts';

/** A FeatureCollection of points (RFC 7946). Events without coordinates are counted in the foreign member `saidso`, which stands at its end. */
export const geojson: ExportFormat = {
  name: 'geojson',
  extension: 'geojson',
  about: 'GeoJSON: a point for every event that has coordinates, and the count of those that have none',
  fields: [
    { name: 'id', about: 'Id of the event.' },
    { name: 'geometry', about: 'Point: longitude and latitude, WGS 84.' },
    { name: 'type', about: 'Type of the codebook.' },
    { name: 'stage', about: 'occurred, attempted, foiled, planned or threatened.' },
    { name: 'status', about: 'corroborated, single-origin, denied, or how far it got.' },
    { name: 'from', about: 'First day, YYYY-MM-DD; null where none is known.' },
    { name: 'to', about: 'Last day; null where none is known.' },
    { name: 'datePrecision', about: 'day, week, month or year; null where no day is known.' },
    { name: 'place', about: 'Name of the place.' },
    { name: 'country', about: 'ISO 3166-1 alpha-2; null where unknown.' },
    { name: 'admin1', about: 'First division; null where unknown.' },
    { name: 'precision', about: 'Class of the point: exact, near, admin2, admin1, country. From admin2 on it is a point within the area.' },
    { name: 'actors', about: 'List of those who act, with their ties in brackets where reports do not tell it as a fact.' },
    { name: 'targets', about: 'List of those acted on.' },
    { name: 'toll', about: 'By effect: low, best, high (null: open).' },
    { name: 'reports', about: 'How many reports tell it.' },
    { name: 'origins', about: 'How many independent origins.' },
    { name: 'notes', about: 'The accounts in plain English.' },
    { name: 'saidso', about: 'Of the collection: placed, and without (events that have no coordinates and no feature).' },
  ],
  *write({ events, leaveOut }) {
    yield '{"type":"FeatureCollection","features":[';
    let placed = 0;
    let without = 0;
    for (const event of events()) {
      const feature = featureOf(event);
      if (feature === null) {
        without += 1;
        leaveOut('without coordinates');
        continue;
      }
      yield `${placed === 0 ? '\n' : ',\n'}${JSON.stringify(feature)}`;
      placed += 1;
    }
    yield `\n],"saidso":${JSON.stringify({ placed, without })}}\n`;
  },
};

function featureOf(event: ToldEvent): Record<string, unknown> | null {
  const { place, days, toll } = event;
  if (place === null || place.lat === undefined || place.lon === undefined) return null;
  return {
    type: 'Feature',
    id: event.id,
    geometry: { type: 'Point', coordinates: [place.lon, place.lat] },
    properties: {
      type: event.type,
      stage: event.stage,
      status: event.status,
      from: days?.from ?? null,
      to: days?.to ?? null,
      datePrecision: days?.precision ?? null,
      place: place.name,
      country: place.country ?? null,
      admin1: place.admin1 ?? null,
      precision: place.precision ?? null,
      actors: event.actors.map(partyWithTies),
      targets: event.targets.map(({ name }) => name),
      toll: Object.fromEntries(EFFECTS.flatMap((effect) => (toll[effect] === undefined ? [] : [[effect, toll[effect]]]))),
      reports: event.sources.length,
      origins: event.origins,
      notes: notesOf(event),
    },
  };
}
