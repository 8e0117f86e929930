import type { Scorer } from './linear-model.ts';
import { PARSE_FEATURES, type ParseColumns, parseFeatures } from './parse-features.ts';
import { LEFT, ParseState, REDUCE, RIGHT, SHIFT } from './parse-state.ts';

/** A transition parser: a linear model over moves, named `shift`, `reduce`, `left:LABEL`, `right:LABEL`. */
export interface Parser {
  readonly moves: readonly string[];
  readonly labels: readonly string[];
  /** The label index that each move gives; -1 for shift and reduce. */
  readonly labelOf: Int32Array;
  /** 0 shift, 1 reduce, 2 left, 3 right. */
  readonly kindOf: Uint8Array;
  readonly model: Scorer;
}

/** Works out the moves' kinds and labels from their names. */
export function parserOf(moves: readonly string[], model: Scorer): Parser {
  const labels = [...new Set(moves.slice(2).map((move) => move.slice(move.indexOf(':') + 1)))].sort();
  return {
    moves,
    labels,
    labelOf: Int32Array.from(moves, (move, i) => (i < 2 ? -1 : labels.indexOf(move.slice(move.indexOf(':') + 1)))),
    kindOf: Uint8Array.from(moves, (move, i) => (i < 2 ? i : move.startsWith('left:') ? LEFT : RIGHT)),
    model,
  };
}

/** The best move that the state allows; of equals the first. */
export function bestMove(state: ParseState, kindOf: Uint8Array, scores: Int32Array): number {
  const allowed = (state.canShift() ? 1 : 0) | (state.canReduce() ? 2 : 0) | (state.canLeft() ? 4 : 0) | (state.canRight() ? 8 : 0);
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

/** Takes the move. */
export function takeMove(state: ParseState, move: number, parser: Pick<Parser, 'kindOf' | 'labelOf'>): void {
  const kind = parser.kindOf[move];
  if (kind === SHIFT) state.shift();
  else if (kind === REDUCE) state.reduce();
  else if (kind === LEFT) state.leftArc(parser.labelOf[move] as number);
  else state.rightArc(parser.labelOf[move] as number);
}

/** Heads (-1 for the one root) and label indices of a sentence's words. Time linear in its length. */
export function attach(columns: ParseColumns, parser: Parser): { heads: Int32Array; labels: Int32Array } {
  const length = columns.word.length - 2;
  const state = new ParseState(length);
  const features = new Int32Array(PARSE_FEATURES);
  const scores = new Int32Array(parser.moves.length);
  while (!state.done) {
    const count = parseFeatures(state, columns, features);
    parser.model.score(features, count, scores);
    takeMove(state, bestMove(state, parser.kindOf, scores), parser);
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
