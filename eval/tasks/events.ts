import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cut } from '../../src/0-terms/span.ts';
import type { Claim, CodedReport } from '../../src/5-claims/coded-report.ts';
import type { Kit } from '../../src/kit.ts';
import { everyFile, jsonLines } from '../data-files.ts';
import { readAsItStands } from '../plain-report.ts';
import { theKit } from '../reading.ts';
import type { Task } from '../task.ts';

interface Counts {
  right: number;
  given: number;
  wanted: number;
}
const f1 = (c: Counts): number => (c.given + c.wanted ? (2 * c.right) / (c.given + c.wanted) : 0);

export const task: Task = {
  name: 'events',
  about: 'police actions sentence by sentence (IndiaPoliceEvents) and types of short texts (CASE 2021 task 2)',
  open: 'corpora',
  async run({ data }) {
    const kit = await theKit();
    const own = ['india-police-events', 'case2021-task2'].map((folder) => join(data, folder)).filter((folder) => existsSync(folder));
    const files = (own.length > 0 ? own : [data]).flatMap(everyFile);
    const sets: { readonly name: string; readonly counts: ReadonlyMap<string, Counts>; readonly f1: number }[] = [];
    const sentences = files
      .filter((f) => f.endsWith('.jsonl'))
      .flatMap((f) => jsonLines<Partial<LabelledSentence>>(f))
      .filter(isSentence);
    if (sentences.length > 0) {
      const counts = policeActions(sentences, kit);
      sets.push({ name: 'police actions', counts, f1: mean([...counts.values()].map(f1)) });
    }
    const snippets = files.filter((f) => f.endsWith('.tsv')).flatMap(snippetsOf);
    if (snippets.length > 0) {
      const counts = snippetTypes(snippets, kit);
      const weighted = [...counts.values()].reduce((sum, c) => sum + f1(c) * c.wanted, 0) / snippets.length;
      sets.push({ name: 'snippet types', counts, f1: weighted });
    }
    return {
      keys: {
        f1: mean(sets.map((s) => s.f1)),
        ...Object.fromEntries(sets.map((s) => [s.name === 'police actions' ? 'police' : 'snippets', s.f1])),
        byLabel: Object.fromEntries(sets.flatMap((s) => [...s.counts].map(([label, c]) => [label, f1(c)]))),
      },
      table: sets
        .flatMap((s) => [
          `${s.name}: F1 ${(100 * s.f1).toFixed(1)}`,
          ...[...s.counts].map(
            ([label, c]) =>
              `  ${label.padEnd(30)}${String(c.wanted).padStart(6)}${String(c.given).padStart(6)}${String(c.right).padStart(6)}${(100 * f1(c)).toFixed(1).padStart(8)}`,
          ),
        ])
        .join('\n'),
    };
  },
};

const mean = (numbers: readonly number[]): number => (numbers.length ? numbers.reduce((a, b) => a + b, 0) / numbers.length : 0);

// --- IndiaPoliceEvents: "did police …?" for every sentence; F1 of each label, then their mean ---

interface LabelledSentence {
  readonly doc_id: number;
  readonly sent_labels: readonly string[];
  readonly sent_text: string;
}
const isSentence = (s: Partial<LabelledSentence>): s is LabelledSentence => Array.isArray(s.sent_labels) && typeof s.sent_text === 'string';

const POLICE = /\bpolice|\bcops?\b|\bconstab|\bsecurity forces|\barmy\b|\bparamilitar|\bcrpf\b|\brapid action force|\braf\b|\bofficers?\b/i;
const ALWAYS_POLICE = new Set([
  'arrest',
  'raid',
  'crackdown',
  'seizure',
  'defusal',
  'charge',
  'deployment',
  'investigation',
  'restriction',
]);
const FORCE = new Set(['crackdown', 'armed-attack', 'torture', 'killing']);

function policeActions(sentences: readonly LabelledSentence[], kit: Kit): Map<string, Counts> {
  const counts = new Map(['KILL', 'ARREST', 'FAIL', 'FORCE', 'ANY_ACTION'].map((label) => [label, { right: 0, given: 0, wanted: 0 }]));
  const documents = new Map<number, LabelledSentence[]>();
  for (const sentence of sentences) documents.set(sentence.doc_id, [...(documents.get(sentence.doc_id) ?? []), sentence]);
  for (const document of documents.values()) {
    const starts: number[] = [];
    let text = '';
    for (const sentence of document) {
      starts.push(text.length);
      text += `${sentence.sent_text.trim()}\n\n`;
    }
    const report = readAsItStands(text, kit);
    for (const [i, sentence] of document.entries()) {
      const claims = report.claims.filter((c) => c.trigger[0] >= (starts[i] ?? 0) && c.trigger[0] < (starts[i + 1] ?? text.length));
      const given = new Set(claims.flatMap((c) => policeLabels(c, report)));
      for (const [label, c] of counts) {
        const wanted = sentence.sent_labels.includes(label);
        c.wanted += wanted ? 1 : 0;
        c.given += given.has(label) ? 1 : 0;
        c.right += wanted && given.has(label) ? 1 : 0;
      }
    }
  }
  return counts;
}

/** What a claim says that police did. */
function policeLabels(claim: Claim, report: CodedReport): string[] {
  if (claim.stage !== 'occurred' || claim.polarity === 'denied') return [];
  const byPolice = claim.actor.some((a) => POLICE.test(cut(report.text, a.span)));
  if (!byPolice && !(claim.actor.length === 0 && ALWAYS_POLICE.has(claim.type))) return [];
  const labels = ['ANY_ACTION'];
  if (claim.type === 'arrest') labels.push('ARREST');
  if (claim.toll.some((t) => t.effect === 'killed')) labels.push('KILL');
  if (FORCE.has(claim.type)) labels.push('FORCE');
  return labels;
}

// --- CASE 2021 task 2: one type a snippet; F1 weighted by how often a type is wanted ---

/** The type of each of our types; a snippet's type is that of its surest claim. */
const CASE_TYPES: Readonly<Record<string, string>> = {
  'armed-attack': 'ATTACK',
  bombing: 'REM_EXPLOS',
  'suicide-bombing': 'SUIC_BOMB',
  'air-strike': 'AIR_STRIKE',
  shelling: 'ART_MISS_ATTACK',
  clash: 'ARMED_CLASH',
  offensive: 'ARMED_CLASH',
  killing: 'ATTACK',
  assassination: 'ATTACK',
  stabbing: 'ATTACK',
  'vehicle-ramming': 'ATTACK',
  torture: 'ATTACK',
  abduction: 'ABDUCT_DISSAP',
  hijacking: 'ABDUCT_DISSAP',
  'sexual-violence': 'SEX_VIOL',
  arson: 'PROPERTY_DISTRUCT',
  destruction: 'PROPERTY_DISTRUCT',
  riot: 'VIOL_DEMONSTR',
  protest: 'PEACE_PROTEST',
  'strike-action': 'PEACE_PROTEST',
  crackdown: 'FORCE_AGAINST_PROTEST',
  arrest: 'ARREST',
  seizure: 'DISR_WEAP',
  defusal: 'DISR_WEAP',
  surrender: 'CHANGE_TO_GROUP_ACT',
  recruitment: 'CHANGE_TO_GROUP_ACT',
  takeover: 'NON_STATE_ACTOR_OVERTAKES_TER',
  presence: 'HQ_ESTABLISHED',
  withdrawal: 'NON_VIOL_TERRIT_TRANSFER',
  agreement: 'AGREEMENT',
  talks: 'DIPLO',
  sanction: 'DIPLO',
};
const STATE = /\barmy|\bgovernment|\bforces\b|\btroops|\bsoldiers|\bmilitary|\bpolice|\bregime/i;
const REBELS = /\brebel|\binsurgent|\bmilitant|\bIS\b|\bISIS\b|\btaliban|\bfighters/i;

function snippetsOf(file: string): { readonly text: string; readonly type: string }[] {
  const [head = '', ...rows] = readFileSync(file, 'utf8').split(/\r?\n/);
  const columns = head.split('\t');
  const [text, type] = [columns.indexOf('EventSnippet'), columns.indexOf('SubType')];
  if (text < 0 || type < 0) return [];
  return rows
    .map((row) => row.split('\t'))
    .flatMap((cells) => (cells[text] && cells[type] ? [{ text: cells[text], type: cells[type] }] : []));
}

function snippetTypes(snippets: readonly { readonly text: string; readonly type: string }[], kit: Kit): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  const of = (label: string): Counts => {
    const c = counts.get(label) ?? { right: 0, given: 0, wanted: 0 };
    counts.set(label, c);
    return c;
  };
  for (const snippet of snippets) {
    const given = snippetType(readAsItStands(snippet.text, kit));
    of(snippet.type).wanted += 1;
    of(given).given += 1;
    if (given === snippet.type) of(given).right += 1;
  }
  return new Map([...counts].sort(([a], [b]) => a.localeCompare(b)));
}

function snippetType(report: CodedReport): string {
  const claims = report.claims.filter((c) => CASE_TYPES[c.type] !== undefined);
  const main = claims.reduce<Claim | undefined>((best, c) => (best === undefined || c.confidence > best.confidence ? c : best), undefined);
  if (!main) return 'OTHER';
  const actors = main.actor.map((a) => cut(report.text, a.span)).join(' ');
  if (main.type === 'takeover' && STATE.test(actors) && !REBELS.test(actors)) return 'GOV_REGAINS_TERIT';
  if (/grenade/i.test(main.instrument.map((i) => cut(report.text, i.span)).join(' '))) return 'GRENADE';
  if (main.type === 'riot' && !/protest|demonstrat|march/i.test(report.text)) return 'MOB_VIOL';
  return CASE_TYPES[main.type] ?? 'OTHER';
}
