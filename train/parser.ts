import type { GoldSentence } from '../eval/conllu.ts';
import { arcsOf, attach, bestArc, bestMove, moveOf, type Parser, parserOf, takeMove } from '../src/3-sentences/attach.ts';
import { ROW_CLASSES } from '../src/3-sentences/linear-model.ts';
import { columnsOf, labelFeatures, PARSE_FEATURES, type ParseColumns, parseFeatures } from '../src/3-sentences/parse-features.ts';
import { LEFT, ParseState, REDUCE, SHIFT } from '../src/3-sentences/parse-state.ts';
import { type Clusters, type WordLook, wordsOf } from '../src/3-sentences/words.ts';
import { inGroups, joined, Perceptron, packModels } from './perceptron.ts';
import { randomFrom, shuffled } from './shuffled.ts';

/** A sentence to learn from: the tags are the tagger's own guesses, so that the parser learns to live with its slips. */
export interface ParsedText {
  readonly forms: readonly string[];
  readonly tags: readonly string[];
  readonly heads: readonly number[];
  readonly labels: readonly string[];
}

export const parsedTexts = (sentences: readonly GoldSentence[], tags: readonly (readonly string[])[]): ParsedText[] =>
  sentences.map(({ words }, i) => ({
    forms: words.map((word) => word.form),
    tags: tags[i] as readonly string[],
    heads: words.map((word) => (word.head < 0 ? words.length : word.head)),
    labels: words.map((word) => word.deprel),
  }));

/** The numbers of XPOS and UPOS values; the same in training and use, since both come from the tagger's labels in order. */
export function tagNumbers(labels: readonly string[]): { fine: Map<string, number>; broad: Map<string, number> } {
  const fine = new Map<string, number>();
  const broad = new Map<string, number>();
  for (const label of labels) {
    const upos = label.split('|')[0] as string;
    fine.set(label, fine.size);
    if (!broad.has(upos)) broad.set(upos, broad.size);
  }
  return { fine, broad };
}

/** Whether a tree has no crossing arcs; the parser can build no others. */
function isProjective(heads: readonly number[]): boolean {
  for (let i = 0; i < heads.length; i++) {
    const from = Math.min(i, heads[i] as number);
    const to = Math.max(i, heads[i] as number);
    for (let k = from + 1; k < to; k++) {
      const head = heads[k] as number;
      if (head < from || head > to) return false;
    }
  }
  return true;
}

/** Which kinds of move lose no gold arc that could still be built (dynamic oracle of arc-eager, Goldberg & Nivre 2012). */
function goodKinds(state: ParseState, gold: ParsedText, children: readonly number[][]): boolean[] {
  const n0 = state.next;
  const s0 = state.top(0);
  const headOf = (i: number): number => gold.heads[i] ?? -1;
  const isStacked = (i: number): boolean => {
    for (let k = 0; k < state.depth; k++) if (state.top(k) === i) return true;
    return false;
  };
  const kidsAhead = (head: number): number => {
    let count = 0;
    for (const kid of children[head] as number[]) if (kid >= n0 && kid < state.length) count++;
    return count;
  };
  // A word that was read and has no head is always on the stack.
  const kidsStacked = (head: number): number => {
    let count = 0;
    for (const kid of children[head] as number[]) if (kid < n0 && state.heads[kid] === -1) count++;
    return count;
  };
  const allowed = [state.canShift(), state.canReduce(), state.canLeft(), state.canRight()];
  const cost = allowed.map((is, kind) => {
    if (!is) return Infinity;
    if (kind === SHIFT) return (isStacked(headOf(n0)) ? 1 : 0) + kidsStacked(n0);
    if (kind === REDUCE) return kidsAhead(s0);
    if (kind === LEFT) return (headOf(s0) > n0 ? 1 : 0) + kidsAhead(s0);
    return (headOf(n0) !== s0 && (headOf(n0) > n0 || isStacked(headOf(n0))) ? 1 : 0) + kidsStacked(n0);
  });
  const least = Math.min(...cost);
  return cost.map((value) => value === least);
}

/** The gold arc's name (`left:nsubj`) where the move would build a gold arc; '' where any label is as good. */
function goldArc(kind: number, state: ParseState, gold: ParsedText): string {
  const child = kind === LEFT ? state.top(0) : state.next;
  const head = kind === LEFT ? state.next : state.top(0);
  return child >= 0 && gold.heads[child] === head ? `${kind === LEFT ? 'left' : 'right'}:${gold.labels[child] as string}` : '';
}

/** Trains the parser and gives its packed weights. In the first round it follows the gold moves; later its own, nine times in ten where they were wrong. */
export function trainParser(
  texts: readonly ParsedText[],
  tagLabels: readonly string[],
  clusters: Clusters,
  rounds: number,
  report: (line: string) => void,
): Uint8Array {
  const counts = new Map<string, number>();
  for (const text of texts) {
    text.labels.forEach((label, i) => {
      const move = `${(text.heads[i] as number) > i ? 'left' : 'right'}:${label}`;
      counts.set(move, (counts.get(move) ?? 0) + 1);
    });
  }
  const arcs = [...counts]
    .filter(([, count]) => count >= 5)
    .map(([arc]) => arc)
    .sort();
  const moves = ['shift', 'reduce', ...[...new Set(arcs.map(moveOf))].sort()];
  const model = new Perceptron(moves.length);
  const arcModel = new Perceptron(arcs.length);
  const parser = parserOf(moves, model, arcs, inGroups(arcModel, arcsOf(moves, arcs)));
  const numbers = tagNumbers(tagLabels);
  const seen = new Map<string, WordLook>();
  const ready = texts
    .filter((text) => isProjective(text.heads))
    .map((text) => {
      const children: number[][] = Array.from({ length: text.forms.length + 1 }, () => []);
      text.heads.forEach((head, i) => {
        children[head]?.push(i);
      });
      return { text, children, columns: columnsFrom(text, clusters, seen, numbers) };
    });
  const features = new Int32Array(PARSE_FEATURES);
  const few = new Int32Array(PARSE_FEATURES);
  const scores = new Int32Array(ROW_CLASSES);
  const random = randomFrom(42);
  for (let round = 1; round <= rounds; round++) {
    let wrong = 0;
    let total = 0;
    for (const { text, children, columns } of shuffled(ready, round)) {
      const state = new ParseState(text.forms.length);
      while (!state.done) {
        const count = parseFeatures(state, columns, features);
        model.addTo(scores.fill(0), features, 0, count);
        const guess = bestMove(state, parser.kindOf, scores);
        const kinds = goodKinds(state, text, children);
        const goldArcs = ['', '', kinds[2] ? goldArc(2, state, text) : '', kinds[3] ? goldArc(3, state, text) : ''];
        const goldMoves = goldArcs.map((arc) => (arc === '' ? '' : moveOf(arc)));
        const isGood = (move: number): boolean => {
          const kind = parser.kindOf[move] as number;
          return (kinds[kind] ?? false) && (goldMoves[kind] === '' || moves[move] === goldMoves[kind]);
        };
        let best = -1;
        for (let move = 0; move < moves.length; move++)
          if (isGood(move) && (best < 0 || (scores[move] as number) > (scores[best] as number))) best = move;
        model.tick();
        total++;
        let taken = guess;
        if (best >= 0 && guess !== best && !isGood(guess)) {
          wrong++;
          model.update(features, count, best, guess);
          if (round === 1 || random() < 0.1) taken = best;
        }
        const kind = parser.kindOf[taken] as number;
        let label = -1;
        if (kind >= 2) {
          const arc = bestArc(parser, taken, features, few, scores);
          const gold = arcs.indexOf(goldArcs[kind] as string);
          label = parser.labelOf[arc] as number;
          if (gold >= 0 && moves[taken] === goldMoves[kind] && (parser.arcsOf[taken] as Int32Array).length > 1) {
            arcModel.tick();
            if (gold !== arc) {
              arcModel.update(few, labelFeatures(features, few), gold, arc);
              if (round === 1) label = parser.labelOf[gold] as number;
            }
          }
        }
        takeMove(state, kind, label);
      }
    }
    report(`round ${round}: ${((100 * (total - wrong)) / total).toFixed(2)} % of training moves`);
  }
  return joined(packModels([model], moves, MOVE_WEIGHTS), packModels([arcModel], arcs, ARC_WEIGHTS));
}

/** How the weights of moves and of labels are packed: see `packModels`. */
const MOVE_WEIGHTS = { least: 5, scale: 3, smallest: 3 };
const ARC_WEIGHTS = { least: 5, scale: 4, smallest: 4 };

function columnsFrom(
  text: ParsedText,
  clusters: Clusters,
  seen: Map<string, WordLook>,
  numbers: ReturnType<typeof tagNumbers>,
): ParseColumns {
  const fine = text.tags.map((tag) => numbers.fine.get(tag) ?? 0);
  const broad = text.tags.map((tag) => numbers.broad.get(tag.split('|')[0] as string) ?? 0);
  return columnsOf(wordsOf(text.forms, clusters, seen), fine, broad);
}

/** Shares of words with the right head, and the right head and label (subtypes set aside). */
export function scoreParser(
  parser: Parser,
  texts: readonly ParsedText[],
  tagLabels: readonly string[],
  clusters: Clusters,
): { uas: number; las: number } {
  const numbers = tagNumbers(tagLabels);
  const seen = new Map<string, WordLook>();
  let heads = 0;
  let both = 0;
  let total = 0;
  const plain = (label: string): string => label.split(':')[0] as string;
  for (const text of texts) {
    const guess = attach(columnsFrom(text, clusters, seen, numbers), parser);
    text.heads.forEach((head, i) => {
      total++;
      if ((guess.heads[i] === -1 ? text.forms.length : guess.heads[i]) !== head) return;
      heads++;
      if (plain(parser.labels[guess.labels[i] as number] ?? '') === plain(text.labels[i] as string)) both++;
    });
  }
  return { uas: heads / total, las: both / total };
}
