import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseKit } from '../../eval/tasks/syntax.ts';
import { parse } from '../../src/3-sentences/parse.ts';
import type { Sentence, Token } from '../../src/3-sentences/parsed-report.ts';
import { descendants, headOf, nounPhrase, spanOf } from '../../src/3-sentences/phrases.ts';
import { makeReport, spanOf as spanIn } from '../make.ts';

const kit = parseKit();
const read = (text: string): readonly Sentence[] => parse(makeReport({ text }), kit).sentences;
const token = (sentence: Sentence, form: string): Token => sentence.tokens.find((each) => each.form === form)!;
const headForm = (sentence: Sentence, form: string): string => sentence.tokens[token(sentence, form).head]?.form ?? 'ROOT';

/** Every token's text stands at its span, in order; every sentence is one tree. */
function isSound(text: string, sentences: readonly Sentence[]): boolean {
  let last = 0;
  return sentences.every(({ tokens, span }) => {
    if (tokens.length === 0 || span[0] !== tokens[0]!.span[0] || span[1] !== tokens.at(-1)!.span[1]) return false;
    for (const each of tokens) {
      if (each.span[0] < last || text.slice(...each.span) !== each.form || each.form === '') return false;
      last = each.span[1];
    }
    if (tokens.filter((each) => each.head === -1).length !== 1) return false;
    return tokens.every((_, i) => {
      let at = i;
      for (let steps = 0; at !== -1; steps++) {
        if (steps > tokens.length) return false;
        at = tokens[at]!.head;
      }
      return true;
    });
  });
}

describe('a parsed report', () => {
  const text = 'Gunmen killed three farmers near Maro on Monday. The men were arrested by police.\n\nNobody claimed the attack.';

  it('has exact spans and one tree a sentence', () => {
    expect(isSound(text, read(text))).toBe(true);
    expect(read(text).map((sentence) => sentence.paragraph)).toEqual([0, 0, 1]);
  });

  it('says who did what to whom', () => {
    const [active, passive] = read(text) as [Sentence, Sentence];
    expect([token(active, 'Gunmen').deprel, headForm(active, 'Gunmen')]).toEqual(['nsubj', 'killed']);
    expect([token(active, 'farmers').deprel, headForm(active, 'farmers')]).toEqual(['obj', 'killed']);
    expect(token(active, 'killed')).toMatchObject({ lemma: 'kill', upos: 'VERB', xpos: 'VBD', head: -1, deprel: 'root' });
    expect(token(passive, 'men').deprel).toBe('nsubj:pass');
    expect([token(passive, 'police').deprel, headForm(passive, 'police')]).toEqual(['obl:agent', 'arrested']);
  });

  it('reads capitals as well', () => {
    const [active] = read(text.toUpperCase()) as [Sentence];
    expect([token(active, 'GUNMEN').deprel, headForm(active, 'GUNMEN')]).toEqual(['nsubj', 'KILLED']);
    expect(token(active, 'FARMERS')).toMatchObject({ deprel: 'obj', lemma: 'farmer', upos: 'NOUN' });
  });

  it('stays sound on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (any) => isSound(any, read(any))),
      { numRuns: 200 },
    );
    const pieces = fc.constantFrom(
      '.',
      '...',
      '"',
      '”',
      '\n',
      ' ',
      'U.S.',
      "don't",
      'Mr.',
      '-',
      '1,2',
      'Men',
      'fled',
      '(',
      ')',
      '\u{1f600}',
      '\ud800',
      '’s',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => isSound(parts.join(''), read(parts.join('')))),
      { numRuns: 300 },
    );
  });

  it.each([
    ['no spaces', 'a'.repeat(2_000_000)],
    ['no letters', '.'.repeat(30_000)],
    ['open quotes', '"'.repeat(10_000)],
  ])('takes linear time on a very long line with %s', (_, line) => {
    expect(isSound(line, read(line))).toBe(true);
  });
});

it('reads the first million characters of a broken file, and says so', () => {
  const parsed = parse(makeReport({ text: `${'a'.repeat(2_000_000)} b` }), kit);
  expect(parsed.notes.map((note) => note.code)).toEqual(['text-cut']);
  expect(parsed.sentences.at(-1)!.span[1]).toBe(1_000_000);
});

describe('phrases', () => {
  const phrase = (text: string, word: string): string => {
    const sentence = read(text)[0]!;
    const [from, to] = spanOf(sentence, nounPhrase(sentence, headOf(sentence, spanIn(text, word))));
    return text.slice(from, to);
  };

  it.each([
    ['Gunmen killed three young farmers near the village on Tuesday.', 'farmers', 'three young farmers'],
    ['The head of the provincial police resigned on Monday.', 'head', 'The head of the provincial police'],
    ["The army's new spokesman denied the report.", 'spokesman', "The army's new spokesman"],
    ['The man who shot him fled.', 'man', 'The man'],
    ['Rebels and soldiers clashed.', 'Rebels', 'Rebels'],
  ])('%s: %s → %s', (text, word, whole) => {
    expect(phrase(text, word)).toBe(whole);
  });

  it('gives all that hangs on a word', () => {
    const sentence = read('Gunmen killed three farmers.')[0]!;
    expect(descendants(sentence, 3)).toEqual([2, 3]);
    expect(headOf(sentence, [1000, 1001])).toBe(-1);
  });
});

describe('plain news', () => {
  it.each([
    ['A bomb exploded at a market in Quetta on Monday.', 'exploded', 'bomb'],
    ['Gunmen shot dead three farmers near the village on Tuesday.', 'shot', 'Gunmen'],
    ['The mayor called for calm after the riot.', 'called', 'mayor'],
    ['Government troops retook the airport from the militants.', 'retook', 'troops'],
    ['POPE DENOUNCES KILLING OF NUNS', 'DENOUNCES', 'POPE'],
    ['A MOB SET FIRE TO THE CHURCH', 'SET', 'MOB'],
  ])('%s', (text, verb, subject) => {
    const sentence = read(text)[0]!;
    expect(token(sentence, verb)).toMatchObject({ upos: 'VERB', head: -1 });
    expect(headForm(sentence, subject)).toBe(verb);
    expect(token(sentence, subject).deprel).toBe('nsubj');
  });
});
