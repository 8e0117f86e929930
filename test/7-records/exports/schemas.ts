/** JSON Schemas of what is exported, written from the published standards named at each. */

const isoDate = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const list = (items: object): object => ({ type: 'array', items });

/** RFC 7946, sections 3.1.2, 3.2, 3.3 and 6.1 (foreign members). */
export const GEOJSON = {
  type: 'object',
  required: ['type', 'features', 'saidso'],
  properties: {
    type: { const: 'FeatureCollection' },
    features: list({
      type: 'object',
      required: ['type', 'geometry', 'properties'],
      properties: {
        type: { const: 'Feature' },
        id: { type: 'string' },
        geometry: {
          type: 'object',
          required: ['type', 'coordinates'],
          additionalProperties: false,
          properties: {
            type: { const: 'Point' },
            coordinates: {
              type: 'array',
              minItems: 2,
              maxItems: 2,
              items: [{ type: 'number', minimum: -180, maximum: 180 }, { type: 'number', minimum: -90, maximum: 90 }], // biome-ignore format: a pair
            },
          },
        },
        properties: {
          type: 'object',
          required: ['precision', 'toll'],
          properties: { precision: { enum: ['exact', 'near', 'admin2', 'admin1', 'country', null] } },
        },
      },
    }),
    saidso: { type: 'object', required: ['placed', 'without'], properties: { placed: { type: 'integer' }, without: { type: 'integer' } } },
  },
};

const stixId = (type: string): object => ({
  type: 'string',
  pattern: `^${type}--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`,
});
const stamp = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' };
const stixObject = (type: string, required: readonly string[], properties: object): object => ({
  type: 'object',
  required: ['type', 'spec_version', 'id', 'created', 'modified', ...required],
  additionalProperties: false,
  properties: {
    type: { const: type },
    spec_version: { const: '2.1' },
    id: stixId(type),
    created: stamp,
    modified: stamp,
    created_by_ref: stixId('identity'),
    ...properties,
  },
});
const text = { type: 'string', minLength: 1 };

/** OASIS STIX 2.1, sections 3.2 (common properties), 4.5 identity, 4.6 incident, 4.10 location, 4.16 report, 5.1 relationship, 7.3 extension, 8 bundle. */
export const STIX = {
  type: 'object',
  required: ['type', 'id', 'objects'],
  additionalProperties: false,
  properties: {
    type: { const: 'bundle' },
    id: stixId('bundle'),
    objects: list({
      oneOf: [
        stixObject('identity', ['name'], {
          name: text,
          identity_class: { enum: ['individual', 'group', 'system', 'organization', 'class', 'unknown'] },
          sectors: list({ const: 'government' }),
        }),
        stixObject('incident', ['name'], { name: text, description: { type: 'string' }, extensions: { type: 'object' } }),
        {
          allOf: [
            stixObject('location', [], {
              name: text,
              region: text,
              country: { type: 'string', pattern: '^[A-Z]{2}$' },
              administrative_area: text,
              latitude: { type: 'number', minimum: -90, maximum: 90 },
              longitude: { type: 'number', minimum: -180, maximum: 180 },
            }),
            { anyOf: [{ required: ['region'] }, { required: ['country'] }, { required: ['latitude', 'longitude'] }] },
          ],
        },
        stixObject('report', ['name', 'published', 'object_refs'], {
          name: text,
          published: stamp,
          object_refs: { type: 'array', minItems: 1, items: { type: 'string' } },
          external_references: list({
            type: 'object',
            required: ['source_name'],
            anyOf: [{ required: ['description'] }, { required: ['url'] }, { required: ['external_id'] }],
          }),
        }),
        stixObject('relationship', ['relationship_type', 'source_ref', 'target_ref'], {
          relationship_type: { type: 'string', pattern: '^[a-z0-9-]+$' },
          description: { type: 'string' },
          source_ref: stixId('incident'),
          target_ref: { type: 'string' },
        }),
        stixObject('extension-definition', ['created_by_ref', 'name', 'schema', 'version', 'extension_types'], {
          name: text,
          description: text,
          schema: text,
          version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
          extension_types: list({ const: 'property-extension' }),
        }),
      ],
    }),
  },
};

/** W3C Web Annotation Data Model (2017), sections 3.1, 3.2.4, 3.3.5, 4.2.4, 4.2.5, 5.1, 5.2. */
export const ANNOTATIONS = {
  type: 'object',
  required: ['@context', 'id', 'type', 'first', 'total'],
  properties: {
    '@context': { const: 'http://www.w3.org/ns/anno.jsonld' },
    type: { const: 'AnnotationCollection' },
    total: { type: 'integer', minimum: 0 },
    first: {
      type: 'object',
      required: ['type', 'items'],
      properties: {
        type: { const: 'AnnotationPage' },
        items: list({
          type: 'object',
          required: ['id', 'type', 'target'],
          additionalProperties: false,
          properties: {
            id: { type: 'string', pattern: '^urn:saidso:claim:' },
            type: { const: 'Annotation' },
            motivation: { enum: ['classifying', 'identifying'] },
            body: list({
              type: 'object',
              required: ['type', 'value'],
              properties: { type: { const: 'TextualBody' }, purpose: { enum: ['describing', 'tagging'] }, value: { type: 'string' } },
            }),
            target: {
              type: 'object',
              required: ['source', 'selector'],
              properties: {
                source: text,
                selector: list({
                  oneOf: [
                    {
                      type: 'object',
                      required: ['type', 'exact'],
                      properties: {
                        type: { const: 'TextQuoteSelector' },
                        exact: text,
                        prefix: { type: 'string' },
                        suffix: { type: 'string' },
                      },
                    },
                    {
                      type: 'object',
                      required: ['type', 'start', 'end'],
                      properties: {
                        type: { const: 'TextPositionSelector' },
                        start: { type: 'integer', minimum: 0 },
                        end: { type: 'integer', minimum: 1 },
                      },
                    },
                  ],
                }),
              },
            },
          },
        }),
      },
    },
  },
};

const lists = { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } };
const ftmEntity = (schema: string, names: readonly string[], required: readonly string[] = []): object => ({
  type: 'object',
  required: ['id', 'schema', 'properties'],
  additionalProperties: false,
  properties: {
    id: text,
    schema: { const: schema },
    properties: {
      type: 'object',
      required,
      additionalProperties: false,
      properties: Object.fromEntries(names.map((name) => [name, lists])),
    },
  },
});

/** followthemoney.tech, schemata of version 3: properties of Event (with Interval), Article (with Document), Person, Organization, PublicBody, LegalEntity. */
export const FTM = {
  oneOf: [
    ftmEntity(
      'Event',
      ['name', 'startDate', 'endDate', 'location', 'country', 'summary', 'keywords', 'involved', 'proof', 'sourceUrl'],
      ['name'],
    ),
    ftmEntity('Article', ['title', 'publisher', 'publishedAt', 'sourceUrl'], ['title']),
    ...['Person', 'Organization', 'PublicBody', 'LegalEntity'].map((schema) => ftmEntity(schema, ['name', 'country'], ['name'])),
  ],
};

const party = {
  type: 'object',
  required: ['name', 'country', 'sector'],
  properties: {
    name: text,
    country: { type: ['string', 'null'], pattern: '^[A-Z]{3}$' },
    sector: { type: ['string', 'null'], pattern: '^[A-Z]{3}$' },
  },
};
const figure = {
  type: 'object',
  required: ['low', 'best', 'high'],
  properties: { low: { type: 'integer' }, best: { type: 'integer' }, high: { type: ['integer', 'null'] } },
};

/** PLOVER manual (2018), section 2, with the field names of the POLECAT codebook (2023): the sixteen events and their modes in small letters. */
export const PLOVER = {
  type: 'object',
  required: ['id', 'date', 'event', 'mode', 'context', 'actor', 'recipient', 'location', 'magnitude'],
  properties: {
    date: { anyOf: [isoDate, { type: 'null' }] },
    event: {
      enum: [
        'AGREE',
        'CONSULT',
        'SUPPORT',
        'CONCEDE',
        'COOPERATE',
        'AID',
        'RETREAT',
        'REQUEST',
        'ACCUSE',
        'REJECT',
        'THREATEN',
        'PROTEST',
        'SANCTION',
        'MOBILIZE',
        'COERCE',
        'ASSAULT',
      ],
    },
    mode: { type: 'string', pattern: '^[a-z-]*$' },
    context: list(text),
    actor: list(party),
    recipient: list(party),
    location: { anyOf: [{ type: 'null' }, { type: 'object', required: ['name', 'country', 'lat', 'lon'] }] },
    magnitude: { type: 'object', additionalProperties: false, properties: { dead: figure, injured: figure } },
  },
};
