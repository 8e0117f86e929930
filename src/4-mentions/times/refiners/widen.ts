import type { Expression } from '../expression.ts';
import type { Refiner } from './refiner.ts';

const PART = /(?:(early|mid|late)(?:[- ]| in (?:the )?)|(?:the )?(beginning|start|middle|end|close) of (?:the )?)$/;
const NEAR = /\b(?:nearly|almost|at least|more than|less than|up to) $/;
/** Longest words looked at before an expression. */
const REACH = 24;

/** Takes in the words before that belong to the expression: "early July", "the end of November", "late on Friday", "about 2015". */
export const widen: Refiner = (expressions, text) => {
  let floor = 0;
  return expressions.map((expression): Expression => {
    const [start, end] = expression.span;
    const before = text.slice(Math.max(floor, start - REACH), start);
    floor = end;
    const { meaning } = expression;
    if (meaning.is === 'calendar' || (meaning.is === 'shift' && !meaning.part)) {
      const match = PART.exec(before);
      if (match && !(meaning.is === 'shift' && meaning.unit === 'day' && meaning.amount === 0)) {
        const word = match[1] ?? match[2] ?? '';
        const part = /early|beginning|start/.test(word) ? 'early' : /mid/.test(word) ? 'mid' : 'late';
        const boundary = match.index === 0 || !/[a-z0-9]/.test(before[match.index - 1] ?? ' ');
        if (boundary) return { ...expression, span: [start - (before.length - match.index), end], meaning: { ...meaning, part } };
      }
    }
    if (meaning.is === 'duration') {
      const match = NEAR.exec(before);
      if (match) return { ...expression, span: [start - (before.length - match.index), end] };
    }
    return expression;
  });
};
