import type { ParsedReport, Sentence, Token } from '../../../src/3-sentences/parsed-report.ts';

/** A parsed report from lines of "form/TAG" words; no trees (each token hangs on the root) unless a head is given: "six/NUM/2/nummod". */
export function tagged(...lines: readonly string[]): ParsedReport {
  let text = '';
  const sentences = lines.map((line): Sentence => {
    const begin = text.length;
    const tokens = line.split(' ').map((part): Token => {
      const [form = '', upos = 'X', head = '-1', deprel = 'dep'] = part.split('/');
      const glued = form.startsWith('_');
      const clean = form.replace('_', '');
      const start = text.length === begin || glued ? text.length : text.length + 1;
      if (start > text.length) text += ' ';
      text += clean;
      return { span: [start, text.length], form: clean, lemma: clean.toLowerCase(), upos, xpos: '', head: Number(head), deprel };
    });
    const sentence: Sentence = { span: [begin, text.length], tokens, paragraph: 0 };
    text += ' ';
    return sentence;
  });
  return {
    id: 'r_test',
    source: '-',
    url: null,
    title: null,
    publisher: null,
    byline: null,
    language: 'en',
    published: { date: '2024-05-15', basis: 'given' },
    dateline: null,
    text,
    origins: [],
    notes: [],
    sentences,
  };
}
