import type { Span } from '../0-terms/span.ts';
import { type Node, prepositionOf } from './graph.ts';

/** Words right before a name that say which part of the place is meant. */
const PART =
  /(?<![\p{L}-])(?:(?:north|south|east|west)(?:ern|ernmost)?(?:[- ]?(?:east|west|central)(?:ern)?)?|central|upper|lower|rural|downtown|coastal|mainland|greater) $/iu;
/** Words after a name that say what the place is. */
const KINDS = new Set([
  'province',
  'district',
  'region',
  'governorate',
  'prefecture',
  'county',
  'department',
  'city',
  'town',
  'village',
  'valley',
  'island',
  'islands',
  'peninsula',
  'state',
  'area',
  'suburb',
  'neighborhood',
  'neighbourhood',
  'highlands',
]);

const BUILDINGS = new Set([
  'airport',
  'station',
  'cathedral',
  'church',
  'mosque',
  'market',
  'university',
  'hospital',
  'bridge',
  'square',
  'stadium',
  'prison',
  'port',
  'mall',
]);

/** The words that say where: the name with the part of it that is meant and with what it is, "north-eastern Syria", "Yala district". */
export function placeWords(name: Node, span: Span, text: string): Span {
  let [start, end] = span;
  const { parent } = name;
  // "at Fishmongers' Hall in London": where exactly is said by what the town's name is added to.
  if (
    parent &&
    name.rel === 'nmod' &&
    parent.token.upos === 'PROPN' &&
    prepositionOf(name) === 'in' &&
    BUILDINGS.has(parent.lemma.toLowerCase())
  ) {
    const parts = parent.children.filter(
      (child) => child.base === 'compound' || child.base === 'flat' || child.rel === 'nmod:poss' || child.base === 'amod',
    );
    return [Math.min(parent.token.span[0], ...parts.map((part) => part.token.span[0])), parent.token.span[1]];
  }
  if (parent && name.base === 'compound' && KINDS.has(parent.lemma) && parent.token.span[0] - end === 1) end = parent.token.span[1];
  // "Baghdad International Airport": the town's name is part of the building's.
  if (parent && name.base === 'compound' && parent.token.upos === 'PROPN' && BUILDINGS.has(parent.lemma.toLowerCase())) {
    const between = text.slice(end, parent.token.span[0]);
    if (/^(?: \p{Lu}[\p{L}'’-]*){0,2} $/u.test(between)) end = parent.token.span[1];
  }
  start -= PART.exec(text.slice(Math.max(0, start - 24), start))?.[0].length ?? 0;
  return [start, end];
}
