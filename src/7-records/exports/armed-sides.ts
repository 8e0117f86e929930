import type { ToldEvent, ToldParty } from './told-event.ts';

/** What a party is, as far as its sector and kind tell: what ACLED and UCDP ask of a side. */
export type Side = 'state' | 'rebel' | 'militia' | 'identity' | 'rioters' | 'protesters' | 'civilians' | 'external' | 'unknown';

const OF_SECTOR: Readonly<Record<string, Side>> = {
  government: 'state',
  military: 'state',
  police: 'state',
  intelligence: 'state',
  judiciary: 'state',
  legislature: 'state',
  rebel: 'rebel',
  paramilitary: 'militia',
  criminal: 'militia',
  unidentified: 'militia',
  ethnic: 'identity',
  igo: 'external',
  peacekeeping: 'external',
};

/** The side of a party. Of whom nothing is known a person counts as a civilian, a group as unknown. */
export function sideOf(party: ToldParty | undefined, { type }: Pick<ToldEvent, 'type'>, role: 'actor' | 'target'): Side | null {
  if (party === undefined) return null;
  const known = party.sector === undefined ? undefined : OF_SECTOR[party.sector];
  if (known !== undefined) return known;
  if (role === 'actor' && type === 'riot') return 'rioters';
  if ((role === 'actor' && (type === 'protest' || type === 'strike-action')) || (role === 'target' && type === 'crackdown'))
    return 'protesters';
  if (GUNMEN.test(party.name)) return 'militia';
  return party.sector !== undefined || party.kind === 'person' || party.kind === null || party.kind === 'nationality'
    ? 'civilians'
    : 'unknown';
}

/** Armed people of whom nothing else is known. */
const GUNMEN = /\b(?:gunm[ae]n|militants?|fighters?|insurgents?|attackers?|assailants?|jihadists?|extremists?|bandits?|kidnappers?)\b/i;

export const isArmed = (side: Side | null): boolean =>
  side === 'state' || side === 'rebel' || side === 'militia' || side === 'identity' || side === 'external';

/** A number made of an event's id, the same on every machine: 52 bits, so that every program keeps it whole. */
export const numberOfId = (id: string): number => Number.parseInt(id.replace(/^e_/, '').slice(0, 13), 16);

/** "The Front (accused)": a party with how reports tie it to the act, where they do not tell it as a fact. */
export function partyWithTies({ name, ties }: ToldParty): string {
  const unsure = ties.filter((tie) => tie !== 'fact').map((tie) => tie.replaceAll('-', ' '));
  return unsure.length === 0 ? name : `${name} (${unsure.join(', ')})`;
}

/** What is told, in one paragraph: an account a report, each once, and how well it stands. */
export function notesOf({ accounts, status, origins, actors }: ToldEvent): string {
  const lines = [...new Set(accounts.map(({ line }) => line).filter((line) => line !== ''))];
  const accused = actors.filter(({ ties }) => ties.length > 0 && !ties.includes('fact')).map(partyWithTies);
  return [
    ...lines.slice(0, MOST_LINES).map((line) => `${line}.`),
    ...(lines.length > MOST_LINES ? [`And ${lines.length - MOST_LINES} more accounts.`] : []),
    ...(accused.length > 0 ? [`Not told as a fact of: ${accused.join('; ')}.`] : []),
    status === 'corroborated' ? `Corroborated by ${origins} independent origins.` : `Status: ${status.replace('-', ' ')}.`,
  ].join(' ');
}
const MOST_LINES = 6;
