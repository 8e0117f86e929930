import type { Token } from '../../3-sentences/parsed-report.ts';
import type { TokenSpan } from './labels.ts';

/** Words for bodies that seldom stand alone as a name: the capitalised words right before them say which one is meant. */
const BODIES = new Set([
  'police',
  'army',
  'navy',
  'committee',
  'council',
  'court',
  'ministry',
  'department',
  'university',
  'authority',
  'brigade',
  'brigades',
  'battalion',
  'division',
  'regiment',
  'command',
  'guard',
  'office',
  'front',
  'party',
]);
/** Words that go between: "Area Committee", "High Court". */
const BETWEEN = new Set([
  'area',
  'high',
  'supreme',
  'district',
  'city',
  'town',
  'county',
  'regional',
  'national',
  'state',
  'local',
  'central',
]);

/** "Avon Valley Police", of which the tagger saw "Police" or "Avon Valley" and "Police": the whole is one name. */
export function joinOffices(tokens: readonly Token[], spans: readonly TokenSpan[]): TokenSpan[] {
  const result: TokenSpan[] = [];
  for (const span of spans) {
    const first = span.type === 'Organization' && isBody(tokens, span) ? startOf(tokens, span.first) : span.first;
    while (result.length > 0 && (result.at(-1) as TokenSpan).first >= first && (result.at(-1) as TokenSpan).type === 'Location')
      result.pop();
    const past = result.at(-1)?.end ?? 0;
    result.push(first < past ? span : { ...span, first });
  }
  return result;
}

const word = (token: Token | undefined): string => token?.form.toLowerCase() ?? '';

function isBody(tokens: readonly Token[], span: TokenSpan): boolean {
  for (let at = span.first; at < span.end - 1; at++) if (!BETWEEN.has(word(tokens[at]))) return false;
  return BODIES.has(word(tokens[span.end - 1]));
}

/** The first of the capitalised names in a row before a body. */
function startOf(tokens: readonly Token[], body: number): number {
  let first = body;
  while (
    first > 0 &&
    tokens[first - 1]?.upos === 'PROPN' &&
    /^\p{Lu}\p{Ll}/u.test(tokens[first - 1]?.form ?? '') &&
    !/day$/.test(word(tokens[first - 1]))
  )
    first--;
  return first;
}
