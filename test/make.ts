import { contentId } from '../src/0-terms/content-id.ts';
import type { Span } from '../src/0-terms/span.ts';
import type { Entity, Mention } from '../src/4-mentions/annotated-report.ts';
import type { Actor, Claim, CodedReport, Filler, Target } from '../src/5-claims/coded-report.ts';

/** The span of the `nth` place where `words` stand in `text`; throws when they do not, so that a test cannot lie. */
export function spanOf(text: string, words: string, nth = 1): Span {
  let at = -1;
  for (let i = 0; i < nth; i++) at = text.indexOf(words, at + 1);
  if (at < 0) throw new Error(`"${words}" (${nth}) is not in the text`);
  return [at, at + words.length];
}

/** An English report of 12 September 2017 without findings. */
export function makeReport(part: Partial<CodedReport> & { readonly text: string }): CodedReport {
  return {
    id: contentId('r', part.text),
    source: 'report.txt',
    url: null,
    title: 'A report',
    publisher: null,
    byline: null,
    language: 'en',
    published: { date: '2017-09-12', basis: 'metadata' },
    dateline: null,
    origins: [],
    notes: [],
    sentences: [],
    entities: [],
    mentions: [],
    times: [],
    counts: [],
    quotes: [],
    claims: [],
    ...part,
  };
}

/** A claim with everything empty but its type, trigger and sentence (the whole text). */
export function makeClaim(text: string, type: string, trigger: string, part: Partial<Claim> = {}): Claim {
  return {
    id: contentId('c', `${text} ${type} ${trigger}`),
    type,
    trigger: spanOf(text, trigger),
    stage: 'occurred',
    polarity: 'affirmed',
    actor: [],
    target: [],
    object: [],
    instrument: [],
    when: null,
    where: null,
    toll: [],
    saidBy: [],
    sentence: [0, text.length],
    confidence: 0.8,
    rule: `${type}.test`,
    reasons: [],
    ...part,
  };
}

export const makeFiller = (text: string, words: string, entity?: string): Filler => ({
  span: spanOf(text, words),
  rule: 'roles.obj',
  ...(entity === undefined ? {} : { entity }),
});
export const makeActor = (text: string, words: string, responsibility: Actor['responsibility'] = 'fact', entity?: string): Actor => ({
  ...makeFiller(text, words, entity),
  responsibility,
});
export const makeTarget = (text: string, words: string, entity?: string): Target => makeFiller(text, words, entity);

export const makeEntity = (id: string, kind: Entity['kind'], name: string, part: Partial<Entity> = {}): Entity => ({
  id,
  kind,
  name,
  aliases: [],
  ...part,
});
export const makeMention = (text: string, id: string, kind: Mention['kind'], words: string, entity: string): Mention => ({
  id,
  kind,
  form: 'name',
  span: spanOf(text, words),
  entity,
  rule: 'names@1',
});

/** An arrest, a foiled bombing and a bombing with a toll told by a spokeswoman, a quote and a note: every part of a record at once. */
export function makeFullReport(part: Partial<CodedReport> = {}): CodedReport {
  const text = [
    'In April 2017, Mara Delane was arrested by the Harbour Police in Karvel, days before she planned to blow herself up in a chapel.',
    'The Ministry of Order said on Monday that a car bomb killed at least six people at the Old Market on 11 July.',
    '“We found the second car in time,” said Ilse Varn, a spokeswoman for the ministry.',
  ].join('\n\n');
  const first: Span = [0, text.indexOf('\n\n')];
  const second: Span = [text.indexOf('The Ministry'), text.indexOf('\n\n“')];
  const april = {
    from: '2017-04-01',
    to: '2017-04-30',
    precision: 'month',
    basis: 'explicit',
    span: spanOf(text, 'April 2017'),
    rule: 'times.month-year',
  } as const;
  const karvel = { entity: 'e3', span: spanOf(text, 'Karvel'), rule: 'places.in' };
  return makeReport({
    text,
    title: 'Police arrest a student before an attack on a chapel',
    publisher: 'The Coast Gazette',
    byline: 'Jon Reed',
    origins: [{ name: 'Northern Press Agency', relation: 'agency' }],
    dateline: { place: 'Karvel', date: null },
    entities: [
      makeEntity('e1', 'person', 'Mara Delane'),
      makeEntity('e2', 'government', 'Harbour Police', { sector: 'police', country: 'PK' }),
      makeEntity('e3', 'place', 'Karvel', { country: 'PK', lat: 31.5, lon: 74.3, precision: 'exact', ref: 'geonames:1' }),
      makeEntity('e4', 'government', 'Ministry of Order', { country: 'PK' }),
      makeEntity('e5', 'person', 'Ilse Varn'),
    ],
    mentions: [
      makeMention(text, 'm1', 'person', 'Mara Delane', 'e1'),
      makeMention(text, 'm2', 'government', 'Harbour Police', 'e2'),
      makeMention(text, 'm3', 'place', 'Karvel', 'e3'),
      makeMention(text, 'm4', 'government', 'Ministry of Order', 'e4'),
      makeMention(text, 'm5', 'person', 'Ilse Varn', 'e5'),
    ],
    quotes: [
      {
        speaker: 'e5',
        speakerSpan: spanOf(text, 'Ilse Varn'),
        via: null,
        viaSpan: null,
        cue: spanOf(text, 'said', 2),
        content: spanOf(text, 'We found the second car in time'),
        direct: true,
        rule: 'quotes.direct',
      },
    ],
    claims: [
      makeClaim(text, 'arrest', 'arrested', {
        actor: [makeActor(text, 'Harbour Police', 'fact', 'e2')],
        target: [makeTarget(text, 'Mara Delane', 'e1')],
        when: april,
        where: karvel,
        sentence: first,
        rule: 'arrest.passive',
        reasons: [{ field: 'type', rule: 'arrest.passive', span: spanOf(text, 'arrested') }],
      }),
      makeClaim(text, 'suicide-bombing', 'blow herself up', {
        stage: 'foiled',
        actor: [makeActor(text, 'Mara Delane', 'accused-by-authorities', 'e1')],
        object: [makeFiller(text, 'chapel')],
        when: april,
        where: karvel,
        sentence: first,
        rule: 'suicide-bombing.blow-oneself-up',
        reasons: [{ field: 'stage', rule: 'stage.planned-then-arrested', span: spanOf(text, 'planned') }],
      }),
      makeClaim(text, 'bombing', 'bomb', {
        instrument: [makeFiller(text, 'car bomb')],
        object: [makeFiller(text, 'Old Market')],
        sentence: second,
        when: {
          from: '2017-07-11',
          to: '2017-07-11',
          precision: 'day',
          basis: 'explicit',
          span: spanOf(text, '11 July'),
          rule: 'times.day-month',
        },
        toll: [{ effect: 'killed', low: 6, high: null, span: spanOf(text, 'at least six'), rule: 'toll.killed' }],
        saidBy: [{ speaker: 'e4', span: spanOf(text, 'Ministry of Order'), cue: spanOf(text, 'said'), rule: 'voice.said' }],
        confidence: 0.62,
      }),
    ],
    notes: [{ code: 'place-not-found', text: 'The place "Old Market" is not in the gazetteer, so the bombing has no coordinates.' }],
    ...part,
  });
}
