import { argmax, type GroupScorer, ROW_CLASSES, type Scorer } from './linear-model.ts';
import { ENOUGH, labelFeatures, PARSE_FEATURES, type ParseColumns, parseFeatures } from './parse-features.ts';
import { LEFT, ParseState, REDUCE, RIGHT, SHIFT } from './parse-state.ts';

/**
 * A transition parser of two linear models: one chooses among a few moves (`shift`, `reduce`, `left:GROUP`, `right:GROUP`, the
 * group of labels), one the label of an arc within its group. Most of the time goes into adding weights up; a model of twenty
 * moves adds a fifth of what one of eighty does.
 */
export interface Parser {
  readonly moves: readonly string[];
  readonly labels: readonly string[];
  /** 0 shift, 1 reduce, 2 left, 3 right. */
  readonly kindOf: Uint8Array;
  readonly model: Scorer;
  /** The classes of the second model, `left:LABEL` and `right:LABEL`: by move the classes it may become, by class the label. */
  readonly arcs: readonly string[];
  readonly arcsOf: readonly Int32Array[];
  readonly labelOf: Int32Array;
  readonly arcModel: GroupScorer;
}

const GROUPS: Readonly<Record<string, string>> = {
  nsubj: 'subject',
  csubj: 'subject',
  expl: 'subject',
  det: 'function',
  case: 'function',
  mark: 'function',
  aux: 'function',
  cop: 'function',
  cc: 'function',
  obj: 'object',
  iobj: 'object',
  xcomp: 'object',
  ccomp: 'object',
  obl: 'adjunct',
  advmod: 'adjunct',
  advcl: 'adjunct',
  nmod: 'modifier',
  acl: 'modifier',
  appos: 'modifier',
  amod: 'attribute',
  nummod: 'attribute',
  compound: 'attribute',
  flat: 'attribute',
  fixed: 'attribute',
  goeswith: 'attribute',
  conj: 'conj',
  punct: 'punct',
  root: 'root',
  parataxis: 'loose',
  list: 'loose',
  discourse: 'loose',
  vocative: 'loose',
};

/** The move of an arc: `left:nsubj:pass` → `left:subject`. */
export function moveOf(arc: string): string {
  const cut = arc.indexOf(':');
  const label = arc.slice(cut + 1);
  return `${arc.slice(0, cut)}:${GROUPS[label.split(':')[0] as string] ?? 'loose'}`;
}

/** Works out the kinds of the moves, and which arcs each may become, from their names. */
export function parserOf(moves: readonly string[], model: Scorer, arcs: readonly string[], arcModel: GroupScorer): Parser {
  const labels = [...new Set(arcs.map((arc) => arc.slice(arc.indexOf(':') + 1)))].sort();
  return {
    moves,
    labels,
    kindOf: Uint8Array.from(moves, (move, i) => (i < 2 ? i : move.startsWith('left:') ? LEFT : RIGHT)),
    model,
    arcs,
    arcsOf: arcsOf(moves, arcs),
    labelOf: Int32Array.from(arcs, (arc) => labels.indexOf(arc.slice(arc.indexOf(':') + 1))),
    arcModel,
  };
}

/** By move, the arcs that it may become, as indices into `arcs`. */
export const arcsOf = (moves: readonly string[], arcs: readonly string[]): Int32Array[] =>
  moves.map((move) => Int32Array.from(arcs.flatMap((arc, i) => (moveOf(arc) === move ? [i] : []))));

/** The best move that the state allows; of equals the first. */
export function bestMove(state: ParseState, kindOf: Uint8Array, scores: Int32Array): number {
  const allowed = allowedIn(state);
  let best = -1;
  let most = -Infinity;
  for (let move = 0; move < kindOf.length; move++) {
    const score = scores[move] as number;
    if (score > most && (allowed >> (kindOf[move] as number)) & 1) {
      best = move;
      most = score;
    }
  }
  return best;
}

/** One bit a kind of move. */
const allowedIn = (state: ParseState): number =>
  (state.canShift() ? 1 : 0) | (state.canReduce() ? 2 : 0) | (state.canLeft() ? 4 : 0) | (state.canRight() ? 8 : 0);

/**
 * A move that leads all others by more than this after the first features is taken without asking the rest (after Strubell et al. 2015): the rest
 * would seldom say otherwise, and two decisions of three are such.
 */
const SURE = 240;

/** Whether the move's score leads those of all others that the state allows. */
function leads(best: number, state: ParseState, kindOf: Uint8Array, scores: Int32Array): boolean {
  const allowed = allowedIn(state);
  const most = (scores[best] as number) - SURE;
  for (let move = 0; move < kindOf.length; move++)
    if ((scores[move] as number) >= most && move !== best && (allowed >> (kindOf[move] as number)) & 1) return false;
  return true;
}

/** The best class of the second model for an arc by `move`. `features` are those of the move; `few` and `scores` are room to work in. */
export function bestArc(parser: Parser, move: number, features: Int32Array, few: Int32Array, scores: Int32Array): number {
  const arcs = parser.arcsOf[move] as Int32Array;
  if (arcs.length === 1) return arcs[0] as number;
  parser.arcModel.addGroupTo(scores.fill(0), move, few, 0, labelFeatures(features, few));
  return arcs[argmax(scores, arcs.length)] as number;
}

/** Takes the move; an arc gets the label with this index. */
export function takeMove(state: ParseState, kind: number, label: number): void {
  if (kind === SHIFT) state.shift();
  else if (kind === REDUCE) state.reduce();
  else if (kind === LEFT) state.leftArc(label);
  else state.rightArc(label);
}

/** Heads (-1 for the one root) and label indices of a sentence's words. Time linear in its length. */
export function attach(columns: ParseColumns, parser: Parser): { heads: Int32Array; labels: Int32Array } {
  const length = columns.word.length - 2;
  const state = new ParseState(length);
  const features = new Int32Array(PARSE_FEATURES);
  const few = new Int32Array(PARSE_FEATURES);
  const scores = new Int32Array(ROW_CLASSES);
  while (!state.done) {
    const count = parseFeatures(state, columns, features);
    scores.fill(0);
    let move = -1;
    for (let asked = 0, step = 0; asked < count; step++) {
      const end = ENOUGH[step] ?? count;
      parser.model.addTo(scores, features, asked, end);
      asked = end;
      move = bestMove(state, parser.kindOf, scores);
      if (leads(move, state, parser.kindOf, scores)) break;
    }
    const label = move < 2 ? -1 : (parser.labelOf[bestArc(parser, move, features, few, scores)] as number);
    takeMove(state, parser.kindOf[move] as number, label);
  }
  return oneRoot(state.heads.slice(0, length), state.labels.slice(0, length), parser.labels);
}

/** Keeps the first word that hangs on the artificial root; the others hang on it, as loose parts of the sentence. */
function oneRoot(heads: Int32Array, labels: Int32Array, names: readonly string[]): { heads: Int32Array; labels: Int32Array } {
  const rootLabel = names.indexOf('root');
  const looseLabel = names.indexOf('parataxis');
  const length = heads.length;
  // A real "root" arc wins over words left on the stack under another label.
  let root = -1;
  for (let i = 0; i < length && root < 0; i++) if (heads[i] === length && labels[i] === rootLabel) root = i;
  for (let i = 0; i < length && root < 0; i++) if (heads[i] === length) root = i;
  for (let i = 0; i < length; i++) {
    if (heads[i] !== length) continue;
    heads[i] = i === root ? -1 : root;
    if (i === root) labels[i] = rootLabel;
    else if (labels[i] === rootLabel) labels[i] = looseLabel;
  }
  return { heads, labels };
}
