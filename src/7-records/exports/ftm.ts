import { digest } from '../../0-terms/content-id.ts';
import { partyWithTies } from './armed-sides.ts';
import type { ExportFormat } from './format.ts';
import type { ToldEvent, ToldParty, ToldSource } from './told-event.ts';

interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/** Entities of FollowTheMoney, one JSON object a line. Source: followthemoney.tech, schemata Event, Person, Organization, PublicBody, LegalEntity, Article. */
export const ftm: ExportFormat = {
  name: 'ftm',
  extension: 'ftm.json',
  about: 'FollowTheMoney entities, one JSON object a line, for Aleph and OpenSanctions’ tools',
  fields: [
    { name: 'id', about: 'Of events and reports their id; of parties a digest of kind and name. The same in every run.' },
    { name: 'schema', about: 'Event; Article (a report); Person, Organization, PublicBody or LegalEntity (a party).' },
    { name: 'properties', about: 'Lists of text, as FollowTheMoney asks for.' },
    { name: 'Event.name', about: 'Type, place and days in words.' },
    { name: 'Event.startDate, Event.endDate', about: 'First and last day.' },
    { name: 'Event.location, Event.country', about: 'Name of the place; country as alpha-2 in small letters.' },
    { name: 'Event.summary', about: 'Who did what to whom, with ties; the accounts in plain English.' },
    { name: 'Event.keywords', about: 'Type, stage and status.' },
    {
      name: 'Event.involved',
      about: 'Ids of all parties, whatever their part: it says nothing of guilt. FollowTheMoney’s `organizer` is not used.',
    },
    { name: 'Event.proof', about: 'Ids of the reports.' },
    { name: 'Event.sourceUrl', about: 'Addresses of the reports.' },
    {
      name: 'Article.title, Article.publisher, Article.publishedAt, Article.sourceUrl',
      about: 'Head of the report; its text is not handed on.',
    },
    { name: 'Person.name, Organization.name, PublicBody.name, LegalEntity.name, country', about: 'Name and country of the party.' },
  ],
  *write({ events }) {
    // Digests of what was written: a party stands in many events.
    const written = new Set<string>();
    for (const event of events()) {
      const parties = [...event.actors, ...event.targets].map((party) => partyEntity(party, event));
      for (const one of [...parties, ...event.sources.map(articleOf)]) {
        if (written.has(one.id)) continue;
        written.add(one.id);
        yield `${JSON.stringify(one)}\n`;
      }
      yield `${JSON.stringify(eventEntity(event, parties))}\n`;
    }
  },
};

/** Properties with something in them; empty ones are left out, as FollowTheMoney does. */
const filled = (properties: Readonly<Record<string, readonly (string | null | undefined)[]>>): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, values]) => {
      const told = [...new Set(values.filter((value) => value != null && value !== ''))] as string[];
      return told.length > 0 ? [[name, told]] : [];
    }),
  );

function eventEntity(event: ToldEvent, parties: readonly FtmEntity[]): FtmEntity {
  const { days, place, actors, targets, accounts } = event;
  const part = (words: string, told: readonly string[]): string => (told.length > 0 ? `${words}: ${told.join('; ')}.` : '');
  return {
    id: event.id,
    schema: 'Event',
    properties: filled({
      name: [[event.type.replaceAll('-', ' '), place?.name, days?.from].filter(Boolean).join(', ')],
      startDate: [days?.from],
      endDate: [days?.to],
      location: [place?.name],
      country: [place?.country?.toLowerCase()],
      summary: [
        part('Named as doing it', actors.map(partyWithTies)),
        part(
          'Done to',
          targets.map(({ name }) => name),
        ),
        ...new Set(accounts.map(({ line }) => line)),
      ],
      keywords: [event.type, `stage: ${event.stage}`, `status: ${event.status}`, ...(event.polarity === 'denied' ? ['denied'] : [])],
      involved: parties.map(({ id }) => id),
      proof: event.sources.map(({ report }) => report),
      sourceUrl: event.sources.map(({ url }) => url),
    }),
  };
}

const SCHEMA: Readonly<Record<string, string>> = {
  person: 'Person',
  group: 'Organization',
  organisation: 'Organization',
  government: 'PublicBody',
};

/** A private person is another one in every event: roles are no names. */
function partyEntity({ name, kind, country, masked }: ToldParty, { id }: ToldEvent): FtmEntity {
  const schema = SCHEMA[kind ?? ''] ?? 'LegalEntity';
  return {
    id: `p_${digest(`${schema} ${name.toLowerCase()} ${masked ? id : ''}`).slice(0, 16)}`,
    schema,
    properties: filled({ name: [name], country: [country?.toLowerCase()] }),
  };
}

const articleOf = ({ report, title, publisher, url, published }: ToldSource): FtmEntity => ({
  id: report,
  schema: 'Article',
  properties: filled({ title: [title ?? report], publisher: [publisher], publishedAt: [published], sourceUrl: [url] }),
});
