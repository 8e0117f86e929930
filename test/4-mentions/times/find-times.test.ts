import { describe, expect, it } from 'vitest';
import { findTimes } from '../../../src/4-mentions/times/find-times.ts';

/** Published on a Wednesday unless said otherwise. */
const PUBLISHED = '2017-09-13';
const times = (text: string, published: string | null = PUBLISHED) =>
  findTimes({ text }, { date: published, basis: published ? 'given' : 'unknown' });

/** Sentence, words found, first day, last day, precision, basis. */
type Row = readonly [text: string, words: string, from: string, to: string, precision: string, basis: string];

describe('findTimes: days', () => {
  const rows: readonly Row[] = [
    // Explicit, in every order.
    ['He died on July 11, 2017.', 'July 11, 2017', '2017-07-11', '2017-07-11', 'day', 'explicit'],
    ['He died on 11 July 2017.', '11 July 2017', '2017-07-11', '2017-07-11', 'day', 'explicit'],
    ['It came on the 11th of July 2017 at last.', 'the 11th of July 2017', '2017-07-11', '2017-07-11', 'day', 'explicit'],
    ['Signed 2017-07-11 in Geneva.', '2017-07-11', '2017-07-11', '2017-07-11', 'day', 'explicit'],
    ['Signed on 30/07/2017 in Geneva.', '30/07/2017', '2017-07-30', '2017-07-30', 'day', 'explicit'],
    ['Signed on 07/30/2017 in Geneva.', '07/30/2017', '2017-07-30', '2017-07-30', 'day', 'explicit'],
    ['Tuesday, July 11, 2017 was quiet.', 'Tuesday, July 11, 2017', '2017-07-11', '2017-07-11', 'day', 'explicit'],
    ['PARTY SOURCES SAID ON 18 JUL 90 THAT', '18 JUL 90', '1990-07-18', '1990-07-18', 'day', 'explicit'],
    ['THE MAYOR WAS KILLED ON 16 OCT 89.', '16 OCT 89', '1989-10-16', '1989-10-16', 'day', 'explicit'],
    ['Security rose after 9/11 everywhere.', '9/11', '2001-09-11', '2001-09-11', 'day', 'explicit'],
    ['They met in July 2017 again.', 'July 2017', '2017-07-01', '2017-07-31', 'month', 'explicit'],
    ['The rebels rose in 2015 and lost.', '2015', '2015-01-01', '2015-12-31', 'year', 'explicit'],
    ['Fighting spread in the 1990s there.', 'the 1990s', '1990-01-01', '1999-12-31', 'year', 'explicit'],
    ['It fell in late 2016 to the army.', 'late 2016', '2016-09-01', '2016-12-31', 'month', 'explicit'],
    ['It fell in mid-July 2017 to the army.', 'mid-July 2017', '2017-07-11', '2017-07-21', 'week', 'explicit'],
    ['It fell in the summer of 2014 to them.', 'the summer of 2014', '2014-06-01', '2014-08-31', 'month', 'explicit'],
    ['In the third quarter of 2016 it rose.', 'the third quarter of 2016', '2016-07-01', '2016-09-30', 'month', 'explicit'],
    // The year is looked for.
    ['He was killed on July 11 at home.', 'July 11', '2017-07-11', '2017-07-11', 'day', 'relative'],
    ['He was killed on 3 and 4 July at home.', '3 and 4 July', '2017-07-03', '2017-07-04', 'day', 'relative'],
    ['Clashes from 3-5 July left ruins.', '3-5 July', '2017-07-03', '2017-07-05', 'day', 'relative'],
    ['They raided it on the night of 11-12 March.', 'the night of 11-12 March', '2017-03-11', '2017-03-12', 'day', 'relative'],
    ['He was arrested in October at home.', 'October', '2016-10-01', '2016-10-31', 'month', 'relative'],
    ['The vote will be held in October there.', 'October', '2017-10-01', '2017-10-31', 'month', 'relative'],
    ['He was held in early March there.', 'early March', '2017-03-01', '2017-03-10', 'week', 'relative'],
    ['Prices have risen since January there.', 'January', '2017-01-01', '2017-01-31', 'month', 'relative'],
    ['The truce broke last July there.', 'last July', '2017-07-01', '2017-07-31', 'month', 'relative'],
    // Against the publication.
    ['Gunmen killed six on Friday in the north.', 'Friday', '2017-09-08', '2017-09-08', 'day', 'relative'],
    ['Gunmen killed six on Wednesday in the north.', 'Wednesday', '2017-09-13', '2017-09-13', 'day', 'relative'],
    ['They will meet on Friday in Cairo.', 'Friday', '2017-09-15', '2017-09-15', 'day', 'relative'],
    ['They will meet next Friday in Cairo.', 'next Friday', '2017-09-15', '2017-09-15', 'day', 'relative'],
    ['They met last Monday in Cairo.', 'last Monday', '2017-09-11', '2017-09-11', 'day', 'relative'],
    ['They met yesterday in Cairo.', 'yesterday', '2017-09-12', '2017-09-12', 'day', 'relative'],
    ['Shots were heard last night near it.', 'last night', '2017-09-12', '2017-09-12', 'day', 'relative'],
    ['Shots were heard this morning near it.', 'this morning', '2017-09-13', '2017-09-13', 'day', 'relative'],
    ['They fled two days ago by boat.', 'two days ago', '2017-09-11', '2017-09-11', 'day', 'relative'],
    ['Six were shot last week in the north.', 'last week', '2017-09-04', '2017-09-10', 'week', 'relative'],
    ['Six were shot this week in the north.', 'this week', '2017-09-11', '2017-09-17', 'week', 'relative'],
    ['Six were shot last month in the north.', 'last month', '2017-08-01', '2017-08-31', 'month', 'relative'],
    ['Six were shot earlier this month there.', 'earlier this month', '2017-09-01', '2017-09-12', 'month', 'relative'],
    ['Six were shot last year in the north.', 'last year', '2016-01-01', '2016-12-31', 'year', 'relative'],
    ['Three were hurt over the weekend there.', 'the weekend', '2017-09-09', '2017-09-10', 'day', 'relative'],
    ['A bomb went off on Friday night there.', 'Friday night', '2017-09-08', '2017-09-08', 'day', 'relative'],
    ['A bomb went off at 9:54 a.m. on Friday there.', '9:54 a.m. on Friday', '2017-09-08', '2017-09-08', 'day', 'relative'],
    ['They fought for the past two weeks there.', 'the past two weeks', '2017-08-30', '2017-09-13', 'week', 'relative'],
    // Feasts.
    ['It was bombed on Easter Sunday by them.', 'Easter Sunday', '2017-04-16', '2017-04-16', 'day', 'relative'],
    ['It was bombed on Christmas Day 2016 by them.', 'Christmas Day 2016', '2016-12-25', '2016-12-25', 'day', 'explicit'],
    ['It was shelled on Eid al-Adha 2017 by them.', 'Eid al-Adha 2017', '2017-09-01', '2017-09-03', 'day', 'explicit'],
    // Ranges.
    ['It lasted from 3 July to 5 August 2014 there.', '3 July to 5 August 2014', '2014-07-03', '2014-08-05', 'day', 'explicit'],
    ['He ruled between 2014 and 2016 there.', '2014 and 2016', '2014-01-01', '2016-12-31', 'year', 'explicit'],
    ['It rained from March to May 2015 there.', 'March to May 2015', '2015-03-01', '2015-05-31', 'month', 'explicit'],
    // Over a line's end, with curly marks, in small letters.
    ['He died on July\n11, 2017.', 'July\n11, 2017', '2017-07-11', '2017-07-11', 'day', 'explicit'],
    ['he died on friday near the bridge', 'friday', '2017-09-08', '2017-09-08', 'day', 'relative'],
  ];
  it.each(rows)('%s', (text, words, from, to, precision, basis) => {
    const found = times(text).map(({ span, range }) => ({ words: text.slice(...span), range }));
    expect(found).toEqual([{ words, range: { from, to, precision, basis } }]);
  });
});

describe('findTimes: the story’s own clock', () => {
  const last = (text: string, published: string | null = null) => times(text, published).at(-1);
  it.each([
    ['He joined in April 2017. She left in February.', null, '2017-02-01', '2017-02-28'],
    ['On 11 July 2014 it was calm. The previous day six died.', null, '2014-07-10', '2014-07-10'],
    ['On 11 July 2014 it was calm. The following day six died.', null, '2014-07-12', '2014-07-12'],
    ['On 11 July 2014 it was calm. Two days later six died.', null, '2014-07-13', '2014-07-13'],
    ['On 11 July 2014 it was calm. Later that month six died.', null, '2014-07-11', '2014-07-31'],
    ['It began in December 1941. In January they attacked.', null, '1942-01-01', '1942-01-31'],
    ['He was held in April 2014 and freed in June.', PUBLISHED, '2014-06-01', '2014-06-30'],
  ])('%s', (text, published, from, to) => {
    expect(last(text, published)?.range).toMatchObject({ from, to, basis: 'anchored' });
  });

  it('fixes no day that the words do not give', () => {
    expect(times('Six died on Friday.', null)[0]?.range).toBeNull();
    expect(times('Six died yesterday.', null)[0]?.range).toBeNull();
    expect(times('Six died recently.')[0]).toMatchObject({ value: 'PAST_REF', range: null });
    expect(times('Six died several days ago.')[0]).toMatchObject({ value: 'PAST_REF', range: null });
  });

  it('hangs a distance on an event', () => {
    expect(times('She was seen a month after they apprehended her.')[0]).toMatchObject({
      range: null,
      anchor: { unit: 'month', amount: 1, direction: 'after', offsetDays: 30 },
    });
    expect(times('She fled two days before the attack.')[0]).toMatchObject({
      range: null,
      anchor: { unit: 'day', amount: 2, direction: 'before', offsetDays: -2 },
    });
  });
});

describe('findTimes: TIMEX3 values', () => {
  it.each([
    ['They fought for three days.', 'duration', 'P3D'],
    ['They fought for two and a half hours.', 'duration', 'PT2H30M'],
    ['They fought for years.', 'duration', 'PXY'],
    ['They march every Friday.', 'set', 'XXXX-WXX-5'],
    ['They patrol daily.', 'set', 'P1D'],
    ['They met last week.', 'date', '2017-W36'],
    ['They met on Friday night.', 'time', '2017-09-08TNI'],
    ['They met at 9:54 a.m. on 11 July 2017.', 'time', '2017-07-11T09:54'],
    ['They met in the third quarter of 2016.', 'date', '2016-Q3'],
    ['They met in the summer of 2014.', 'date', '2014-SU'],
    ['They met in the 1990s.', 'date', '199'],
    ['Rome fought in 264 BC.', 'date', 'BC0264'],
  ])('%s', (text, kind, value) => {
    expect(times(text).at(-1)).toMatchObject({ kind, value });
  });
});

describe('findTimes: what is no time', () => {
  it.each([
    'Police may march on the town.',
    'A 19-year-old man was hurt.',
    'April Jones, 53, spoke.',
    'Fighters fired 2000 rounds.',
    'They won 3-1 at home.',
    'The sun sat low over the sea.',
    'He paid $2015 for it.',
    'Resolution 1701 was adopted.',
    'He carried an AK-47 rifle.',
    'Call 555-1234 at once.',
    'The second man fled.',
    'Flight 1989 was late.',
    'Shots were heard in the 1200 block of Oak Road.',
    'The shop, 1555 Main Street, was hit.',
    'They MAY leave.',
  ])('%s', (text) => {
    expect(times(text).map(({ span }) => text.slice(...span))).toEqual([]);
  });
});

describe('findTimes: any text', () => {
  it('takes time linear in the text', () => {
    const long = 'in july the 3 and 4 and 5 two days ago of the '.repeat(20000);
    const begun = performance.now();
    times(long);
    expect(performance.now() - begun).toBeLessThan(8000);
  });

  it('keeps offsets in texts whose small letters are longer', () => {
    const text = 'İİİ He died on July 11, 2017.';
    expect(times(text).map(({ span }) => text.slice(...span))).toEqual(['July 11, 2017']);
  });

  it('reads impossible days as no day', () => {
    expect(times('He died on 31 February 2017.')[0]?.range).toMatchObject({ from: '2017-02-01', to: '2017-02-28' });
  });
});
