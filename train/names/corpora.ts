import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { NAME_TYPES, type NameType } from '../../src/4-mentions/names/labels.ts';

/** A sentence to learn from: for every token the set of labels it may have, one bit a label. */
export interface LearntSentence {
  readonly forms: readonly string[];
  readonly allowed: Int32Array;
}

export interface LearntDocument {
  readonly id: string;
  readonly sentences: readonly LearntSentence[];
  /** How much an error on it counts. */
  readonly weight: number;
}

/** Which of the model's types a corpus type may be; null = outside. Several: the corpus does not tell them apart. */
export type TypeMap = Readonly<Record<string, readonly (NameType | null)[]>>;

const bitOf = (type: NameType | null, first: boolean): number =>
  type === null ? 1 : 1 << (1 + 2 * NAME_TYPES.indexOf(type) + (first ? 0 : 1));

/** Label sets of a sentence from its tags ("B-PER", "I-PER", "O"); `outside` are types a corpus leaves unmarked. */
export function allowedOf(tags: readonly string[], map: TypeMap, outside: readonly NameType[] = []): Int32Array {
  const allowed = new Int32Array(tags.length);
  let last = 'O';
  tags.forEach((tag, i) => {
    const type = tag.slice(2);
    const first = tag.startsWith('B') || last.slice(2) !== type;
    last = tag;
    const targets = tag === 'O' ? undefined : map[type];
    if (!targets) {
      allowed[i] = 1;
      for (const t of outside) allowed[i] = (allowed[i] as number) | bitOf(t, true) | bitOf(t, false);
      return;
    }
    for (const t of targets) allowed[i] = (allowed[i] as number) | bitOf(t, first);
  });
  return allowed;
}

const ITSELF: TypeMap = Object.fromEntries(NAME_TYPES.map((type) => [type, [type]]));

/** Reads `token TAB … TAB tag` text; a line `# newdoc` or `-DOCSTART-` opens a document, else there are `perDocument` sentences in one. */
export function readColumns(
  text: string,
  tagColumn: number,
  separator: string | RegExp = '\t',
): { id: string; sentences: { forms: string[]; tags: string[]; rows: string[][] }[] }[] {
  const documents: { id: string; sentences: { forms: string[]; tags: string[]; rows: string[][] }[] }[] = [];
  let sentence = { forms: [] as string[], tags: [] as string[], rows: [] as string[][] };
  const close = (): void => {
    if (sentence.forms.length > 0) (documents.at(-1) ?? documents[documents.push({ id: '', sentences: [] }) - 1])?.sentences.push(sentence);
    sentence = { forms: [], tags: [], rows: [] };
  };
  for (const line of text.split(/\r?\n/)) {
    if (/^# newdoc|^-DOCSTART-/.test(line)) {
      close();
      documents.push({ id: line.replace(/^# newdoc id = /, ''), sentences: [] });
    } else if (line.startsWith('# ')) continue;
    else if (!line.trim()) close();
    else {
      const row = line.split(separator);
      sentence.forms.push(row[0] as string);
      sentence.tags.push((row.at(tagColumn) ?? 'O').trim());
      sentence.rows.push(row);
    }
  }
  close();
  return documents;
}

/** Sentences without documents are taken a few at a time. */
function inPieces(sentences: LearntSentence[], id: string, weight: number, size = 10): LearntDocument[] {
  const documents: LearntDocument[] = [];
  for (let s = 0; s < sentences.length; s += size) documents.push({ id: `${id}-${s}`, sentences: sentences.slice(s, s + size), weight });
  return documents;
}

/** The en-worldwide newswire: `part` is train or dev. */
export function worldwide(corpora: string, part: 'train' | 'dev'): LearntDocument[] {
  const text = readFileSync(join(corpora, `en-worldwide-newswire/en-worldwide-${part}.bio`), 'utf8');
  return readColumns(text, 1).map(({ id, sentences }) => ({
    id,
    weight: 1,
    sentences: sentences.map(({ forms, tags }) => ({ forms, allowed: allowedOf(tags, ITSELF) })),
  }));
}

const TITLE =
  /^(?:president|prime|minister|mr\.?|mrs\.?|ms\.?|dr\.?|senator|general|secretary|foreign|defense|king|queen|pope|vice|gen\.?|rep\.?|sen\.?|us|u\.s\.|spokesman|spokeswoman|leader|chief|judge|ambassador|colonel|col\.?|lt\.?|capt\.?|captain|governor|chancellor|prince|sheikh|ayatollah|former)$/i;

/** Groningen Meaning Bank: silver. Titles are no part of a person's name here. */
export function gmb(corpora: string, weight: number, share: number): LearntDocument[] {
  const text = gunzipSync(readFileSync(join(corpora, 'gmb-kaggle/gmb.conll.gz'))).toString('utf8');
  const map: TypeMap = {
    per: ['Person'],
    org: ['Organization'],
    geo: ['Location', 'Facility'],
    gpe: ['NORP', 'Location'],
    tim: ['Date', null],
    art: ['Misc', 'Product'],
    eve: ['Misc'],
    nat: ['Misc', null],
  };
  const seen = new Set<string>();
  const sentences: LearntSentence[] = [];
  for (const { sentences: list } of readColumns(text, 2)) {
    for (const { forms, tags, rows } of list) {
      const whole = forms.join(' ');
      if (seen.has(whole)) continue;
      seen.add(whole);
      if ((seen.size * 7919) % 1000 >= share * 1000) continue;
      const fine = tags.map((tag, i) => (tag.endsWith('-gpe') ? (rows[i]?.[1] === 'NNP' ? `${tag}n` : `${tag}a`) : tag));
      for (let i = 0; i < fine.length; i++) {
        if (fine[i] !== 'B-per') continue;
        let end = i + 1;
        while (fine[end] === 'I-per') end++;
        let first = i;
        while (first < end - 1 && TITLE.test(forms[first] as string)) fine[first++] = 'O';
        fine[first] = 'B-per';
        i = end - 1;
      }
      sentences.push({ forms, allowed: allowedOf(fine, { ...map, gpen: ['Location', 'NORP'], gpea: ['NORP'] }, ['Money', 'Date']) });
    }
  }
  return inPieces(sentences, 'gmb', weight);
}

/** WikiGold, CrossNER, WNUT-17, Broad Twitter: `name` is the folder. */
export function wikigold(corpora: string, weight: number): LearntDocument[] {
  const text = readFileSync(join(corpora, 'wikigold/wikigold.conll.txt'), 'utf8');
  const map: TypeMap = {
    PER: ['Person'],
    ORG: ['Organization'],
    LOC: ['Location', 'Facility'],
    MISC: ['Misc', 'NORP', 'Product', 'Facility'],
  };
  return readColumns(text, 1, ' ').map(({ id, sentences }) => ({
    id,
    weight,
    sentences: sentences.map(({ forms, tags }) => ({ forms, allowed: allowedOf(tags, map, ['Date', 'Money']) })),
  }));
}

export function crossner(corpora: string, weight: number): LearntDocument[] {
  const map: TypeMap = {
    politician: ['Person'],
    person: ['Person'],
    writer: ['Person'],
    politicalparty: ['Organization'],
    organisation: ['Organization'],
    location: ['Location', 'Facility'],
    country: ['Location'],
    election: ['Misc'],
    event: ['Misc'],
    misc: ['Misc', 'NORP', 'Product', null],
    book: ['Misc', 'Product'],
    poem: ['Misc', 'Product'],
    award: ['Misc'],
    literarygenre: ['Misc', null],
    magazine: ['Organization', 'Misc', 'Product'],
  };
  return ['politics/train.txt', 'politics/dev.txt', 'literature/train.txt', 'literature/dev.txt'].flatMap((file) => {
    const text = readFileSync(join(corpora, 'crossner', file), 'utf8');
    const sentences = readColumns(text, 1).flatMap((d) => d.sentences);
    return inPieces(
      sentences.map(({ forms, tags }) => ({ forms, allowed: allowedOf(tags, map, ['Date', 'Money', 'NORP']) })),
      file,
      weight,
      1,
    );
  });
}

/** Names of a `.bio` or CoNLL file with PER, ORG, LOC (Broad Twitter). */
export function twitter(corpora: string, weight: number): LearntDocument[] {
  const map: TypeMap = { PER: ['Person'], ORG: ['Organization', 'Product', 'Misc'], LOC: ['Location', 'Facility'] };
  return ['a', 'e', 'f', 'g', 'h'].flatMap((name) => {
    const text = readFileSync(join(corpora, `btc-broad-twitter/${name}.conll`), 'utf8');
    const sentences = readColumns(text, 1).flatMap((d) => d.sentences);
    return inPieces(
      sentences.map(({ forms, tags }) => ({ forms, allowed: allowedOf(tags, map, ['Misc', 'NORP', 'Product', 'Date', 'Money']) })),
      name,
      weight,
      1,
    );
  });
}

/** re3d without its BBC part: only spans that hold a capital are names. */
export function re3d(corpora: string, weight: number): LearntDocument[] {
  const map: TypeMap = {
    Person: ['Person'],
    Organisation: ['Organization', 'Location'],
    Location: ['Location', 'Facility'],
    Nationality: ['NORP'],
    Weapon: ['Product', 'Misc'],
    MilitaryPlatform: ['Product', 'Misc', 'Organization'],
    Vehicle: ['Product', 'Misc'],
  };
  const documents: LearntDocument[] = [];
  for (const source of readdirSync(join(corpora, 're3d'))) {
    if (source === 'BBC_Online' || source === 'README.md') continue;
    const lines = (file: string): Record<string, unknown>[] =>
      readFileSync(join(corpora, 're3d', source, file), 'utf8')
        .split('\n')
        .filter((l) => l.trim())
        .map((l) => JSON.parse(l) as Record<string, unknown>);
    const entities = lines('entities.json') as unknown as { begin: number; end: number; type: string; documentId: string; value: string }[];
    for (const { _id, text } of lines('documents.json') as unknown as { _id: string; text: string }[]) {
      const own = entities
        .filter((e) => e.documentId === _id && map[e.type] && /^(the )?(\p{Lu}\S*( of| the| and|-)? ?)+$/u.test(e.value))
        .sort((a, b) => b.end - b.begin - (a.end - a.begin));
      const sentences: LearntSentence[] = [];
      let forms: string[] = [];
      let tags: string[] = [];
      for (const match of text.matchAll(/\n+|[\p{L}\p{N}]+(?:[.'’]\p{L}+)*\.?(?=\s+[\p{Ll}\p{N}])|[\p{L}\p{N}]+(?:['’.]\p{L}+)*|[^\s]/gu)) {
        const start = match.index;
        if (match[0].startsWith('\n')) tags.push('END');
        else {
          forms.push(match[0]);
          const holder = own.find((e) => e.begin <= start && start < e.end);
          const the = holder && /^the$/i.test(match[0]) && holder.begin === start;
          const previous = tags.at(-1);
          tags.push(!holder || the ? 'O' : `${previous?.slice(2) === holder.type && start !== holder.begin ? 'I' : 'B'}-${holder.type}`);
        }
        if (match[0] === '.' || tags.at(-1) === 'END') {
          if (tags.at(-1) === 'END') tags.pop();
          if (forms.length > 0) sentences.push({ forms, allowed: allowedOf(tags, map, ['Date', 'Money', 'Misc', 'NORP']) });
          forms = [];
          tags = [];
        }
      }
      if (forms.length > 0) sentences.push({ forms, allowed: allowedOf(tags, map, ['Date', 'Money', 'Misc', 'NORP']) });
      documents.push({ id: _id, sentences, weight });
    }
  }
  return documents;
}
