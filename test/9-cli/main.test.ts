import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../../src/0-terms/errors.ts';
import { toJson } from '../../src/7-records/json.ts';
import { makeClaim, makeFullReport, makeReport } from '../make.ts';
import { run } from './stand-in.ts';

let folder: string;
let db: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saidso-'));
  db = join(folder, 'a.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('saidso read', () => {
  it('prints a record for a terminal of 80 columns, without colour in a pipe', async () => {
    const { code, out, err } = await run(['read', 'a.txt']);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).not.toContain('\u001b');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(out).toMatchInlineSnapshot(`
      "Police arrest a student before an attack on a chapel
      The Coast Gazette · 12 September 2017 · by Jon Reed · from Karvel
      a.txt
      Comes from Northern Press Agency (news agency)

      3 CLAIMS
       1  Arrested: Mara Delane, by the Harbour Police — Karvel, Pakistan, April 2017;
          in the report’s own words
            “In [April 2017], [Mara Delane] was *arrested* by the [Harbour Police] in
            [Karvel], days before she planned to blow herself up in a chapel.”

       2  Foiled suicide bombing of a chapel by Mara Delane (accused by the
          authorities) — Karvel, Pakistan, April 2017; in the report’s own words
            “In [April 2017], [Mara Delane] was arrested by the Harbour Police in
            [Karvel], days before she planned to *blow herself up* in a [chapel].”

       3  Bombing of the Old Market with a car bomb; at least 6 killed — 11 July 2017;
          according to the Ministry of Order
            “The [Ministry of Order] [said] on Monday that a [car *bomb*] killed [at
            least six] people at the [Old Market] on [11 July].”

      1 QUOTE
        · Ilse Varn: “We found the second car in time”

      1 NOTE
        · The place "Old Market" is not in the gazetteer, so the bombing has no
          coordinates.
      "
    `);
  });
  it('prints one object a line with --json and nothing else', async () => {
    const { out } = await run(['read', '--json', 'a.txt', 'b.txt']);
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    const { source: _, ...coded } = makeFullReport();
    expect(JSON.parse(lines[0] ?? '')).toEqual(JSON.parse(JSON.stringify(toJson({ ...coded, source: 'a.txt' }))));
    expect(Object.keys(JSON.parse(lines[0] ?? ''))).toEqual(['format', 'report', 'entities', 'mentions', 'quotes', 'claims', 'notes']);
  });
  it('prints one line a claim with --quiet', async () => {
    const { out } = await run(['read', '--quiet', 'a.txt']);
    expect(out.trimEnd().split('\n')).toHaveLength(3);
    expect(out).not.toMatch(/gazetteer|Ilse/);
  });
  it('says so when a report claims nothing', async () => {
    const { code, out } = await run(['read', 'a.txt'], { pages: { 'a.txt': makeReport({ text: 'The fair opens on Sunday.' }) } });
    expect(code).toBe(0);
    expect(out).toContain('No claims of political violence');
  });
  it('does not call a report empty that it cannot read', async () => {
    const { code, out } = await run(['read', 'a.txt'], {
      pages: {
        'a.txt': makeReport({
          text: 'The fair opens on Sunday.',
          title: null,
          notes: [{ code: 'language-not-read', text: 'The report is in French, which is not read.' }],
        }),
      },
    });
    expect(code).toBe(0);
    expect(out).toContain('The fair opens on Sunday.');
    expect(out).toContain('in French, which is not read');
    expect(out).not.toContain('No claims of');
  });
  it.each<[string, Record<string, string>, boolean, boolean]>([
    ['a terminal', {}, true, true],
    ['NO_COLOR', { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR', { NO_COLOR: '' }, true, true],
    ['a pipe', {}, false, false],
    ['FORCE_COLOR in a pipe', { FORCE_COLOR: '1' }, false, true],
    ['a dumb terminal', { TERM: 'dumb' }, true, false],
  ])('colours: %s', async (_, env, tty, coloured) => {
    const { out } = await run(['read', 'a.txt'], { env, tty });
    expect(out.includes('\u001b[')).toBe(coloured);
    expect(out.includes('*arrested*')).toBe(!coloured);
  });
  it.each([[40], [60], [80], [100]])('keeps to a terminal of %i columns', async (columns) => {
    const { out } = await run(['read', 'a.txt'], { tty: true, columns, env: { NO_COLOR: '1' } });
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns);
  });
  it('never lets a report write to the terminal', async () => {
    const text = 'Gunmen \u001b[2Jattacked\u0007 a \u202econvoy\u009b31m.';
    const report = makeReport({
      text,
      title: 'Evil\u001b]0;title\u0007',
      claims: [makeClaim(text, 'armed-attack', 'attacked')],
      notes: [{ code: 'x', text: 'a\u001b[31mb' }],
    });
    for (const argv of [
      ['read', 'a.txt'],
      ['read', '--quiet', 'a.txt'],
    ]) {
      const { out } = await run(argv, { pages: { 'a.txt': report } });
      // eslint-disable-next-line no-control-regex
      expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    }
  });
  it('shows a sentence of a million letters around the trigger only', async () => {
    const text = `${'word '.repeat(100_000)}gunmen attacked a convoy ${'word '.repeat(100_000)}`;
    const { out } = await run(['read', 'a.txt'], {
      pages: { 'a.txt': makeReport({ text, claims: [makeClaim(text, 'armed-attack', 'attacked')] }) },
    });
    expect(out.length).toBeLessThan(2000);
    expect(out).toContain('*attacked*');
  });
});

describe('what cannot be read', () => {
  it('is named with its reason, the others are done, and the exit code is 1', async () => {
    const pages = { 'bad.png': new InputError('bad.png: is a picture; give the text of the report') };
    const { code, out, err } = await run(['read', 'bad.png', 'good.txt'], { pages });
    expect(code).toBe(1);
    expect(err).toBe('saidso: bad.png: is a picture; give the text of the report\n');
    expect(out).toContain('Police arrest a student');
  });
  it('is a page that holds no article', async () => {
    const wall = makeReport({ text: 'We value your privacy.', notes: [{ code: 'consent-wall', text: 'The page only asks for consent.' }] });
    const { code, out, err } = await run(['read', 'wall.html'], { pages: { 'wall.html': wall } });
    expect([code, out, err]).toEqual([1, '', 'saidso: wall.html: the page only asks for consent.\n']);
    expect((await run(['add', '--db', db, 'wall.html'], { pages: { 'wall.html': wall } })).code).toBe(1);
    expect((await run(['reports', '--db', db])).err).toContain('No reports');
  });
  it('is a codebook that is not there', async () => {
    expect(await run(['read', '--codebook', 'missing', 'a.txt'])).toMatchObject({
      code: 1,
      err: 'saidso: missing: there is no codebook.yaml in this folder\n',
    });
  });
});

describe('saidso add and what was kept', () => {
  it('keeps, and changes nothing the second time', async () => {
    expect((await run(['add', '--db', db, 'a.txt'])).out).toBe(`1 report added (3 claims) — ${db}\n`);
    expect((await run(['add', '--db', db, 'a.txt'])).out).toBe(`1 report already there — ${db}\n`);
    expect((await run(['add', '--db', db, 'b.txt'])).out).toBe(`1 copy of reports already there — ${db}\n`);
    expect((await run(['add', '--db', db, 'a.txt'], { codebook: 'test 2.0.0' })).out).toBe(`1 report read anew (3 claims) — ${db}\n`);
  });
  it('takes the day that is given', async () => {
    await run(['add', '--db', db, '--published', '2016-02-29', 'a.txt']);
    expect((await run(['reports', '--db', db])).out).toContain('2016-02-29');
  });
  it('lists reports and claims, on lines of 80 columns', async () => {
    await run(['add', '--db', db, 'a.txt']);
    const listed = await run(['reports', '--db', db]);
    expect(listed.out).toMatch(/r_[0-9a-f]{8} {2}2017-09-12 {7}3 {2}Police arrest/);
    expect(listed.err).toBe('1 report.\n');
    const found = await run(['claims', '--db', db, '--country', 'pk', '--until', '2017-05-01']);
    expect(found.out).toContain('Arrested: Mara Delane');
    expect(found.out).not.toContain('Bombing of the Old Market');
    for (const line of `${listed.out}${found.out}`.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
  it('goes on where a list ended', async () => {
    await run(['add', '--db', db, 'a.txt']);
    const page = await run(['claims', '--db', db, '--limit', '2', '--json']);
    const cursor = /--after (\S+)/.exec(page.err)?.[1] ?? '';
    const rest = await run(['claims', '--db', db, '--limit', '2', '--json', '--after', cursor]);
    expect(page.out.trimEnd().split('\n')).toHaveLength(2);
    expect(rest.out.trimEnd().split('\n')).toHaveLength(1);
    expect(rest.err).toContain('these are the last');
  });
  it('shows and explains by the beginning of an id', async () => {
    await run(['add', '--db', db, 'a.txt']);
    const { id, claims } = makeFullReport();
    expect((await run(['show', '--db', db, id.slice(0, 8)])).out).toBe((await run(['read', 'a.txt'])).out);
    const claim = claims[1]?.id.slice(0, 8) ?? '';
    expect((await run(['show', '--db', db, claim])).out).toContain('Foiled suicide bombing of a chapel');
    const { out } = await run(['explain', '--db', db, claim]);
    expect(out).toMatch(/stage +foiled +“planned” +stage\.planned-then/);
    expect(out).toMatch(/type +suicide-bombing +“blow herself up” +suicide-bombing\.blow/);
    expect(out).toMatch(/actor +Mara Delane/);
    expect(out).toMatch(/accused by the/);
    expect(out).toMatch(/where +Karvel, Pakistan/);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(JSON.parse((await run(['explain', '--db', db, '--json', claim])).out).values.length).toBeGreaterThan(6);
    expect(JSON.parse((await run(['show', '--db', db, '--json', id])).out)).toEqual(
      JSON.parse((await run(['read', '--json', 'a.txt'])).out),
    );
  });
  it.each([
    [['show', 'r_none'], /nothing has the id "r_none"/],
    [['claims', '--after', 'xyz'], /no place to go on from/],
    [['claims', '--report', 'zz'], /no report has the id "zz"/],
  ])('%j is one line and exit code 1', async (argv, says) => {
    await run(['add', '--db', db, 'a.txt']);
    const { code, err } = await run([...argv, '--db', db]);
    expect(code).toBe(1);
    expect(err).toMatch(says);
    expect(err.trimEnd()).not.toContain('\n');
  });
  it('asks for a first report when there is no database, and makes none', async () => {
    expect(await run(['reports', '--db', db])).toMatchObject({ code: 1, out: '' });
    expect((await run(['claims', '--db', db])).err).toContain('no database yet');
  });
  it('shows progress on a terminal, and wipes it', async () => {
    const { err, out } = await run(['add', '--db', db, 'a.txt', 'b.txt', 'c.txt'], { tty: true, columns: 50, tick: 300 });
    expect(err).toMatch(/\r\u001b\[2KAdded 2 of 3 · [\d.]+ a second · \d+ s left · b\.txt/);
    expect(err.endsWith('\r\u001b[2K')).toBe(true);
    expect(out).toContain('1 report added');
    expect((await run(['add', '--db', db, '--quiet', 'a.txt'], { tty: true, tick: 300 })).err).toBe('');
  });
});

describe('saidso serve', () => {
  it('tells where, opens the browser, and ends with Ctrl-C', async () => {
    expect(await run(['serve', '--db', db, '--port', '8080'])).toEqual({
      code: 0,
      out: `Saidso shows ${db} at http://localhost:8080/ (Ctrl-C ends it)\n`,
      err: 'opened http://localhost:8080/\n',
    });
    expect((await run(['serve', '--db', db, '--no-open'])).err).toBe('');
  });
});

describe('saidso codebook', () => {
  it('lists and shows types', async () => {
    expect((await run(['codebook', 'list'])).out).toMatch(/CONTROL\n {2}cattle-theft +Herds taken by force\./);
    const { out } = await run(['codebook', 'show', 'cattle-theft']);
    expect(out).toMatch(
      /Cattle theft\n[\s\S]*ROLES\n {2}· actor: person\n\nRULES\n {2}· rustle \(verb\): rustle\n\nEXAMPLES\n[\s\S]*NOT\n {2}· Leaves rustled/,
    );
    expect(await run(['codebook', 'show', 'bombs'])).toMatchObject({ code: 1, err: expect.stringContaining('no type "bombs"') });
  });
  it('checks: exit code 1 and a line a fault', async () => {
    expect(await run(['codebook', 'check'])).toMatchObject({ code: 0, out: 'test 1.0.0: 1 type, 2 examples, no faults\n' });
    const faults = [
      { kind: 'unreached', type: 'cattle-theft', file: 'events/cattle-theft.yaml', line: 8, text: 'no example fires the rule "rustle"' },
    ] as const;
    expect(await run(['codebook', 'check', '.'], { faults })).toMatchObject({
      code: 1,
      err: 'saidso: events/cattle-theft.yaml:8: no example fires the rule "rustle"\n',
      out: 'test 1.0.0: 1 type, 2 examples, 1 fault\n',
    });
  });
});

describe('wrong usage', () => {
  it.each([
    [['read'], /missing required argument 'input'; see `saidso read --help`/],
    [['raed', 'x'], /unknown command 'raed' \(Did you mean read\?\)/],
    [['read', '--jsn', 'x'], /unknown option '--jsn' \(Did you mean --json\?\)/],
    [['read', '--published', '2017-02-30', 'x'], /Give a day as YYYY-MM-DD/],
    [['claims', '--country', 'Pakistan'], /two letters/],
    [['claims', '--stage', 'done'], /Allowed choices are occurred/],
    [['claims', '--limit', '0'], /from 1 to 500/],
    [['show'], /missing required argument/],
    [['reports', 'extra'], /too many arguments/],
  ])('%j gives one line with a hint, and exit code 2', async (argv, says) => {
    const { code, out, err } = await run(argv);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(says);
    expect(err.trimEnd()).not.toContain('\n');
  });
  it('without a command prints the help', async () => {
    expect(await run([])).toMatchObject({ code: 2, err: expect.stringContaining('Examples:') });
  });
});

describe('--help', () => {
  it.each([
    [[]],
    [['read']],
    [['add']],
    [['reports']],
    [['claims']],
    [['show']],
    [['explain']],
    [['serve']],
    [['codebook']],
    [['codebook', 'check']],
    [['codebook', 'list']],
    [['codebook', 'show']],
  ])('of %j has an example and fits 80 columns', async (argv) => {
    const { code, out } = await run([...argv, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/Examples?:\n {2}\$ saidso/);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
  it('--version prints the version', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, out: '0.1.0\n', err: '' });
  });
});
