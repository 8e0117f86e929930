export interface Paging {
  /** 1 to 500; default 50. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly after?: string;
}

export interface PageOf<T> {
  readonly items: readonly T[];
  /** Hand back as `after` to go on; null on the last page. */
  readonly next: string | null;
  /** How many there are on all pages. */
  readonly total: number;
}
