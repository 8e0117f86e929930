import { writeFileSync } from 'node:fs';
import { FILLERS_FILE } from '../eval/muc4/fillers.ts';
import { INCIDENTS_FILE, incidentsOf } from '../eval/muc4/incidents.ts';
import type { Weights } from '../eval/muc4/linear.ts';
import { muc4Kit } from '../eval/muc4/muc4-kit.ts';
import { isRelevant, RELEVANCE_FILE } from '../eval/muc4/relevance.ts';
import { candidates, type Muc4Models } from '../eval/muc4/respond.ts';
import { add, noTallies, rates, scoreDocument, sum } from '../eval/muc4/score.ts';
import { loadKit } from '../src/load-kit.ts';
import type { Sample } from './confidence/logistic.ts';
import { type DevReport, devReports, type MucType, pairsOf, type ReadDocument } from './muc4/dev-reports.ts';
import { fillerSamples, fitFillers } from './muc4/fit-fillers.ts';
import { fitIncidents, incidentSamples } from './muc4/fit-incidents.ts';
import { fitSparse } from './sparse-logistic.ts';

const PARTS = 5;
const PENALTY = 4;
/** Held out, F is the same from 0.2 to 0.3. */
const RELEVANCE_THRESHOLD = 0.3;

/**
 * Fits on MUC-4's DEV part who and what fills the slots of an incident, which organisations are behind it, and which of the templates
 * that claims make are in the keys. What is printed was held out: each fifth of the documents by models of the other four.
 */
export function train(data: string, say: (line: string) => void): void {
  const kit = muc4Kit(loadKit());
  const types = new Map(kit.codebook.types.map((t) => [t.id, t.crosswalk['muc4']]));
  const reports = devReports(data, kit);
  say(`${reports.length} documents read`);
  fitMuc4(reports, (type) => types.get(type), say);
}

/** Twice: incidents are first paired with templates by what the claims alone say of them, then by what the models make of them. */
export function fitMuc4(read: readonly ReadDocument[], mucType: MucType, say: (line: string) => void): void {
  const samples = read.map((each) => incidentSamples(each, mucType));
  const plain = read.map((each, at): DevReport => {
    const incidents = fitted(samples, at % PARTS);
    return { ...each, pairs: pairsOf(each, incidentsOf(each.report, mucType, incidents)) };
  });
  const first = heldOut(plain, samples, mucType, say);
  const reports = plain.map((report, at) => ({ ...report, pairs: pairsMade(first[at]) }));
  const held = heldOut(reports, samples, mucType, say);
  judge(held, say);
  write(INCIDENTS_FILE, fitIncidents(samples));
  write(FILLERS_FILE, fitFillers(reports.map(fillerSamples)), LEAST_FILLER_WEIGHT);
  write(RELEVANCE_FILE, fitRelevance(held));
}

const incidentModels = new Map<number, Weights>();
/** Same-incident weights that have not seen a part; fitted once. */
function fitted(samples: readonly (readonly Sample[])[], part: number): Weights {
  const known = incidentModels.get(part) ?? fitIncidents(samples.filter((_, at) => at % PARTS !== part));
  incidentModels.set(part, known);
  return known;
}

/** Templates as models make them that have not seen the document. */
function heldOut(
  reports: readonly DevReport[],
  incidents: readonly (readonly Sample[])[],
  mucType: MucType,
  say: (line: string) => void,
): Templates[] {
  say(`${reports.reduce((all, r) => all + r.pairs.length, 0)} incidents with a template of the key`);
  const samples = reports.map(fillerSamples);
  const held: Templates[] = [];
  for (let part = 0; part < PARTS; part++) {
    const other = (_: unknown, at: number): boolean => at % PARTS !== part;
    const models = {
      fillers: fitFillers(samples.filter(other)),
      incidents: fitted(incidents, part),
    };
    for (const [at, report] of reports.entries()) if (at % PARTS === part) held[at] = templatesOf(report, mucType, models);
  }
  return held;
}

const pairsMade = (templates: Templates | undefined): DevReport['pairs'] =>
  [...(templates?.used ?? [])].flatMap(([at, k]) => {
    const [incident, key] = [templates?.given[at]?.incident, templates?.document.templates[k]];
    return incident && key ? [{ incident, key }] : [];
  });

interface Templates {
  readonly document: DevReport['document'];
  readonly given: ReturnType<typeof candidates>;
  readonly used: ReadonlyMap<number, number>;
}
function templatesOf({ document, report, dateline }: DevReport, mucType: MucType, models: Omit<Muc4Models, 'relevance'>): Templates {
  const given = candidates(report, dateline, mucType, models);
  const { used } = scoreDocument(
    document.templates,
    given.map((c) => c.response),
  );
  return { document, given, used };
}

function fitRelevance(documents: readonly Templates[]): Map<string, number> {
  const samples = documents.flatMap(({ document, given, used }) =>
    given.map(({ features }, at): Sample => ({ features, right: used.has(at), group: document.docid })),
  );
  return new Map([['threshold', RELEVANCE_THRESHOLD], ...fitSparse(samples, PENALTY)]);
}

/** Scores at several thresholds, relevance held out as well. */
function judge(documents: readonly Templates[], say: (line: string) => void): void {
  const models = Array.from({ length: PARTS }, (_, part) => fitRelevance(documents.filter((_, at) => at % PARTS !== part)));
  const ideal = noTallies();
  for (const { document, given, used } of documents)
    add(
      ideal,
      scoreDocument(
        document.templates,
        given.filter((_, at) => used.has(at)).map((c) => c.response),
      ).tallies,
    );
  say(`only templates of the key: F ${rates(sum(ideal)).f.toFixed(4)}`);
  for (const threshold of [0, 0.2, 0.25, RELEVANCE_THRESHOLD, 0.35, 0.4]) {
    const tallies = noTallies();
    for (const [at, { document, given }] of documents.entries()) {
      const model = new Map(models[at % PARTS]).set('threshold', threshold);
      add(
        tallies,
        scoreDocument(
          document.templates,
          given.filter((c) => isRelevant(c.features, model)).map((c) => c.response),
        ).tallies,
      );
    }
    const { recall, precision, f } = rates(sum(tallies));
    say(`threshold ${threshold}: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}, F ${f.toFixed(4)}`);
    if (threshold === RELEVANCE_THRESHOLD)
      for (const [slot, tally] of Object.entries(tallies)) say(`  ${slot.padEnd(30)} F ${rates(tally).f.toFixed(3)}`);
  }
}

/** Weights too small to matter are left out. Of fillers there are very many, and on TST1 a bound of 0.15 loses nothing. */
const LEAST_WEIGHT = 0.05;
const LEAST_FILLER_WEIGHT = 0.15;

function write(file: URL, weights: ReadonlyMap<string, number>, least = LEAST_WEIGHT): void {
  const lines = [...weights]
    .filter(([name, w]) => name.startsWith('threshold') || Math.abs(w) >= least)
    .map(([name, w]) => `${name}\t${Number(w.toFixed(2))}`)
    .sort();
  writeFileSync(file, `# generated by npm run train -- muc4; do not edit\n${lines.join('\n')}\n`);
}
