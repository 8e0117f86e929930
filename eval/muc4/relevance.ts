import { cut } from '../../src/0-terms/span.ts';
import type { CodedReport } from '../../src/5-claims/coded-report.ts';
import type { Incident } from './incidents.ts';
import { weightsFrom } from './linear.ts';
import type { Response } from './template.ts';

/** Weights by feature, fitted on DEV by `npm run train -- muc4`; `threshold` is the least probability of a template that is given. */
export type RelevanceModel = ReadonlyMap<string, number>;

export const RELEVANCE_FILE = new URL('./relevance.tsv', import.meta.url);

/** The model of the repository. */
export const relevanceModel = (): RelevanceModel => weightsFrom(RELEVANCE_FILE);

/** Whether a template is likely enough to be one of the key's. */
export const isRelevant = (features: readonly string[], model: RelevanceModel): boolean => {
  const logit = features.reduce((sum, f) => sum + (model.get(f) ?? 0), 0);
  return 1 / (1 + Math.exp(-logit)) >= (model.get('threshold') ?? 0);
};

const DAY = 86_400_000;
const CONTENT = new Set(['NOUN', 'VERB', 'ADJ', 'PROPN']);

/** What speaks for or against a template's being in the key: kind of report, kind of act, who and what was hit, how exact it is told. */
export function relevanceFeatures(
  incident: Incident,
  response: Response,
  report: CodedReport,
  place: { readonly at: number; readonly of: number },
): string[] {
  const { claims } = incident;
  const features = ['bias', `type=${incident.type}`, `of=${Math.min(place.of, 5)}`, `at=${Math.min(place.at, 4)}`];
  const add = (name: string, holds: boolean): void => {
    if (holds) features.push(name);
  };
  const size = (n: number): number => Math.min(n, 3);
  for (const claim of claims) {
    features.push(`rule=${claim.rule}`, `claim=${claim.type}`);
    for (const target of [...claim.target, ...claim.object]) features.push(`hit=${headOf(cut(report.text, target.span))}`);
    for (const actor of claim.actor)
      features.push(`actor=${headOf(cut(report.text, actor.span))}`, `responsibility=${actor.responsibility}`);
  }
  features.push(`claims=${size(claims.length)}`, `sure=${Math.floor(10 * Math.max(...claims.map((c) => c.confidence)))}`);
  const when = claims.find((c) => c.when)?.when;
  const age = when && report.published.date ? Math.round((Date.parse(report.published.date) - Date.parse(when.to)) / DAY) : null;
  features.push(
    age === null
      ? 'age=none'
      : age < 0
        ? 'age=future'
        : age < 2
          ? 'age=new'
          : age < 9
            ? 'age=week'
            : age < 32
              ? 'age=month'
              : age < 63
                ? 'age=old'
                : 'age=past',
  );
  add(
    'denied',
    claims.every((c) => c.polarity === 'denied'),
  );
  add('one-day', when !== undefined && when !== null && when.from === when.to);
  for (const slot of [
    'hum_tgt_name',
    'hum_tgt_description',
    'phys_tgt_id',
    'perp_individual_id',
    'perp_organization_id',
    'incident_instrument_id',
  ] as const)
    features.push(`${slot}=${size(response[slot]?.length ?? 0)}`);
  for (const slot of [
    'hum_tgt_type',
    'phys_tgt_type',
    'incident_stage_of_execution',
    'perp_incident_category',
    'hum_tgt_effect_of_incident',
  ] as const)
    for (const { value } of response[slot] ?? []) features.push(`${slot}:${value}`);
  const location = response.incident_location?.[0]?.value ?? '';
  features.push(`country=${location.split(':')[0]}`);
  add('place', location.includes(':'));
  const first = Math.min(...claims.map((c) => c.sentence[0]));
  features.push(`from=${first < 300 ? 'head' : first < 1000 ? 'early' : 'late'}`);
  add(
    'said',
    claims.every((c) => c.saidBy.length > 0),
  );
  add(
    'quoted',
    claims.every((c) => report.quotes?.some((q) => q.direct && q.content[0] <= c.trigger[0] && c.trigger[1] <= q.content[1])),
  );
  const head = report.text.slice(0, 400);
  add('speech', /\bSPEECH|\bINTERVIEW|\bCOMMENTARY|\bEDITORIAL|\bCOMMUNIQUE|\[CONTINUED\]|CLANDESTINE/.test(head));
  add('first-person', /\b(?:WE|OUR|I)\b/.test(claims.map((c) => cut(report.text, c.sentence)).join(' ')));
  // The words of the acts' sentences, and of the whole report: an incident of the keys is news of terror, no speech about it.
  for (const claim of claims)
    for (const token of report.sentences.find((s) => s.span[0] <= claim.trigger[0] && claim.trigger[0] < s.span[1])?.tokens ?? [])
      if (CONTENT.has(token.upos)) features.push(`said=${token.lemma.toLowerCase()}`);
  for (const sentence of report.sentences)
    for (const token of sentence.tokens) if (CONTENT.has(token.upos)) features.push(`report=${token.lemma.toLowerCase()}`);
  features.push(`length=${Math.min(4, Math.floor(report.text.length / 1000))}`);
  return [...new Set(features)];
}

/** The last word before any "of": what a phrase is about. */
const headOf = (phrase: string): string =>
  /([A-Z0-9'-]+)$/i.exec(phrase.replace(/ (?:OF|IN|AT|FROM|WITH|FOR)\b.*$/i, ''))?.[1]?.toUpperCase() ?? '';
