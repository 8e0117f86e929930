import type { Entity } from '../4-mentions/annotated-report.ts';
import type { Claim } from '../5-claims/coded-report.ts';

/** A claim as far as decisions name it. */
export type ClaimMark = Pick<Claim, 'id' | 'type' | 'trigger'>;
export type PlaceOutline = Pick<Entity, 'name' | 'ref' | 'country' | 'admin1' | 'lat' | 'lon' | 'precision'>;

/** What gathering needs of a happening: a plain value that can be kept and compared without its report. */
export interface Outline {
  readonly id: string;
  readonly report: string;
  readonly group: string;
  readonly done: boolean;
  readonly main: boolean;
  readonly days: readonly [from: number, to: number] | null;
  readonly place: PlaceOutline | null;
  /** Highest lower bounds that the claims give. */
  readonly killed: number | null;
  readonly injured: number | null;
  readonly claims: readonly ClaimMark[];
}
