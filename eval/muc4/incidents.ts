import { cut } from '../../src/0-terms/span.ts';
import type { Claim, CodedReport, Filler } from '../../src/5-claims/coded-report.ts';
import { likelihood, type Weights, weightsFrom } from './linear.ts';
import { bare, capitals } from './phrases.ts';

/** The claims of a report that are about one incident, and its MUC-4 type. */
export interface Incident {
  readonly type: string;
  readonly claims: readonly Claim[];
}

export const INCIDENTS_FILE = new URL('./incidents.tsv', import.meta.url);

/** The model of the repository: whether two claims are about one incident. */
export const incidentModel = (): Weights => weightsFrom(INCIDENTS_FILE);

/**
 * Claims gathered into incidents, in text order: each joins the incident with whose claims it goes best on average, or begins a new one.
 * A killing joins the bombing or kidnapping in which it happened.
 */
export function incidentsOf(report: CodedReport, mucType: (type: string) => string | undefined, weights: Weights): Incident[] {
  const incidents: { type: string; claims: Claim[] }[] = [];
  const least = weights.get('threshold') ?? 0.5;
  for (const { claim, type } of incidentClaims(report, mucType)) {
    let home: { readonly at: number; readonly p: number } | undefined;
    for (const [at, incident] of incidents.entries()) {
      const p =
        incident.claims.reduce((sum, other) => sum + likelihood('SAME', sameFeatures(other, claim, report, mucType), weights), 0) /
        incident.claims.length;
      if (p >= least && (home === undefined || p > home.p)) home = { at, p };
    }
    const into = home && incidents[home.at];
    if (!into) incidents.push({ type, claims: [claim] });
    else {
      into.claims.push(claim);
      if (into.type === 'ATTACK') into.type = type;
    }
  }
  return incidents;
}

/** The claims that can be about an incident of MUC-4, with its type. */
export function incidentClaims(
  report: CodedReport,
  mucType: (type: string) => string | undefined,
): { readonly claim: Claim; readonly type: string }[] {
  return report.claims.flatMap((claim) => {
    const type = typeOf(claim, report, mucType);
    return type === undefined ? [] : [{ claim, type }];
  });
}

/** The crosswalk's type; destruction is robbery only where something is taken. */
function typeOf(claim: Claim, report: CodedReport, mucType: (type: string) => string | undefined): string | undefined {
  const type = mucType(claim.type);
  if (type === 'ROBBERY' && !/rob|loot|steal|stole|theft|ransack|took|seiz/i.test(cut(report.text, claim.trigger))) return 'ATTACK';
  return type;
}

/** What speaks for and against two claims' being about one incident; `a` stands first in the text. */
export function sameFeatures(a: Claim, b: Claim, report: CodedReport, mucType: (type: string) => string | undefined): string[] {
  const features = ['bias'];
  const add = (name: string, holds: boolean): void => {
    if (holds) features.push(name);
  };
  const [x, y] = [typeOf(a, report, mucType) ?? '', typeOf(b, report, mucType) ?? ''];
  const types = x === y ? `same-${x === 'ATTACK' ? 'attack' : 'closer'}` : [x, y].includes('ATTACK') ? 'one-attack' : 'apart';
  const kind = a.type === b.type ? 'same' : 'other';
  const days =
    !a.when || !b.when ? 'open' : a.when.to < b.when.from || b.when.to < a.when.from ? 'apart' : sameDays(a, b) ? 'same' : 'meet';
  const places = !a.where || !b.where ? 'open' : a.where.entity === b.where.entity ? 'same' : 'apart';
  const hit = agreement([...a.target, ...a.object], [...b.target, ...b.object], report);
  const actors = agreement(a.actor, b.actor, report);
  const [s, t] = [sentenceOf(a, report), sentenceOf(b, report)];
  const gap = t - s;
  const distance = gap === 0 ? 'one' : gap === 1 ? 'next' : gap < 4 ? 'near' : gap < 9 ? 'far' : 'farther';
  features.push(
    `types=${types}`,
    `claims=${[a.type, b.type].sort().join('+')}`,
    `kind=${kind}`,
    `days=${days}`,
    `places=${places}`,
    `hit=${hit}`,
    `actors=${actors}`,
    `distance=${distance}`,
    `types=${types} hit=${hit}`,
    `hit=${hit} distance=${distance}`,
    `types=${types} distance=${distance}`,
    `days=${days} places=${places}`,
    `days=${days} hit=${hit}`,
    `hit=${hit} actors=${actors}`,
    `kind=${kind} hit=${hit} days=${days}`,
    `stage=${a.stage === b.stage ? 'same' : 'other'}`,
    `stages=${a.stage}+${b.stage}`,
    `claims=${Math.min(6, report.claims.length)}`,
  );
  features.push(`rule=${together(a, b, { types, days, places, hit, gap })}`);
  add('same-word', capitals(cut(report.text, a.trigger)) === capitals(cut(report.text, b.trigger)));
  add('denied', a.polarity === 'denied' || b.polarity === 'denied');
  const tokens = report.sentences[t]?.tokens ?? [];
  const head = tokens.findIndex((token) => token.span[0] < b.trigger[1] && b.trigger[0] < token.span[1]);
  const before = tokens.slice(Math.max(0, head - 3), head).map((token) => token.form.toUpperCase());
  add(
    `definite ${tokens[head]?.upos}`,
    before.some((w) => w === 'THE' || w === 'THIS' || w === 'THAT'),
  );
  features.push(`pos=${tokens[head]?.upos}`);
  const said = capitals(cut(report.text, report.sentences[t]?.span ?? [0, 0]));
  add('another', /\bANOTHER\b|\bOTHER\b|\bSECOND\b|\bALSO\b|\bMEANWHILE\b|\bIN ADDITION\b|\bELSEWHERE\b|\bLATER\b|\bANOTHER\b/.test(said));
  add('past', /\bLAST (?:YEAR|MONTH|WEEK)\b|\bYEARS? AGO\b|\bIN 19\d\d\b|\bPREVIOUS/.test(said));
  return features;
}

/** A first guess: nothing speaks against it, and somebody is shared, nobody is named, or both are told close together. */
function together(
  a: Claim,
  b: Claim,
  of: { readonly types: string; readonly days: string; readonly places: string; readonly hit: string; readonly gap: number },
): boolean {
  if (of.types === 'apart' || of.days === 'apart') return false;
  if (of.hit === 'same' || of.hit === 'word') return true;
  if (of.places === 'apart') return false;
  if (of.hit === 'none' || of.hit.endsWith('open')) return true;
  return a.type === b.type && a.when?.from === b.when?.from && of.gap < 4;
}

const sameDays = (a: Claim, b: Claim): boolean => a.when?.from === b.when?.from && a.when?.to === b.when?.to;
const sentenceOf = (claim: Claim, report: CodedReport): number =>
  report.sentences.findIndex((s) => s.span[0] <= claim.trigger[0] && claim.trigger[0] < s.span[1]);

/** Whether two lists have somebody in common, at least a word for them, nobody, or nothing that can be told. */
function agreement(a: readonly Filler[], b: readonly Filler[], report: CodedReport): string {
  if (a.length === 0 && b.length === 0) return 'none';
  if (a.length === 0) return 'first-open';
  if (b.length === 0) return 'second-open';
  const names = (list: readonly Filler[]): Set<string> => new Set(list.flatMap((f) => f.entity ?? []));
  const [x, y] = [names(a), names(b)];
  if ([...x].some((name) => y.has(name))) return 'same';
  const heads = (list: readonly Filler[]): Set<string> =>
    new Set(
      list.map(
        (f) =>
          bare(capitals(cut(report.text, f.span)))
            .replace(/ (?:OF|FROM)\b.*/, '')
            .split(' ')
            .at(-1) ?? '',
      ),
    );
  const [p, q] = [heads(a), heads(b)];
  if ([...p].some((word) => q.has(word))) return 'word';
  return x.size > 0 && y.size > 0 ? 'named-apart' : 'apart';
}
