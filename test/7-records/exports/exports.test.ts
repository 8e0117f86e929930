import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesUnder, readSource } from '../../../scripts/source-files.ts';
import { InputError } from '../../../src/0-terms/errors.ts';
import { captured, fromDisk } from '../../../src/1-pages/capture.ts';
import { SUB_OF } from '../../../src/7-records/exports/acled-codes.ts';
import { csvRow } from '../../../src/7-records/exports/csv.ts';
import { FORMATS } from '../../../src/7-records/exports/formats.ts';
import { PLOVER_OF } from '../../../src/7-records/exports/plover.ts';
import { uuid5 } from '../../../src/7-records/exports/uuid.ts';
import { open } from '../../../src/7-records/open.ts';
import type { Store } from '../../../src/7-records/store.ts';
import { makeActor, makeClaim, makeEntity, makeFullReport, makeReport, makeTarget, spanOf } from '../../make.ts';
import { eachAlone } from '../make-events.ts';
import { ANNOTATIONS, FTM, GEOJSON, PLOVER, STIX } from './schemas.ts';

const reading = { codebook: 'test 1.0.0', software: '0.1.0' };
const shot = (() => {
  const text = 'Gunmen 🛖 shot dead Idris Bello, a 34-year-old baker, in Karvel on 3 March 2020. The Front denies it.';
  const when = {
    from: '2020-03-03',
    to: '2020-03-03',
    precision: 'day',
    basis: 'explicit',
    rule: 't',
    span: spanOf(text, '3 March 2020'),
  } as const;
  const killing = makeClaim(text, 'killing', 'shot dead', {
    actor: [makeActor(text, 'Gunmen', 'accused')],
    target: [makeTarget(text, 'Idris Bello', 'e1')],
    when,
    where: { entity: 'e2', span: spanOf(text, 'Karvel'), rule: 't' },
    toll: [{ effect: 'killed', low: 1, high: 1, span: spanOf(text, 'Idris Bello'), rule: 't' }],
    sentence: [0, text.indexOf(' The Front')],
  });
  return makeReport({
    text,
    title: '=Baker Idris Bello shot dead',
    publisher: '+The Gazette',
    url: 'https://gazette.example/2020/idris-bello-shot',
    source: 'https://gazette.example/2020/idris-bello-shot',
    byline: 'By Jon Reed',
    published: { date: '2020-03-04', basis: 'metadata' },
    entities: [
      makeEntity('e1', 'person', 'Idris Bello', { aliases: ['Bello'], descriptions: ['34', 'baker'] }),
      makeEntity('e2', 'place', 'Karvel', {
        country: 'PK',
        admin1: 'Punjab',
        lat: -31.5,
        lon: 74.3,
        precision: 'exact',
        ref: 'geonames:1',
      }),
    ],
    claims: [killing],
  });
})();

let folder: string;
let store: Store;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saidso-'));
  store = open(join(folder, 'a.db'));
  store.put(makeFullReport(), reading, captured(Buffer.from('bytes'), fromDisk(new Date('2026-01-01T00:00:00Z'))));
  store.put(shot, reading);
  store.refreshEvents(eachAlone);
  store.decide('Ada', 'the list', {
    kind: 'correct',
    id: store.events({ type: 'killing' }).items[0]?.id ?? '',
    field: 'injured',
    value: '2',
  });
  store.refreshEvents(eachAlone);
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});
const exported = (format: string, more: Partial<Parameters<Store['export']>[0]> = {}, from: Store = store): string =>
  [...from.export({ format, ...more }).pieces].join('');
/** Cells of a CSV file, by column. */
function table(csv: string): Record<string, string>[] {
  const rows = [...csv.replace(/^\ufeff/, '').matchAll(/((?:"(?:[^"]|"")*"|[^",\r\n])*)(,|\r\n)/g)].reduce<string[][]>(
    (all, [, cell = '', end]) => {
      all.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
      if (end === '\r\n') all.push([]);
      return all;
    },
    [[]],
  );
  const [head = [], ...body] = rows.filter((row) => row.length > 0);
  return body.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
}
const lines = (jsonl: string): Record<string, unknown>[] => jsonl.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>); // biome-ignore format: one line
const fits = (schema: object, value: unknown): void => {
  const ajv = new Ajv({ strict: false });
  const valid = ajv.validate(schema, value);
  expect(valid, JSON.stringify(ajv.errors?.slice(0, 3))).toBe(true);
};

describe('every format', () => {
  it.each(FORMATS.map(({ name }) => [name]))('%s gives the same bytes twice, and something', (name) => {
    expect(exported(name)).toBe(exported(name));
    expect(exported(name).length).toBeGreaterThan(100);
  });

  it.each(FORMATS.map((format) => [format.name, format] as const))('%s: docs/exports.md describes every field', (name, { fields }) => {
    const page = readSource('docs/exports.md');
    const section = page.slice(page.indexOf(`## ${name}`)).split('\n## ')[0] ?? '';
    expect(page).toContain(`## ${name}`);
    expect(fields.filter((field) => !section.includes(`| \`${field.name}\` | ${field.about.replaceAll('|', '\\|')} |`)).map((field) => field.name)).toEqual([]); // biome-ignore format: one line
  });

  it.each(FORMATS.map(({ name }) => [name]))('%s of nothing is whole as well', (name) => {
    const nothing = open(':memory:');
    expect(exported(name, {}, nothing)).toBeTypeOf('string');
    nothing.close();
  });

  it('refuses what it cannot do, in one line', () => {
    expect(() => store.export({ format: 'xml' })).toThrow(InputError);
    expect(() => store.export({ format: 'jsonl', coarsen: 'country' })).toThrow('name places');
    expect(() => store.export({ format: 'csv', query: { report: 'r_none' } })).toThrow(InputError);
  });

  it('knows every type of the codebook, or leaves it out on purpose', () => {
    const types = filesUnder('codebook/events', ['.yaml']).map((file) => /([a-z-]+)\.yaml$/.exec(file)?.[1] ?? '');
    const crosswalk = (type: string, name: string): boolean =>
      new RegExp(`crosswalk:.*${name}:`).test(readSource(`codebook/events/${type}.yaml`));
    expect(types.filter((type) => crosswalk(type, 'acled') && SUB_OF[type] === undefined)).toEqual([]);
    expect(types.filter((type) => crosswalk(type, 'plover') && PLOVER_OF[type] === undefined)).toEqual([]);
  });
});

describe('tables', () => {
  it('keep numbers and disarm formulas', () => {
    expect(csvRow(['=1+1', '+a', '-b', '@c', '\tx', '\r=1', ' =1', '＝1', -31.5, 0, null, 'a,"b"', 'two\nlines'])).toBe(
      `'=1+1,'+a,'-b,'@c,'\tx,"'\r=1",' =1,'＝1,-31.5,0,,"a,""b""","two\nlines"\r\n`,
    );
    const [row] = table(exported('csv')).filter(({ type }) => type === 'killing');
    expect(row).toMatchObject({
      latitude: '-31.5',
      sources: "'+The Gazette",
      injured_best: '2',
      corrected: 'injured',
      machine: 'injured=',
    });
  });

  it('have ACLED’s columns in ACLED’s order', () => {
    const names = exported('acled-csv').split('\r\n')[0]?.split(',') ?? [];
    expect(names.slice(0, 31)).toEqual(
      'event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale notes fatalities tags timestamp'.split(
        ' ',
      ),
    );
    const [row] = table(exported('acled-csv')).filter((one) => one['saidso_type'] === 'killing');
    expect(row).toMatchObject({
      event_date: '2020-03-03',
      time_precision: '1',
      disorder_type: 'Political violence',
      event_type: 'Violence against civilians',
      sub_event_type: 'Attack',
      inter1: 'Political militia',
      inter2: 'Civilians',
      interaction: 'Political militia-Civilians',
      civilian_targeting: 'Civilian targeting',
      iso: '586',
      region: 'South Asia',
      geo_precision: '1',
      fatalities: '1',
      saidso_actor1_tie: 'accused',
      timestamp: '1583280000',
    });
    expect(row?.['event_id_cnty']).toMatch(/^PAK\d+$/);
    expect(row?.['notes']).toContain('Not told as a fact of: Gunmen (accused).');
  });

  it('have UCDP’s columns, with the cell of PRIO-GRID', () => {
    const rows = table(exported('ucdp-csv'));
    expect(rows).toHaveLength(2);
    const [row] = rows.filter((one) => one['saidso_type'] === 'killing');
    // Latitude −31.5 is row 118 (of half a degree, from 1), longitude 74.3 column 509: 117 × 720 + 509.
    expect(row).toMatchObject({ year: '2020', type_of_violence: '3', side_b: 'Civilians', best: '1', deaths_civilians: '1', where_prec: '1', date_prec: '1', priogrid_gid: '84749', region: 'Asia' }); // biome-ignore format: one line
  });

  it('say what they leave out', () => {
    const { pieces, leftOut } = store.export({ format: 'acled-csv' });
    for (const _ of pieces);
    expect(Object.fromEntries(leftOut)).toEqual({ 'not carried out': 1 });
  });

  it('take the filters of events, with what people set right', () => {
    const of = (query: object): number => table(exported('csv', { query })).length;
    expect([of({}), of({ type: ['killing'] }), of({ since: '2018-01-01' }), of({ report: shot.id }), of({ country: ['FR'] })]).toEqual([
      4, 1, 1, 1, 0,
    ]);
  });
});

describe('standards', () => {
  it.each([
    ['geojson', GEOJSON],
    ['stix', STIX],
    ['annotations', ANNOTATIONS],
  ])('%s fits its schema', (name, schema) => {
    fits(schema, JSON.parse(exported(name)));
    fits(schema, JSON.parse(exported(name, { privateNames: true })));
  });
  it.each([
    ['ftm', FTM],
    ['plover-jsonl', PLOVER],
  ])('every line of %s fits its schema', (name, schema) => {
    for (const line of lines(exported(name))) fits(schema, line);
  });

  it('GeoJSON counts what has no place on the map', () => {
    const { features, saidso } = JSON.parse(exported('geojson')) as { features: unknown[]; saidso: { placed: number; without: number } };
    expect(saidso.placed).toBe(features.length);
    expect(saidso.placed + saidso.without).toBe(4);
  });

  it('STIX ids are UUIDs of version 5 and the same in every run; nobody accused is called the author', () => {
    expect(uuid5('a')).toBe(uuid5('a'));
    expect(uuid5('a')).not.toBe(uuid5('b'));
    const { objects } = JSON.parse(exported('stix')) as {
      objects: { id: string; relationship_type?: string; description?: string; target_ref?: string }[];
    };
    const ids = new Set(objects.map(({ id }) => id));
    expect(ids.size).toBe(objects.length);
    for (const { target_ref } of objects) if (target_ref !== undefined) expect(ids.has(target_ref)).toBe(true);
    expect(
      objects
        .filter((one) => one.relationship_type !== undefined && one.description?.includes('accused'))
        .map((one) => one.relationship_type),
    ).toEqual(['related-to', 'related-to']);
  });

  it('annotations quote the words at their place, in code points', () => {
    const { first } = JSON.parse(exported('annotations')) as {
      first: { items: { id: string; target: { selector: { exact: string; start: number; end: number }[] } }[] };
    };
    const texts = new Map([shot, makeFullReport()].map(({ id, text }) => [id, [...text]]));
    for (const { id, target } of first.items) {
      const [quote, position] = target.selector;
      expect(
        texts
          .get(id.split(':')[3] ?? '')
          ?.slice(position?.start, position?.end)
          .join(''),
      ).toBe(quote?.exact);
    }
    expect(first.items.some(({ target }) => target.selector[0]?.exact === 'shot dead')).toBe(true);
  });

  it('BibTeX braces balance', () => {
    const bib = exported('bibtex');
    expect(bib.replace(/\\[{}]/g, '').match(/\{/g)?.length).toBe(bib.replace(/\\[{}]/g, '').match(/\}/g)?.length);
    expect(bib).toContain('author = {Jon Reed}');
  });
});

describe('private persons', () => {
  it.each(FORMATS.map(({ name }) => [name]))('%s names none of them anywhere', (name) => {
    const open = exported(name);
    if (!['geojson', 'ucdp-csv'].includes(name)) expect(open).toContain('Bello');
    const held = exported(name, { privateNames: true });
    for (const word of ['Bello', 'bello', 'Mara Delane', 'Delane', 'Jon Reed']) expect(held, word).not.toContain(word);
  });

  it('leaves the spans of a record on their words', () => {
    const [report] = lines(exported('jsonl', { privateNames: true, query: { report: shot.id } })).filter(({ kind }) => kind === 'report');
    const { record } = report as unknown as {
      record: { report: { text: string }; claims: { trigger: [number, number]; target: { span: [number, number] }[] }[] };
    };
    const [claim] = record.claims;
    expect(record.report.text.slice(...(claim?.trigger ?? [0, 0]))).toBe('shot dead');
    const role = record.report.text.slice(...(claim?.target[0]?.span ?? [0, 0]));
    expect(role).not.toBe('');
    expect(record.report.text).toContain(`shot dead ${role}, a 34-year-old baker`);
  });
});

describe('places made blunt', () => {
  it.each([
    ['admin1', 'Punjab'],
    ['country', 'PK'],
  ] as const)('to %s', (coarsen, name) => {
    const [row] = table(exported('csv', { coarsen, query: { type: ['killing'] } }));
    expect(row).toMatchObject({ place: name, latitude: '', longitude: '', place_precision: coarsen, urls: 'https://gazette.example/' });
    for (const format of ['csv', 'acled-csv', 'ucdp-csv', 'plover-jsonl', 'geojson', 'ftm', 'stix'])
      expect(exported(format, { coarsen }), format).not.toContain('Karvel');
  });
});

describe('everything', () => {
  it('exported and imported is the same record, to the byte', () => {
    const file = join(folder, 'all.jsonl');
    writeFileSync(file, exported('jsonl'));
    const copy = open(join(folder, 'copy.db'));
    expect(copy.import(file, eachAlone)).toEqual({ reports: 2, captures: 1, decisions: 1 });
    expect(exported('jsonl', {}, copy)).toBe(readFileSync(file, 'utf8'));
    expect(copy.events({ type: 'killing' }).items[0]?.human.values.injured?.written).toBe('2');
    expect(() => copy.import(file, eachAlone)).toThrow('already');
    copy.close();
  });

  it.each<[string, (text: string) => string, RegExp]>([
    ['cut short', (text) => text.slice(0, text.lastIndexOf('{"kind":"end"')), /cut short/],
    ['without a line', (text) => text.split('\n').toSpliced(2, 1).join('\n'), /missing/],
    ['with a text that was changed', (text) => text.replace('The Front denies', 'The Front admits'), /:3: the text is not that of/],
    ['with a broken line', (text) => text.replace('{"kind":"report"', '{"kind":"report'), /:2: is no line of JSON/],
    ['with a line of another kind', (text) => text.replace('{"kind":"capture"', '{"kind":"cow"'), /"cow" is no kind of line/],
    ['without private names', () => exported('jsonl', { privateNames: true }), /--names keep/],
    ['that is none', () => 'These are notes.\n', /no line of JSON/],
    ['that is empty', () => '', /cut short/],
  ])('an import of a file %s leaves nothing behind', (_, spoil, says) => {
    const file = join(folder, 'bad.jsonl');
    writeFileSync(file, spoil(exported('jsonl')));
    const copy = open(':memory:');
    expect(() => copy.import(file, eachAlone)).toThrow(InputError);
    expect(() => copy.import(file, eachAlone)).toThrow(says);
    expect(copy.counts().reports).toBe(0);
    copy.close();
  });
});
