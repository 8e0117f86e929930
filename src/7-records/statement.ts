import { countryName } from '../0-terms/country-name.ts';
import { cut, overlaps } from '../0-terms/span.ts';
import type { Responsibility, Stage } from '../0-terms/stage.ts';
import type { Actor, Claim, Source, Target, Toll } from '../5-claims/coded-report.ts';
import { daysInWords } from './days-in-words.ts';
import type { Namer } from './filler-words.ts';
import { enumerate, namer } from './filler-words.ts';
import type { ReportRecord } from './record.ts';
import { isBareQuantity, tollInWords } from './toll-in-words.ts';
import { EFFECT_TOLD, phraseOf } from './type-phrases.ts';

/** A claim in plain English, in the pieces that a page or a terminal may set apart. */
export interface Statement {
  /** "Arrested", "Foiled suicide bombing", "Denied: bombing": type, stage and polarity. */
  readonly head: string;
  /** ": Noreen Laghari, by a law enforcement agency", " of a market by the Taliban": follows the head without a space. */
  readonly rest: string;
  /** "at least 6 killed, about 10 injured"; empty when no figure is given. */
  readonly toll: string;
  /** "Lahore, Pakistan"; empty when not given. */
  readonly where: string;
  /** "11 July 2017"; empty when not given. */
  readonly when: string;
  /** "according to the Pentagon"; empty when the report speaks in its own voice. */
  readonly according: string;
  /** All of it as one line. */
  readonly line: string;
}

const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  occurred: '',
  attempted: 'attempted',
  foiled: 'foiled',
  planned: 'planned',
  threatened: 'threatened',
};

/** How an actor is tied to the act; nothing where the report tells it as a fact. */
export const TIES: Readonly<Record<Responsibility, string>> = {
  fact: '',
  claimed: 'by their own account',
  accused: 'accused',
  'accused-by-authorities': 'accused by the authorities',
  possible: 'possibly',
  denied: 'denies it',
  charged: 'charged',
  convicted: 'convicted',
  acquitted: 'acquitted',
};

/** The claim as a line of plain English: what, toll, place, days, on whose word. */
export function statement(claim: Claim, record: Pick<ReportRecord, 'report' | 'entities' | 'mentions'>): Statement {
  const names = namer(record);
  const { head, rest } = whatHappened(claim, names);
  const toll = tolls(claim, record.report.text, names);
  const where = place(claim, names);
  const when = claim.when ? daysInWords(claim.when) : '';
  const according = accordingTo(claim.saidBy, names);
  const setting = [where, when].filter((part) => part !== '').join(', ');
  const line = `${head}${rest}${toll && `; ${toll}`}${setting && ` — ${setting}`}${according && `; ${according}`}`;
  return { head, rest, toll, where, when, according, line };
}

function whatHappened(claim: Claim, names: Namer): { head: string; rest: string } {
  const phrase = phraseOf(claim.type);
  const plain = claim.stage === 'occurred' && claim.polarity === 'affirmed';
  const actors = claim.actor.map((actor) => actorWords(actor, names, claim.polarity));
  const targets = patients(claim, names);
  const means = claim.instrument.length > 0 ? ` with ${enumerate(claim.instrument.map(names.name))}` : '';
  const denied = claim.polarity === 'denied' ? 'denied: ' : '';
  const stage = STAGE_WORDS[claim.stage];
  const head = (word: string): string => capital(`${denied}${stage && `${stage} `}${word}`);

  if (phrase.form === 'done' && plain && targets.length > 0) {
    return {
      head: capital(phrase.done),
      rest: `: ${enumerate(targets)}${actors.length > 0 ? `, by ${enumerate(actors)}` : ''}${means && `,${means}`}`,
    };
  }
  if (phrase.form === 'between' && actors.length + targets.length > 1) {
    return { head: head(phrase.act), rest: ` between ${enumerate([...actors, ...targets])}${means}` };
  }
  const to = phrase.form === 'act' ? phrase.to : phrase.form === 'between' ? 'with' : 'of';
  const by = (phrase.form === 'act' ? phrase.by : undefined) ?? 'by';
  const done = targets.length > 0 ? ` ${to} ${enumerate(targets)}` : '';
  const doers = actors.length > 0 ? ` ${by} ${enumerate(actors)}` : '';
  // "presence of X in Y", "aid from X to Y": where the actor has a word of its own it stands first.
  return { head: head(phrase.act), rest: by === 'by' ? `${done}${doers}${means}` : `${doers}${done}${means}` };
}

/** To whom and what it was done, in the order of the text. A bare figure ("more than 30") is left to the toll where there is something else to name. */
function patients(claim: Claim, names: Namer): string[] {
  const all = [...claim.target]
    .sort((a, b) => a.span[0] - b.span[0])
    .concat(claim.object)
    .map(names.name);
  const named = all.filter((name) => !isBareQuantity(name));
  return named.length > 0 && claim.toll.length > 0 ? named : all;
}

function actorWords(actor: Actor, names: Namer, polarity: Claim['polarity']): string {
  // Of what the actor denies, its own account is that it did not.
  const tie = polarity === 'denied' && actor.responsibility === 'claimed' ? '' : TIES[actor.responsibility];
  return `${names.name(actor)}${tie && ` (${tie})`}`;
}

function tolls(claim: Claim, text: string, names: Namer): string {
  const told = EFFECT_TOLD[claim.type];
  const counted = claim.target.map(({ count }) => count?.low ?? 1).reduce((sum, low) => sum + low, 0);
  const whom = ({ span }: Toll): Target | undefined => claim.target.find((target) => overlaps(target.span, span));
  // "Arrested: three men" needs no "3 arrested (three men)" after it.
  const shown = (toll: Toll): boolean => {
    const target = whom(toll);
    return target !== undefined && (toll.low === 1 || names.name(target).toLowerCase().includes(cut(text, toll.span).toLowerCase()));
  };
  const exact = ({ low, high }: Toll): boolean => low === high && claim.target.length > 0 && (low === 1 || low === counted);
  return claim.toll
    .filter((toll) => toll.effect !== told || !(shown(toll) || exact(toll)))
    .map((toll) => tollInWords(claim.target.length === 1 && whom(toll) ? { ...toll, whom: '' } : toll, text))
    .join(', ');
}

function place(claim: Claim, names: Namer): string {
  if (claim.where === null) return '';
  const entity = names.entity(claim.where.entity);
  const name = names.name(claim.where).replace(/^the (?=[A-Z])/, '');
  const country = entity?.country === undefined || entity.precision === 'country' ? '' : countryName(entity.country);
  const near = entity?.precision === 'near' && !/^near /i.test(name) ? 'near ' : '';
  return `${near}${name}${country !== '' && !name.toLowerCase().includes(country.toLowerCase()) ? `, ${country}` : ''}`;
}

/**
 * Nearest to the reader first: "according to the Washington Times, citing Husain Haqqani". Two speakers with the same reporting
 * words are a body and its voice: "according to the Pentagon (Dana White)".
 */
function accordingTo(saidBy: readonly Source[], names: Namer): string {
  let words = '';
  saidBy.forEach((source, at) => {
    const name = names.name({ entity: source.speaker, span: source.span });
    const before = saidBy[at - 1];
    if (before === undefined) words = `according to ${name}`;
    else if (sameCue(before, source)) words += ` (${name})`;
    else words += `, citing ${name}`;
    if (source.via !== undefined) words += `, via ${names.named(source.via)}`;
  });
  return words;
}

const sameCue = (a: Source, b: Source): boolean =>
  a.cue !== undefined && b.cue !== undefined && a.cue[0] === b.cue[0] && a.cue[1] === b.cue[1];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
