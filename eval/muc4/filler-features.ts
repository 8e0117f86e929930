import { cut, type Span } from '../../src/0-terms/span.ts';
import type { Token } from '../../src/3-sentences/parsed-report.ts';
import type { Claim, CodedReport } from '../../src/5-claims/coded-report.ts';
import type { Incident } from './incidents.ts';
import type { NounPhrase } from './noun-phrases.ts';
import { isBody, organisationFeatures } from './organisations.ts';
import { capitals } from './phrases.ts';
import { FIGHTERS, HUMAN_TYPES, HUMAN_WORDS, NO_OBJECT, PHYSICAL_TYPES, STATE_ACTORS, setFiller } from './words.ts';

const ROLES = ['actor', 'target', 'object', 'instrument'] as const;
/** A role that the claims of a report give a phrase. */
interface Given {
  readonly claim: Claim;
  readonly role: (typeof ROLES)[number];
}

/** What the features of every phrase of a report share; made once a report. */
export interface ReportView {
  readonly report: CodedReport;
  /** By sentence and head word. */
  readonly roles: ReadonlyMap<string, readonly Given[]>;
  /** Roles by entity. */
  readonly entityRoles: ReadonlyMap<string, readonly Given[]>;
  /** The claims whose trigger a word is part of, by sentence and word. */
  readonly triggers: ReadonlyMap<string, readonly Claim[]>;
  /** How often each head word occurs as the head of a phrase. */
  readonly heads: ReadonlyMap<string, number>;
}

export function viewOf(report: CodedReport, phrases: readonly NounPhrase[]): ReportView {
  const roles = new Map<string, Given[]>();
  const entityRoles = new Map<string, Given[]>();
  const triggers = new Map<string, Claim[]>();
  for (const claim of report.claims) {
    for (const role of ROLES) {
      for (const filler of claim[role]) {
        const at = headAt(filler.span, report);
        if (at) put(roles, at, { claim, role });
        if (filler.entity) put(entityRoles, filler.entity, { claim, role });
      }
    }
    const s = sentenceAt(claim.trigger, report);
    for (const [index, token] of (report.sentences[s]?.tokens ?? []).entries())
      if (meets(token.span, claim.trigger)) put(triggers, `${s}.${index}`, claim);
  }
  const heads = new Map<string, number>();
  for (const { lemma } of phrases) heads.set(lemma, (heads.get(lemma) ?? 0) + 1);
  return { report, roles, entityRoles, triggers, heads };
}

const put = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};
const meets = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

export function sentenceAt(span: Span, report: CodedReport): number {
  return report.sentences.findIndex((s) => s.span[0] <= span[0] && span[0] < s.span[1]);
}

/** `sentence.word` of the word that heads a span. */
function headAt(span: Span, report: CodedReport): string | null {
  const s = sentenceAt(span, report);
  const tokens = report.sentences[s]?.tokens ?? [];
  const at = tokens.findIndex((t) => {
    if (!meets(t.span, span) || t.upos === 'PUNCT' || t.upos === 'ADP') return false;
    const up = tokens[t.head];
    return !up || !meets(up.span, span);
  });
  return at < 0 ? null : `${s}.${at}`;
}

/** The fillers that the claims' own roles give each slot. */
export type GivenTexts = ReadonlyMap<string, ReadonlySet<string>>;

/** What speaks for and against a phrase's being somebody or something of an incident, whatever the slot. */
export function fillerFeatures(phrase: NounPhrase, incident: Incident, view: ReportView, given: GivenTexts): string[] {
  const { report } = view;
  const claims = new Set(incident.claims);
  const features = new Set<string>(['bias', `kind=${phrase.kind}`]);
  const add = (name: string, holds: boolean): void => {
    if (holds) features.add(name);
  };
  const text = capitals(cut(report.text, phrase.span));
  const entity = report.entities.find((e) => e.id === phrase.entity);
  const human = HUMAN_WORDS.test(text) || entity?.kind === 'person';
  const word =
    phrase.kind === 'body'
      ? `body:${STATE_ACTORS.test(text) ? 'state' : 'other'}`
      : phrase.kind === 'name'
        ? 'NAME'
        : FIGHTERS.test(text)
          ? 'fighters'
          : human
            ? `human:${setFiller(HUMAN_TYPES, text) ?? 'civilian'}`
            : `thing:${NO_OBJECT.test(text) ? 'none' : (setFiller(PHYSICAL_TYPES, text) ?? 'other')}`;
  const sort = word.split(':')[0] ?? '';
  features.add(`word=${word}`);
  if (phrase.kind === 'words') {
    features.add(`head=${phrase.lemma}`);
    features.add(`head=${phrase.lemma} type=${incident.type}`);
  }
  features.add(`type=${incident.type} sort=${sort}`);
  if (phrase.kind === 'body' || isBody(phrase.whole))
    for (const feature of organisationFeatures(phrase, incident.claims, report)) features.add(`body ${feature}`);
  add('state', STATE_ACTORS.test(text));
  add('unknown', /\bUNIDENTIFIED|\bUNKNOWN|\bARMED\b|\bHOODED|\bHEAVILY/.test(text));
  features.add(`entity=${entity?.kind ?? 'none'}`);
  features.add(`sector=${entity?.sector ?? 'none'}`);

  // Its roles in the claims, of this incident and of others.
  const own = view.roles.get(`${phrase.sentence}.${phrase.head}`) ?? [];
  const ofEntity = phrase.entity ? (view.entityRoles.get(phrase.entity) ?? []) : [];
  let filled = false;
  for (const [name, list] of [
    ['own', own],
    ['entity', ofEntity],
  ] as const)
    for (const { claim, role } of list) {
      const here = claims.has(claim);
      filled ||= here;
      features.add(`${name}-${here ? 'here' : 'other'}=${role}`);
      if (here) features.add(`${name}-here=${role} sort=${sort}`);
      if (here && name === 'own') features.add(`${name}-here=${role} claim=${claim.type}`);
      if (!here && name === 'own') features.add(`own-other=${role} claim=${claim.type} same=${sameKind(claim, incident)}`);
    }
  add('no-role', !filled);
  for (const [slot, texts] of given) {
    if (phrase.variants.some((v) => texts.has(v.text))) {
      features.add(`given=${slot}`);
      features.add(`given=${slot} sort=${sort}`);
    } else if (texts.size > 0) features.add(`given-else=${slot} sort=${sort}`);
  }

  // Its place in the tree.
  const tokens = report.sentences[phrase.sentence]?.tokens ?? [];
  const anchor = anchorOf(phrase.head, tokens);
  if (anchor.via !== '') features.add(`via=${anchor.via}`);
  if (anchor.at !== phrase.head) {
    for (const { claim, role } of view.roles.get(`${phrase.sentence}.${anchor.at}`) ?? [])
      features.add(`${anchor.via}-of-${claims.has(claim) ? 'here' : 'other'}=${role} sort=${sort}`);
  }
  const token = tokens[anchor.at];
  const governor = token ? tokens[token.head] : undefined;
  const rel = relOf(anchor.at, tokens);
  features.add(`rel=${rel}`);
  if (governor) {
    const acts = view.triggers.get(`${phrase.sentence}.${token?.head}`) ?? [];
    const which = acts.some((c) => claims.has(c)) ? 'here' : acts.length > 0 ? 'other' : 'none';
    features.add(`gov=${governor.lemma.toLowerCase()}/${rel}`);
    features.add(`gov-act=${which}/${rel}`);
    features.add(`gov-act=${which}/${rel} sort=${sort}`);
    features.add(`gov=${governor.lemma.toLowerCase()}/${rel} sort=${sort}`);
    const up = tokens[governor.head];
    if (up) {
      const upActs = view.triggers.get(`${phrase.sentence}.${governor.head}`) ?? [];
      if (upActs.some((c) => claims.has(c))) features.add(`up-act=here/${governor.deprel}/${rel}`);
    }
  }

  // How far from the acts.
  const acts = incident.claims.map((c) => sentenceAt(c.trigger, report));
  const gap = Math.min(...acts.map((s) => Math.abs(s - phrase.sentence)));
  const distance = gap < 3 ? String(gap) : gap < 6 ? 'near' : 'far';
  features.add(`distance=${distance}`);
  features.add(`distance=${distance} sort=${sort}`);
  if (gap > 0) features.add(Math.min(...acts) > phrase.sentence ? 'before-acts' : 'after-acts');
  features.add(`distance=${distance} word=${word}`);
  const others = report.claims.some((c) => !claims.has(c) && sentenceAt(c.trigger, report) === phrase.sentence);
  add(`others-told distance=${distance}`, others);
  if (gap === 0) {
    const nearest = Math.min(...incident.claims.map((c) => Math.abs(c.trigger[0] - phrase.span[0])));
    features.add(`near=${nearest < 40 ? 'close' : nearest < 100 ? 'mid' : 'wide'} sort=${sort}`);
    add(
      `before-trigger sort=${sort}`,
      incident.claims.every((c) => phrase.span[0] < c.trigger[0]),
    );
  }
  const sentence = capitals(cut(report.text, report.sentences[phrase.sentence]?.span ?? [0, 0]));
  for (const [name, cue] of CUES) add(`told-${name} sort=${sort}`, cue.test(sentence));
  const count = view.heads.get(phrase.lemma) ?? 0;
  features.add(`repeated=${Math.min(4, count)} sort=${sort}`);
  const first = tokens[firstOf(phrase, tokens)];
  features.add(`det=${first?.upos === 'DET' ? first.lemma.toLowerCase() : first?.upos === 'NUM' ? 'number' : 'none'} sort=${sort}`);
  add(
    'speaker',
    report.quotes.some((q) => q.speakerSpan !== null && meets(q.speakerSpan, phrase.span)),
  );
  add(
    'quoted',
    report.quotes.some((q) => q.direct && q.content[0] <= phrase.span[0] && phrase.span[1] <= q.content[1]),
  );
  features.add(`claims=${Math.min(3, incident.claims.length)} sort=${sort}`);
  const taken = new Set(incident.claims.flatMap((c) => ROLES.flatMap((r) => (c[r].length > 0 ? [r] : []))));
  for (const role of ['actor', 'target', 'object'] as const) add(`open-${role} sort=${sort}`, !taken.has(role));
  return [...features];
}

const sameKind = (claim: Claim, incident: Incident): boolean => incident.claims.some((c) => c.type === claim.type);

const CUES: readonly (readonly [string, RegExp])[] = [
  ['death', /\bKILLED|\bDEAD\b|\bDIED|\bDEATHS?\b|\bMURDER|\bASSASSINAT|\bBODY|\bBODIES|\bVICTIMS?\b/],
  ['wound', /\bWOUND|\bINJUR|\bHURT\b|\bHOSPITAL/],
  ['damage', /\bDAMAG|\bDESTROY|\bBURN|\bSET (?:FIRE|ON FIRE)|\bBLEW|\bBLOWN/],
  ['taken', /\bKIDNAP|\bABDUCT|\bHOSTAGE|\bCAPTIV|\bRANSOM/],
  ['blame', /\bRESPONSIB|\bACCUS|\bBLAM|\bATTRIBUT|\bINVOLVED|\bSUSPECT|\bPERPETRAT|\bCARRIED OUT|\bCOMMITTED/],
  ['armed', /\bARMED\b|\bFIRED|\bOPENED FIRE|\bSHOT|\bMACHINE|\bGUNMEN/],
  ['bomb', /\bBOMB|\bDYNAMITE|\bEXPLO|\bGRENADE/],
  ['seized', /\bARREST|\bCAPTURED|\bDETAIN/],
];

/** Where a coordinated, apposed or modifying noun hangs after all, and by what: "the mayor, his son and a GUARD were killed". */
function anchorOf(head: number, tokens: readonly Token[]): { readonly at: number; readonly via: string } {
  let at = head;
  let via = '';
  for (let steps = 0; steps < 4; steps++) {
    const token = tokens[at];
    const rel = token?.deprel.split(':')[0] ?? '';
    if (!token || token.head < 0 || !['conj', 'appos', 'flat', 'compound'].includes(rel)) break;
    via = via === '' ? rel : via;
    at = token.head;
  }
  return { at, via };
}

/** Relation to the governor, with the preposition where there is one. */
function relOf(at: number, tokens: readonly Token[]): string {
  const token = tokens[at];
  if (!token) return '';
  const marks = tokens
    .filter((t) => t.head === at && t.deprel.split(':')[0] === 'case' && t.upos === 'ADP')
    .map((t) => t.lemma.toLowerCase());
  return marks.length > 0 ? `${token.deprel.split(':')[0]}:${marks[0]}` : token.deprel;
}

const firstOf = (phrase: NounPhrase, tokens: readonly Token[]): number => {
  const at = tokens.findIndex((t) => t.span[0] >= phrase.span[0]);
  return at < 0 ? phrase.head : at;
};
