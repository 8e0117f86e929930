import { contentId } from '../0-terms/content-id.ts';
import type { AnnotatedReport } from '../4-mentions/annotated-report.ts';
import type { CodeKit } from './code-kit.ts';
import type { Actor, Claim, CodedReport, Filler, Target } from './coded-report.ts';
import type { Context, Draft, Part, Refiner } from './draft.ts';
import { findTriggers } from './find.ts';
import { graphOf } from './graph.ts';
import { withoutAccidents } from './refine/accidents.ts';
import { armedWith } from './refine/armed-with.ts';
import { casualties } from './refine/casualties.ts';
import { claimedActs } from './refine/claimed-acts.ts';
import { confidenceOf } from './refine/confidence.ts';
import { withoutEchoes } from './refine/echoes.ts';
import { facilityWords } from './refine/facility.ts';
import { firstParty } from './refine/first-party.ts';
import { firstPerson } from './refine/first-person.ts';
import { withoutGenerics } from './refine/generic.ts';
import { place, sharedPlace } from './refine/place.ts';
import { raidArrests } from './refine/raid-arrests.ts';
import { withoutGames, withoutOrdinaryCrime } from './refine/relevance.ts';
import { responsibility } from './refine/responsibility.ts';
import { sameEvent } from './refine/same-event.ts';
import { siteOwners } from './refine/site-owners.ts';
import { spokenTo } from './refine/spoken-to.ts';
import { stage } from './refine/stage.ts';
import { withoutUnsupported } from './refine/support.ts';
import { anchoredTime, sharedTime, time, toldAfter } from './refine/time.ts';
import { tollOfTargets } from './refine/toll.ts';
import { voice } from './refine/voice.ts';
import { weaponOwners } from './refine/weapon-owners.ts';

/** Find generously, then refine: each step is one idea and sees what the steps before it found. */
export const REFINERS: readonly Refiner[] = [
  withoutAccidents, // "killed when the plane crashed"
  armedWith, // "men armed with machetes"
  tollOfTargets, // "shot dead three farmers": three killed
  casualties, // "the bombing killed six": one claim, not two
  weaponOwners, // "Israeli jets bombed"
  firstParty, // "took the town after battles with"
  siteOwners, // "bombed the group's hideouts"
  spokenTo, // "condemned the army's raid"
  stage, // "planned to", "foiled", "denied that"
  voice, // "police said"
  firstPerson, // "we urge", said by whom
  raidArrests, // "arrested in a raid by the army"
  time, // "on Tuesday"
  toldAfter, // "it happened on Tuesday"
  place, // "in Lahore"
  responsibility, // "convicted over the attack"
  withoutGenerics, // "38 attacks this year"
  withoutOrdinaryCrime, // "he robbed his neighbour"
  withoutGames, // "the clash of the two teams"
  withoutUnsupported, // "condemned" in a report of no violence
  withoutEchoes, // "vowed to attack": one claim
  sameEvent, // the attack, told twice
  claimedActs, // "the group claimed responsibility"
  anchoredTime, // "a month after they apprehended her"
  sharedTime, // a time holds until another is given
  sharedPlace, // the act's place for what was told with it
  facilityWords, // "at the airport"
];

/** The drafts of a report after every refiner, before any is left out as too unsure: what the confidence model is fitted on. */
export function draftsOf(report: AnnotatedReport, kit: CodeKit): { readonly drafts: readonly Draft[]; readonly context: Context } {
  const context: Context = { graph: graphOf(report, { lemmas: kit.lemmas, isVerb: kit.matcher.isVerb }), kit };
  let drafts: readonly Draft[] = findTriggers(context);
  for (const refine of REFINERS) drafts = refine(drafts, context);
  return { drafts, context };
}

/**
 * Claims of an annotated report, by the codebook; what is more likely wrong than the model's threshold allows is left out.
 * Pure; leaves the report's other layers as they are.
 */
export function code(report: AnnotatedReport, kit: CodeKit): CodedReport {
  const { drafts, context } = draftsOf(report, kit);
  const least = kit.confidence.get('threshold') ?? 0;
  const claims = drafts.flatMap((draft) => {
    const confidence = confidenceOf(draft, drafts, context);
    return confidence >= least ? [claimOf(draft, confidence, report)] : [];
  });
  return { ...report, claims };
}

function claimOf(draft: Draft, confidence: number, report: AnnotatedReport): Claim {
  return {
    id: contentId('c', `${report.id} ${draft.type.id} ${draft.trigger[0]} ${draft.trigger[1]}`),
    type: draft.type.id,
    trigger: draft.trigger,
    stage: draft.stage,
    polarity: draft.polarity,
    actor: draft.roles.actor
      .filter((part) => isSomebody(part) && !isAmount(part))
      .map((part): Actor => ({ ...filler(part), responsibility: part.responsibility ?? 'fact' })),
    target: draft.roles.target
      .filter(isSomebody)
      .map((part): Target => ({ ...filler(part), ...(part.count ? { count: part.count } : {}) })),
    object: draft.roles.object.map(filler),
    instrument: draft.roles.instrument.map(filler),
    when: draft.when,
    where: draft.where,
    toll: [...draft.toll].sort((a, b) => a.span[0] - b.span[0]),
    saidBy: draft.saidBy,
    sentence: report.sentences[draft.node.sentence]?.span ?? draft.trigger,
    confidence,
    rule: `${draft.type.id}.${draft.rule.id}`,
    reasons: draft.reasons,
  };
}

/** "No group", "nobody": words that say that there is none fill no role. */
const isSomebody = ({ node }: Part): boolean =>
  !NOBODY.has(node.lemma) && !node.children.some((child) => child.base === 'det' && child.lemma === 'no');
const NOBODY = new Set(['nobody', 'none', 'no-one', 'nothing']);
/** "Carried out several attacks": how many acts, not who did them. */
const isAmount = ({ node }: Part): boolean => AMOUNTS.has(node.lemma);
const AMOUNTS = new Set(['several', 'many', 'numerous']);

const filler = (part: Part): Filler => ({ ...(part.entity ? { entity: part.entity } : {}), span: part.span, rule: part.rule });
