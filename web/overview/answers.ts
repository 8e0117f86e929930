import { createContext, useContext } from 'react';
import type { ActorNetwork, EventSort, EventSummary, Facets, MapPoints, PageOf, Timeline, TimeStep } from '../../src/index.ts';
import type { WorldTopology } from './map/outlines.ts';
import type { Filter } from './view.ts';

/** Event types as the codebook groups and calls them. */
export interface TypeFamily {
  readonly family: string;
  readonly types: readonly { readonly id: string; readonly label: string }[];
}

/** Where the views get what they show: the API, or the data of a published folder. All under a filter. */
export interface Answers {
  readonly families: () => Promise<readonly TypeFamily[]>;
  readonly facets: (filter: Filter) => Promise<Facets>;
  readonly points: (filter: Filter) => Promise<MapPoints>;
  /** Without a step the finest that is not too many. */
  readonly timeline: (filter: Filter, by: TimeStep | null) => Promise<Timeline>;
  /** `size`: how many at once, where it matters. */
  readonly list: (filter: Filter, sort: EventSort, after: string | null, size?: number) => Promise<PageOf<EventSummary>>;
  readonly network: (filter: Filter) => Promise<ActorNetwork>;
  /** Outlines of all countries: `coarse` for the whole world, `fine` for a closer look. */
  readonly outlines: (detail: 'coarse' | 'fine') => Promise<WorldTopology>;
  /** Address of the page of an event. */
  readonly linkTo: (id: string) => string;
}

const Here = createContext<Answers | null>(null);
export const AnswersFrom = Here.Provider;

/** Throws where no source of answers stands above: a fault of the page. */
export function useAnswers(): Answers {
  const answers = useContext(Here);
  if (answers === null) throw new Error('no source of answers is given');
  return answers;
}
