import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A gold word of a CoNLL-U file; `head` is an index within the sentence, -1 for the root. */
export interface GoldWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
  readonly misc: string;
  /** Offsets into the raw text of its paragraph; parts of one written word ("do" + "n't") share out its letters. */
  readonly start: number;
  readonly end: number;
}

export interface GoldSentence {
  readonly words: readonly GoldWord[];
  /** True when the sentence opens a new paragraph or document. */
  readonly opens: boolean;
}

/** A paragraph as raw text, with its sentences' offsets into it. */
export interface GoldParagraph {
  readonly text: string;
  readonly sentences: readonly GoldSentence[];
}

/** All `.conllu` files of a folder (also nested), or the one file, in name order. */
export function conlluFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true })
    .map((name) => join(path, String(name)))
    .filter((name) => name.endsWith('.conllu'))
    .sort();
}

/** Reads CoNLL-U text into paragraphs: a paragraph ends where `# newpar` or `# newdoc` stands. Empty words (8.1) are left out. */
export function readConllu(source: string): GoldParagraph[] {
  const paragraphs: { text: string; sentences: GoldSentence[] }[] = [];
  for (const block of source.split(/\r?\n\r?\n/)) {
    const lines = block.split(/\r?\n/);
    const opens = paragraphs.length === 0 || lines.some((line) => /^# new(par|doc)\b/.test(line));
    const rows = lines.filter((line) => /^\d/.test(line)).map((line) => line.split('\t'));
    if (rows.length === 0) continue;
    if (opens) paragraphs.push({ text: '', sentences: [] });
    const paragraph = paragraphs[paragraphs.length - 1] as (typeof paragraphs)[number];
    const words: GoldWord[] = [];
    let surfaceEnd = 0; // last word id covered by an open multiword token
    let surface: { form: string; at: number; used: number } | null = null;
    for (const row of rows) {
      const [id, form, lemma, upos, xpos, , head, deprel, , misc] = row as [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
      ];
      if (id.includes('.')) continue;
      if (id.includes('-')) {
        surfaceEnd = Number(id.split('-')[1]);
        surface = { form, at: paragraph.text.length, used: 0 };
        paragraph.text += form + (misc.includes('SpaceAfter=No') ? '' : ' ');
        continue;
      }
      let start: number;
      let end: number;
      if (surface && Number(id) <= surfaceEnd) {
        // The last part takes what is left of the written word; the others take their own length.
        start = surface.at + surface.used;
        surface.used = Number(id) === surfaceEnd ? surface.form.length : Math.min(surface.form.length, surface.used + form.length);
        end = surface.at + surface.used;
        if (Number(id) === surfaceEnd) surface = null;
      } else {
        start = paragraph.text.length;
        end = start + form.length;
        paragraph.text += form + (misc.includes('SpaceAfter=No') ? '' : ' ');
      }
      words.push({ form, lemma, upos, xpos, head: Number(head) - 1, deprel, misc, start, end });
    }
    paragraph.sentences.push({ words, opens });
  }
  return paragraphs;
}

/** All sentences of a file or folder. */
export const readTreebank = (path: string): GoldSentence[] =>
  conlluFiles(path).flatMap((file) => readConllu(readFileSync(file, 'utf8')).flatMap((paragraph) => paragraph.sentences));
