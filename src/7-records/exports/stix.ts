import { countryName } from '../../0-terms/country-name.ts';
import { notesOf } from './armed-sides.ts';
import type { ExportFormat } from './format.ts';
import type { ToldEvent, ToldParty, ToldPlace, ToldSource } from './told-event.ts';
import { uuid5 } from './uuid.ts';

type StixObject = { readonly type: string; readonly id: string } & Readonly<Record<string, unknown>>;

/** Where nothing says when: before everything that is told. */
const EVER = '1970-01-01T00:00:00.000Z';
const EXTENSION = `extension-definition--${uuid5('saidso incident extension')}`;
const MAKER = `identity--${uuid5('saidso')}`;

/**
 * A STIX 2.1 bundle: an incident for every event, identities for its parties, locations, reports, and relationships between them. Ids are UUIDs of
 * version 5, so a second export replaces the first. Who is only accused is related to the incident and not called its author.
 * Source: OASIS, STIX Version 2.1 (10 June 2021), sections 2.9, 3.2 to 3.7, 4.5, 4.6, 4.10, 4.16, 5.1, 7.3.
 */
export const stix: ExportFormat = {
  name: 'stix',
  extension: 'json',
  about: 'a STIX 2.1 bundle: incidents, identities, locations, reports and how they hang together',
  fields: [
    { name: 'bundle', about: 'id: UUID version 5 of the ids of all events in it.' },
    {
      name: 'identity',
      about: 'A party: name, identity_class (individual, group, organization, class, unknown), sectors where STIX has one.',
    },
    { name: 'location', about: 'name, country (alpha-2), administrative_area, latitude, longitude.' },
    { name: 'incident', about: 'name, description (the accounts in plain English); further values in the extension.' },
    { name: 'extension-definition', about: 'Says what stands in the extension of an incident.' },
    {
      name: 'extensions',
      about:
        'Of an incident: event, event_type, stage, status, origins, first_day, last_day, day_precision, place_precision, toll (by effect: low, best, high).',
    },
    { name: 'report', about: 'name (title), published, external_references (address), object_refs (the incidents that it tells).' },
    {
      name: 'relationship',
      about:
        'incident targets identity; incident located-at location; incident attributed-to identity only where a report tells it as a fact or a court convicted; else related-to, with the tie in its description.',
    },
    {
      name: 'created, modified',
      about:
        'First day of publication of the reports behind it; 1970-01-01 where none is dated. Not the time of the export, so that the same record gives the same bytes.',
    },
  ],
  *write({ events }) {
    yield `{"type":"bundle","id":"bundle--${uuid5(`bundle ${[...idsOf(events())].join(' ')}`)}","objects":[`;
    yield `\n${JSON.stringify(maker())},\n${JSON.stringify(definition())}`;
    const written = new Set<string>();
    for (const event of events()) {
      for (const object of objectsOf(event)) {
        if (written.has(object.id)) continue;
        written.add(object.id);
        yield `,\n${JSON.stringify(object)}`;
      }
    }
    yield '\n]}\n';
  },
};

function* idsOf(events: Iterable<ToldEvent>): Iterable<string> {
  for (const { id } of events) yield id;
}

const base = (type: string, key: string, at: string): StixObject & { readonly created: string } => ({
  type,
  spec_version: '2.1',
  id: `${type}--${uuid5(`${type} ${key}`)}`,
  created_by_ref: MAKER,
  created: at,
  modified: at,
});

const maker = (): StixObject => ({
  type: 'identity',
  spec_version: '2.1',
  id: MAKER,
  created: EVER,
  modified: EVER,
  name: 'Saidso',
  identity_class: 'system',
});

const definition = (): StixObject => ({
  type: 'extension-definition',
  spec_version: '2.1',
  id: EXTENSION,
  created_by_ref: MAKER,
  created: EVER,
  modified: EVER,
  name: 'Political violence as news reports tell it',
  description: 'Type, stage, status, days and toll of an incident; docs/exports.md of Saidso describes each.',
  schema: 'docs/exports.md',
  version: '1.0.0',
  extension_types: ['property-extension'],
});

function* objectsOf(event: ToldEvent): Iterable<StixObject> {
  const dates = event.sources.flatMap(({ published }) => published ?? []).sort();
  const at = dates[0] === undefined ? EVER : `${dates[0]}T00:00:00.000Z`;
  const incident = incidentOf(event, at);
  yield incident;
  if (event.place !== null) {
    const place = locationOf(event.place);
    yield place;
    yield relationship(incident.id, 'located-at', place.id, at);
  }
  for (const party of event.actors) {
    const identity = identityOf(party, event);
    yield identity;
    const sure = party.ties.includes('fact') || party.ties.includes('convicted');
    yield relationship(
      incident.id,
      sure && event.stage === 'occurred' ? 'attributed-to' : 'related-to',
      identity.id,
      at,
      party.ties.join(', '),
    );
  }
  for (const party of event.targets) {
    const identity = identityOf(party, event);
    yield identity;
    yield relationship(incident.id, 'targets', identity.id, at);
  }
  for (const source of event.sources) yield reportOf(source, event, incident.id);
}

function incidentOf(event: ToldEvent, at: string): StixObject {
  const { days, place, toll } = event;
  const name = [event.type.replaceAll('-', ' '), place?.name, days?.from].filter((part) => part !== undefined && part !== '').join(', ');
  return {
    ...base('incident', event.id, at),
    name,
    description: notesOf(event),
    extensions: {
      [EXTENSION]: {
        extension_type: 'property-extension',
        event: event.id,
        event_type: event.type,
        stage: event.polarity === 'denied' ? 'denied' : event.stage,
        status: event.status,
        origins: event.origins,
        ...(days === null ? {} : { first_day: days.from, last_day: days.to, day_precision: days.precision }),
        ...(place?.precision === undefined ? {} : { place_precision: place.precision }),
        toll,
      },
    },
  };
}

const CLASS: Readonly<Record<string, string>> = {
  person: 'individual',
  group: 'group',
  organisation: 'organization',
  government: 'organization',
  nationality: 'class',
};

/** A private person is another one in every event: roles are no names. */
function identityOf({ name, kind, sector, masked }: ToldParty, { id }: ToldEvent): StixObject {
  return {
    ...base('identity', `${kind ?? ''} ${name.toLowerCase()} ${masked ? id : ''}`, EVER),
    name,
    identity_class: CLASS[kind ?? ''] ?? 'unknown',
    ...(sector !== undefined && kind === 'government' ? { sectors: ['government'] } : {}),
  };
}

function locationOf({ name, country, admin1, lat, lon }: ToldPlace): StixObject {
  return {
    ...base('location', `${name} ${country ?? ''} ${lat ?? ''} ${lon ?? ''}`, EVER),
    name: name === '' ? 'unknown' : name.length === 2 && name === country ? countryName(name) : name,
    ...(country === undefined ? { region: 'world' } : { country }),
    ...(admin1 === undefined ? {} : { administrative_area: admin1 }),
    ...(lat === undefined || lon === undefined ? {} : { latitude: lat, longitude: lon }),
  };
}

/** A report object for each event that a report tells: what it refers to must not depend on the others in the bundle. */
function reportOf({ report, title, published, publisher, url }: ToldSource, { id }: ToldEvent, incident: string): StixObject {
  const at = published === null ? EVER : `${published}T00:00:00.000Z`;
  return {
    ...base('report', `${report} ${id}`, at),
    name: title ?? report,
    published: at,
    object_refs: [incident],
    external_references: [{ source_name: publisher ?? 'news report', external_id: report, ...(url === null ? {} : { url }) }],
  };
}

const relationship = (from: string, kind: string, to: string, at: string, description = ''): StixObject => ({
  ...base('relationship', `${from} ${kind} ${to}`, at),
  relationship_type: kind,
  source_ref: from,
  target_ref: to,
  ...(description === '' ? {} : { description }),
});
