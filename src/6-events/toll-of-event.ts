import { cut, overlaps, type Span } from '../0-terms/span.ts';
import { type Claim, EFFECTS, type Effect, type Toll } from '../5-claims/coded-report.ts';
import type { EventToll, TollAccount } from './conflict-event.ts';
import type { Account } from './republication.ts';

/**
 * The toll of an event, effect by effect: each report's own highest figure, the lowest and highest of them all, and the best. Best is the figure
 * that most reports give; on a tie the one published last, because tolls are corrected over the days; then the higher one.
 */
export function tollOfEvent(accounts: readonly Account[]): Partial<Record<Effect, EventToll>> {
  const toll: Partial<Record<Effect, EventToll>> = {};
  for (const effect of EFFECTS) {
    const told = accounts
      .flatMap((account) => (effect === 'injured' ? injuredOf(account, toll.killed?.best ?? 0) : figureOf(account, effect)) ?? [])
      .sort(byTime);
    const last = told.at(-1);
    if (last === undefined) continue;
    const votes = new Map<number, number>();
    for (const { low } of told) votes.set(low, (votes.get(low) ?? 0) + 1);
    const most = Math.max(...votes.values());
    const chosen = told.filter(({ low }) => votes.get(low) === most).at(-1) ?? last;
    const highs = told.map(({ low, high }) => high ?? low);
    const high = Math.max(...highs);
    const open = told.some((one) => one.high === null && one.low >= high);
    toll[effect] = {
      low: Math.min(...told.map(({ low }) => low)),
      best: chosen.low,
      high: open ? null : high,
      rule: votes.size === 1 ? 'toll.all-agree' : most > 1 ? 'toll.most-reports' : 'toll.latest',
      accounts: told,
    };
  }
  return toll;
}

/** A report's own figure; of the killed else those whom it tells as killed. */
function figureOf(account: Account, effect: Effect): TollAccount | null {
  const figure = toldFigure(account, effect, () => true);
  return effect === 'killed' && (figure === null || figure.low === 0) ? (workedOut(account, effect, 0) ?? figure) : figure;
}

/**
 * "Four people were shot; one of them, a boy, is critically wounded": of those who were hit whoever did not die was wounded, and a figure of fewer counts
 * some of them. A person found "with gunshot wounds" was hit, and may be the one who died. `dead`: the best figure of the killed.
 */
function injuredOf(account: Account, dead: number): TollAccount | null {
  const told = toldFigure(account, 'injured', (toll) => toll.rule !== WOUND);
  // "No one else was hurt" is no figure of those who were; "was shot, and died" is none of the wounded.
  const survived = told !== null && !isOneWhoDied(account) ? told : null;
  const left = workedOut(account, 'injured', dead);
  return left !== null && left.low > (survived?.low ?? 0) ? left : survived;
}
const WOUND = 'casualties.wound';

function toldFigure({ report, claims }: Account, effect: Effect, counts: (toll: Toll) => boolean): TollAccount | null {
  let found: TollAccount | null = null;
  for (const claim of claims) {
    // What is said not to have happened killed nobody.
    if (claim.polarity === 'denied') continue;
    const tolls = claim.toll.filter((toll) => toll.effect === effect && counts(toll));
    for (const { low, high } of rowsOf(tolls, report.text)) {
      if (found !== null && found.low >= low) continue;
      found = { report: report.id, claim: claim.id, published: report.published.date, low, high };
    }
  }
  return found;
}

interface Row {
  readonly low: number;
  readonly high: number | null;
  readonly end: number;
}

/** "A girl and two men were hurt": figures side by side in one phrase are added up. */
function rowsOf(tolls: readonly Toll[], text: string): Row[] {
  const rows: Row[] = [];
  for (const { low, high, at } of tolls.map((toll) => ({ ...toll, at: extentOf(toll, text) })).sort((x, y) => x.at[0] - y.at[0])) {
    const last = rows.at(-1);
    if (last !== undefined && sideBySide(text, last.end, at[0])) {
      const sum = last.high === null || high === null ? null : last.high + high;
      rows[rows.length - 1] = { low: last.low + low, high: sum, end: at[1] };
    } else rows.push({ low, high, end: at[1] });
  }
  return rows;
}

/** The words of the people whom a figure counts; the figure itself may stand among them. */
function extentOf({ whom, span }: Toll, text: string): Span {
  const from = whom === undefined ? -1 : text.lastIndexOf(whom, span[0]);
  return from >= 0 && from + (whom ?? '').length >= span[1] ? [from, from + (whom ?? '').length] : span;
}

/** Whether nothing but a comma or "and" parts what ends at one place and begins at another. */
const sideBySide = (text: string, end: number, start: number): boolean =>
  end <= start && /^(?:, *| *& *|,? *and )$/.test(text.slice(end, start));

/** Whether the one person whom a report tells as wounded is among those whom it tells as dead. */
function isOneWhoDied({ report, claims }: Account): boolean {
  const tolls = claims.flatMap(({ toll }) => toll);
  const wounded = tolls.filter(({ effect, low }) => effect === 'injured' && low > 0);
  const dead = tolls.filter(({ effect, low }) => effect === 'killed' && low > 0);
  if (wounded.length === 0 || wounded.some(({ low }) => low > 1)) return false;
  const entityAt = (span: Span): string | undefined => report.mentions.find((mention) => overlaps(mention.span, span))?.entity;
  return wounded.every((one) =>
    dead.some((two) => {
      if (overlaps(one.span, two.span)) return true;
      const [a, b] = [entityAt(one.span), entityAt(two.span)];
      return a !== undefined && a === b;
    }),
  );
}

/** The words of acts that hit somebody; who was "shot at" may not have been hit. */
const HIT =
  /^(?:shot|shoots?|shooting|stabs?|stabbed|stabbing|struck|strikes|hit|wound(?:s|ed|ing)?|graz(?:es|ed|ing)|injur(?:es|ed|ing)|hurts?)$/i;
/** Words for one person. */
const ONE =
  /^(?:an?|the|his|her|him|he|she|himself|herself|one|another|that|this)\b(?!.*\b(?:people|men|women|children|others|victims|teens|teenagers|boys|girls|officers)\b)|year[- ]old\b/i;

/**
 * Figures that a report does not give but that follow from what it tells: who was killed is dead, and who was shot or stabbed and is not among the
 * dead was wounded. `dead` is the best figure of the killed.
 */
function workedOut(account: Account, effect: Effect, dead: number): TollAccount | null {
  if (effect !== 'killed' && effect !== 'injured') return null;
  const { report, claims } = account;
  let most: { claim: string; people: number } | null = null;
  for (const claim of claims) {
    if (claim.stage !== 'occurred' || claim.polarity !== 'affirmed') continue;
    const told = effect === 'killed' ? claim.type === 'killing' || claim.type === 'assassination' : hits(report.text, claim);
    const wounded = effect === 'killed' ? [] : claim.toll.filter(({ rule }) => rule === WOUND).map(({ low }) => low);
    const people = Math.max(told ? peopleHit(account, claim) : 0, ...wounded);
    if (people > (most?.people ?? 0)) most = { claim: claim.id, people };
  }
  const people = (most?.people ?? 0) - (effect === 'killed' ? 0 : dead);
  const rule = effect === 'killed' ? 'toll.who-was-killed' : 'toll.hit-and-not-killed';
  return most === null || people <= 0
    ? null
    : { report: report.id, claim: most.claim, published: report.published.date, rule, low: people, high: people };
}

const hits = (text: string, { trigger }: Claim): boolean =>
  HIT.test(cut(text, trigger)) && !/^ (?:at|towards?)\b/.test(text.slice(trigger[1], trigger[1] + 8));

/**
 * How many people the targets of a claim are; plurals without a number count nothing. A story names one victim in many ways ("a toddler", "the child",
 * a name), so single ones count apart only where they stand side by side in one phrase ("Jon Reed and his brother").
 */
function peopleHit({ report }: Account, { target, trigger }: Claim): number {
  // "A triple shooting": three were hit.
  const multiple = /\b(double|triple|quadruple|quintuple) $/i.exec(report.text.slice(Math.max(0, trigger[0] - 12), trigger[0]))?.[1];
  const sizes = target.map(({ count, span, entity }) => {
    const kind = report.entities.find(({ id }) => id === entity)?.kind;
    return { span, people: count?.low ?? (kind === 'person' || ONE.test(cut(report.text, span)) ? 1 : 0) };
  });
  let most = multiple === undefined ? 0 : MULTIPLES.indexOf(multiple.toLowerCase()) + 2;
  let row = 0;
  let end = -1;
  for (const { span, people } of sizes.sort((x, y) => x.span[0] - y.span[0])) {
    const joined = end >= 0 && sideBySide(report.text, end, span[0]);
    row = (joined ? row : 0) + people;
    most = Math.max(most, row);
    end = span[1];
  }
  return most;
}

const MULTIPLES = ['double', 'triple', 'quadruple', 'quintuple'];

const byTime = (a: TollAccount, b: TollAccount): number => {
  const [one, two] = [a.published ?? '', b.published ?? ''];
  return one < two ? -1 : one > two ? 1 : a.low - b.low || (a.report < b.report ? -1 : 1);
};
