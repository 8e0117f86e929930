/** The moves of the parser: shift, reduce, or an arc to the left or right with a label (arc-eager, Nivre 2003). */
export const SHIFT = 0;
export const REDUCE = 1;
export const LEFT = 2;
export const RIGHT = 3;

/**
 * A half-made tree over `length` words. Word number `length` is the artificial root, which stands at the end, so that the
 * sentence's own root becomes its left dependent (Ballesteros & Nivre 2013).
 */
export class ParseState {
  readonly length: number;
  readonly heads: Int32Array;
  /** Label index of each word's arc; -1 before it has one. */
  readonly labels: Int32Array;
  /** Outermost and next-outermost dependents on each side, -1 for none. */
  readonly left: Int32Array;
  readonly left2: Int32Array;
  readonly right: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Int32Array;
  readonly rightCount: Int32Array;
  /** Bit sets of the labels (number modulo 32) of the dependents on each side. */
  readonly leftSet: Int32Array;
  readonly rightSet: Int32Array;
  private readonly stack: Int32Array;
  depth = 0;
  next = 0;

  constructor(length: number) {
    this.length = length;
    const make = (): Int32Array => new Int32Array(length + 1).fill(-1);
    this.heads = make();
    this.labels = make();
    this.left = make();
    this.left2 = make();
    this.right = make();
    this.right2 = make();
    this.leftCount = new Int32Array(length + 1);
    this.rightCount = new Int32Array(length + 1);
    this.leftSet = new Int32Array(length + 1);
    this.rightSet = new Int32Array(length + 1);
    this.stack = new Int32Array(length + 1);
  }

  /** The word at depth `k` of the stack (0 is the top), -1 where there is none. */
  top(k: number): number {
    return k < this.depth ? (this.stack[this.depth - 1 - k] as number) : -1;
  }

  /** Done when only the root is left to read and every word has been attached. */
  get done(): boolean {
    return this.next === this.length && this.depth === 0;
  }

  canShift(): boolean {
    return this.next < this.length;
  }

  canRight(): boolean {
    return this.depth > 0 && this.next < this.length;
  }

  canLeft(): boolean {
    return this.depth > 0 && this.heads[this.top(0)] === -1;
  }

  canReduce(): boolean {
    return this.depth > 0 && this.heads[this.top(0)] !== -1;
  }

  shift(): void {
    this.stack[this.depth++] = this.next++;
  }

  reduce(): void {
    this.depth--;
  }

  /** The next word becomes head of the top of the stack. */
  leftArc(label: number): void {
    const child = this.top(0);
    const head = this.next;
    this.depth--;
    this.heads[child] = head;
    this.labels[child] = label;
    this.left2[head] = this.left[head] as number;
    this.left[head] = child;
    this.leftCount[head] = (this.leftCount[head] as number) + 1;
    this.leftSet[head] = (this.leftSet[head] as number) | (1 << (label & 31));
  }

  /** The top of the stack becomes head of the next word, which is pushed. */
  rightArc(label: number): void {
    const head = this.top(0);
    const child = this.next;
    this.stack[this.depth++] = this.next++;
    this.heads[child] = head;
    this.labels[child] = label;
    this.right2[head] = this.right[head] as number;
    this.right[head] = child;
    this.rightCount[head] = (this.rightCount[head] as number) + 1;
    this.rightSet[head] = (this.rightSet[head] as number) | (1 << (label & 31));
  }
}
