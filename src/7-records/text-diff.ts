/** A stretch of a changed text: in both, only in the older, only in the newer. */
export interface Change {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Larger tables than this are not made: what differs is then given as gone and new. */
const MOST_CELLS = 4_000_000;

/**
 * What changed between two texts, paragraph by paragraph: each result is one paragraph, as a list of its stretches. Paragraphs that
 * stay are one `same` stretch. Longest common subsequences of paragraphs, and of words within those that changed.
 */
export function textChanges(older: string, newer: string): Change[][] {
  const paragraphs = (text: string): string[] => text.split(/\n\s*\n/).filter((one) => one.trim() !== '');
  const result: Change[][] = [];
  let gone: string[] = [];
  let added: string[] = [];
  const close = (): void => {
    // Paragraphs that changed in place stand side by side; what is left over came or went whole.
    for (let at = 0; at < Math.max(gone.length, added.length); at += 1) {
      const [from, to] = [gone[at], added[at]];
      if (from !== undefined && to !== undefined) result.push(wordChanges(from, to));
      else if (from !== undefined) result.push([{ kind: 'gone', text: from }]);
      else if (to !== undefined) result.push([{ kind: 'new', text: to }]);
    }
    gone = [];
    added = [];
  };
  for (const { kind, text } of changes(paragraphs(older), paragraphs(newer))) {
    if (kind === 'gone') gone.push(text);
    else if (kind === 'new') added.push(text);
    else {
      close();
      result.push([{ kind, text }]);
    }
  }
  close();
  return result;
}

function wordChanges(older: string, newer: string): Change[] {
  const words = (text: string): string[] => text.match(/\s*\S+/g) ?? [];
  const joined: { kind: Change['kind']; text: string }[] = [];
  for (const { kind, text } of changes(words(older), words(newer))) {
    const last = joined.at(-1);
    if (last?.kind === kind) last.text += text;
    else joined.push({ kind, text });
  }
  // Two paragraphs with hardly a word in common are no change of one.
  const same = joined.filter(({ kind }) => kind === 'same').reduce((sum, { text }) => sum + text.length, 0);
  return same < Math.min(older.length, newer.length) * 0.2
    ? [
        { kind: 'gone', text: older },
        { kind: 'new', text: newer },
      ]
    : joined;
}

function changes(a: readonly string[], b: readonly string[]): Change[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const same = (text: string): Change => ({ kind: 'same', text });
  return [
    ...a.slice(0, start).map(same),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map(same),
  ];
}

function middle(a: readonly string[], b: readonly string[]): Change[] {
  const gone = (text: string): Change => ({ kind: 'gone', text });
  const fresh = (text: string): Change => ({ kind: 'new', text });
  if (a.length === 0 || b.length === 0 || a.length * b.length > MOST_CELLS) return [...a.map(gone), ...b.map(fresh)];
  const width = b.length + 1;
  const best = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      best[i * width + j] =
        a[i] === b[j] ? (best[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
  const result: Change[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      result.push({ kind: 'same', text: a[i] as string });
      i += 1;
      j += 1;
    } else if ((best[(i + 1) * width + j] ?? 0) >= (best[i * width + j + 1] ?? 0)) result.push(gone(a[i++] as string));
    else result.push(fresh(b[j++] as string));
  }
  return [...result, ...a.slice(i).map(gone), ...b.slice(j).map(fresh)];
}
