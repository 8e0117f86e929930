import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cut, type Span } from '../../src/0-terms/span.ts';
import type { Claim, CodedReport } from '../../src/5-claims/coded-report.ts';
import { read } from '../../src/read.ts';
import { everyFile, jsonLines } from '../data-files.ts';
import { shareWord } from '../muc4/compare.ts';
import { datelineOf, plainText } from '../muc4/respond.ts';
import { fillsOf, type KeyTemplate, type Muc4Document, type SlotName } from '../muc4/template.ts';
import { readAsItStands } from '../plain-report.ts';
import { textPage, theKit } from '../reading.ts';
import type { Task } from '../task.ts';

interface Factuality {
  readonly text: string;
  readonly targets: readonly { readonly span1: readonly [number, number]; readonly label: number }[];
}
/** Acts that did not happen, how many of them are read as done, and how many as not done. */
interface Tally {
  acts: number;
  done: number;
  notDone: number;
}

/** On the scale from -3 to 3: what the annotators hold for not having happened. */
const DID_NOT_HAPPEN = -0.5;

export const task: Task = {
  name: 'stage',
  about: 'acts that did not happen: attempted and threatened ones of MUC-4, negative ones of the factuality data',
  open: 'corpora',
  async run({ data }) {
    const kit = await theKit();
    const mucTypes = new Map(kit.codebook.types.map((t) => [t.id, t.crosswalk['muc4']]));
    const own = ['muc4', 'event-factuality'].map((folder) => join(data, folder)).filter((folder) => existsSync(folder));
    const files = (own.length > 0 ? own : [data]).flatMap(everyFile).filter((f) => f.endsWith('.jsonl'));
    const muc: Tally = { acts: 0, done: 0, notDone: 0 };
    const factuality: Tally = { acts: 0, done: 0, notDone: 0 };
    for (const item of files.flatMap((f) => jsonLines<Partial<Muc4Document> & Partial<Factuality>>(f))) {
      if (item.templates && item.text !== undefined) {
        const wanted = item.templates.filter(neverDone);
        if (wanted.length === 0) continue;
        const report = read(textPage(plainText(item.text), datelineOf(item.text).day ?? undefined), kit);
        const done = item.templates.filter((t) => !neverDone(t));
        for (const template of wanted) count(muc, claimAbout(template, done, report, mucTypes));
      } else if (item.targets && item.text !== undefined) {
        const wanted = item.targets.filter((t) => t.label <= DID_NOT_HAPPEN);
        if (wanted.length === 0) continue;
        const report = readAsItStands(item.text, kit);
        const starts = tokenStarts(item.text);
        for (const { span1 } of wanted) {
          const [from, to] = [starts[span1[0]] ?? 0, (starts[span1[1]] ?? item.text.length + 1) - 1];
          const claim = report.claims.find((c) => c.trigger[0] < to && from < c.trigger[1]);
          // Most words of this data name no act of the codebook ("lose", "worried"): only those that are read as one count.
          if (claim) count(factuality, claim);
        }
      }
    }
    const all: Tally = { acts: muc.acts + factuality.acts, done: muc.done + factuality.done, notDone: muc.notDone + factuality.notDone };
    const share = (n: number, of: Tally): number => (of.acts ? n / of.acts : 0);
    const row = (name: string, t: Tally): string =>
      `${name.padEnd(12)}${String(t.acts).padStart(6)}${(100 * share(t.done, t)).toFixed(1).padStart(14)}${(100 * share(t.notDone, t)).toFixed(1).padStart(18)}`;
    return {
      keys: {
        readAsDone: share(all.done, all),
        recall: share(all.notDone, all),
        acts: all.acts,
        muc4: { readAsDone: share(muc.done, muc), recall: share(muc.notDone, muc), acts: muc.acts },
        factuality: {
          readAsDone: share(factuality.done, factuality),
          recall: share(factuality.notDone, factuality),
          acts: factuality.acts,
        },
      },
      table: [
        '               acts  read as done  read as not done',
        row('MUC-4', muc),
        row('factuality', factuality),
        row('all', all),
      ].join('\n'),
    };
  },
};

/** A template whose every alternative says attempted or threatened. */
const neverDone = (template: KeyTemplate): boolean =>
  !template.optional_template &&
  fillsOf(template, 'incident_stage_of_execution').every((f) => f.alts.every((a) => a.value !== 'ACCOMPLISHED'));

function count(tally: Tally, claim: Claim | undefined): void {
  tally.acts += 1;
  if (!claim) return;
  if (claim.stage === 'occurred' && claim.polarity === 'affirmed') tally.done += 1;
  else tally.notDone += 1;
}

/**
 * The claim that is most likely about a template: the one most like it, unless it is more like one of the report's templates of acts
 * that were done ("the first bomb exploded, the second was defused").
 */
function claimAbout(
  template: KeyTemplate,
  done: readonly KeyTemplate[],
  report: CodedReport,
  mucTypes: ReadonlyMap<string, string | undefined>,
): Claim | undefined {
  let best: { readonly claim: Claim; readonly likeness: number } | undefined;
  for (const claim of report.claims) {
    const likeness = likenessOf(claim, template, report, mucTypes);
    if (likeness === 0 || done.some((other) => likenessOf(claim, other, report, mucTypes) > likeness)) continue;
    if (best === undefined || likeness > best.likeness) best = { claim, likeness };
  }
  return best?.claim;
}

/**
 * How many fillers of a template share a word with a claim's. What was hit counts double, for one actor does many things; 0 when the
 * types differ or nothing that was hit agrees.
 */
function likenessOf(claim: Claim, template: KeyTemplate, report: CodedReport, mucTypes: ReadonlyMap<string, string | undefined>): number {
  const types = new Set(fillsOf(template, 'incident_type').flatMap((f) => f.alts.map((a) => a.value)));
  const type = mucTypes.get(claim.type);
  if (type === undefined || !(types.has(type) || types.has('ATTACK') || type === 'ATTACK')) return 0;
  const names = (...slots: readonly SlotName[]): string[] =>
    slots.flatMap((s) => fillsOf(template, s).flatMap((f) => f.alts.map((a) => a.value)));
  const agreeing = (list: readonly string[], fillers: readonly { readonly span: Span }[]): number =>
    list.filter((n) => fillers.some((f) => shareWord(n, cut(report.text, f.span)))).length;
  const hit = names('phys_tgt_id', 'hum_tgt_name', 'hum_tgt_description');
  const hits = agreeing(hit, [...claim.target, ...claim.object]);
  const others = agreeing(names('perp_individual_id', 'perp_organization_id', 'incident_instrument_id'), [
    ...claim.actor,
    ...claim.instrument,
  ]);
  if (hit.length > 0 ? hits === 0 : others === 0) return 0;
  return 4 * hits + 2 * others + (types.has(type) ? 1 : 0);
}

/** Where each token of a text that is parted by single spaces starts. */
function tokenStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) if (text[i] === ' ') starts.push(i + 1);
  return starts;
}
