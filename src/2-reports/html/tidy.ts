import { oneLine, plainCharacters } from '../clean-text.ts';

/** One line of plain characters, its entities read: some systems write them twice. */
export const tidy = (words: string): string =>
  oneLine(
    plainCharacters(
      words.slice(0, 600).replace(/&(?:amp;)?(quot|#0?39|amp|nbsp|rsquo|lsquo|ldquo|rdquo);/g, (_, name: string) => ENTITIES[name] ?? ' '),
    ),
  );
const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  '#39': "'",
  '#039': "'",
  amp: '&',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
};
