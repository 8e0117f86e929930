import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsedText } from '../../../eval/parsed-text.ts';
import { findQuotes } from '../../../src/4-mentions/quotes/find-quotes.ts';
import { quotations } from '../../../src/4-mentions/quotes/quotation-marks.ts';
import { readReportingWords } from '../../../src/4-mentions/quotes/reporting-words.ts';

const kit = { reportingWords: readReportingWords(readFileSync('data/lexicon/en/reporting-verbs.txt', 'utf8')) };
interface Read {
  readonly speaker: string | null;
  readonly via: string | null;
  readonly cue: string | null;
  readonly content: string;
  readonly direct: boolean;
}
function read(text: string): Read[] {
  const cut = (s: readonly [number, number] | null): string | null => (s === null ? null : text.slice(s[0], s[1]));
  return findQuotes(parsedText(text), kit).map((q) => ({
    speaker: cut(q.speakerSpan),
    via: cut(q.viaSpan),
    cue: cut(q.cue),
    content: cut(q.content) ?? '',
    direct: q.direct,
  }));
}

describe('quotation marks', () => {
  const inner = (text: string): string[] => quotations(text, [[0, text.length]]).map((q) => text.slice(...q.inner));
  it.each([
    ['“We go on,” he said.', ['We go on,']],
    ['"We go on," he said. "We win."', ['We go on,', 'We win.']],
    ["''We go on,'' he said.", ['We go on,']],
    ["'We don't go,' he said.", ["We don't go,"]],
    ['“We go on, he said.', ['We go on, he said.']],
    ["The soldiers' camp wasn't far from the farmers' fields.", []],
    ['A 6" gun and no marks', []],
  ])('%s', (text, wanted) => expect(inner(text)).toEqual(wanted));
});

describe('sayings inside relative clauses and at the end', () => {
  it.each([
    ['The men fled after what police called a botched robbery.', 'police', 'a botched robbery'],
    ['Four men, who police said had planted the bomb, were held on Monday.', 'police', 'had planted the bomb'],
    [
      'Four engineers were taken in a town where they built a school that was never opened, according to the ministry.',
      'the ministry',
      'Four engineers were taken in a town where they built a school that was never opened',
    ],
  ])('%s', (text, speaker, content) => expect(read(text)).toContainEqual(expect.objectContaining({ speaker, content })));
});

describe('direct quotes', () => {
  it.each([
    [
      '“We saved the village in time,” said General Omar Khan, head of the northern army.',
      'General Omar Khan',
      'We saved the village in time,',
    ],
    ['"The road is closed," a police spokesman told reporters.', 'a police spokesman', 'The road is closed,'],
    ['The minister said: “Our soldiers will stay until the winter.”', 'The minister', 'Our soldiers will stay until the winter.'],
    ['Ana Ruiz, a teacher, said, "Nobody came to help us that night."', 'Ana Ruiz', 'Nobody came to help us that night.'],
  ])('%s', (text, speaker, content) => {
    const quote = read(text).find((q) => q.direct);
    expect(quote?.speaker).toContain(speaker);
    expect(quote?.content).toBe(content);
  });
  it('goes on after an interruption', () => {
    const [quote, ...rest] = read('“We lost the bridge,” said Colonel Haddad. “We will take it back tomorrow.”').filter((q) => q.direct);
    expect(quote).toMatchObject({
      speaker: 'Colonel Haddad',
      content: 'We lost the bridge,” said Colonel Haddad. “We will take it back tomorrow.',
    });
    expect(rest).toEqual([]);
  });
  it('goes on over paragraphs that only open', () => {
    const quotes = read(
      '“The town was empty when we came,” said Colonel Haddad. “Everybody had left for the hills.\n\n“We found two old men in the mosque.”',
    ).filter((q) => q.direct);
    expect(quotes.at(-1)).toMatchObject({ speaker: 'Colonel Haddad' });
    expect(quotes.at(-1)?.content).toContain('two old men');
  });
  it('gives marked words of an indirect quote beside it', () => {
    const quotes = read('The president called the raid "an act of open war".');
    expect(quotes).toContainEqual(expect.objectContaining({ speaker: 'The president', content: 'an act of open war', direct: true }));
  });
});

describe('indirect quotes', () => {
  it.each([
    ['Police said three men died in the blast.', 'Police', 'said', 'three men died in the blast'],
    ['According to the army, three men died in the blast.', 'the army', 'According to', 'three men died in the blast'],
    ['Three men died in the blast, according to the army.', 'the army', 'according to', 'Three men died in the blast'],
    ['The governor told reporters that the bridge was closed.', 'The governor', 'told', 'that the bridge was closed'],
    ['Haddad, who commands the brigade, said the bridge was closed.', 'Haddad', 'said', 'the bridge was closed'],
  ])('%s', (text, speaker, cue, content) =>
    expect(read(text)).toContainEqual(
      expect.objectContaining({ speaker: expect.stringContaining(speaker) as string, cue, content, direct: false }),
    ),
  );
});

describe('relayers', () => {
  it.each([
    ['“The village is ours,” the Morning Herald quoted Colonel Haddad as saying.', 'Colonel Haddad', 'the Morning Herald'],
    ['Colonel Haddad told the BBC that the village was lost.', 'Colonel Haddad', 'the BBC'],
  ])('%s', (text, speaker, via) => expect(read(text)).toContainEqual(expect.objectContaining({ speaker, via })));
});

describe('no quotes', () => {
  it.each(['Three soldiers died near the bridge.', 'The so-called "caliphate" lost two towns.', '', '"""', '“'])('%j', (text) =>
    expect(read(text)).toEqual([]),
  );
  it('takes time in step with the text', () => {
    const text = '“We go on,” said Colonel Haddad. Police said two men died. '.repeat(400);
    const before = performance.now();
    expect(read(text).length).toBeGreaterThan(400);
    expect(performance.now() - before).toBeLessThan(20_000);
  });
});
