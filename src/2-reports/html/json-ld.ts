/** One thing described by a page's JSON-LD, with its types in lower case. */
export interface LinkedThing {
  readonly types: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
}

const MAX_THINGS = 500;
/** Kinds of page that are a report; the first matching thing describes the page best. */
const ARTICLE_TYPES = /article|blogposting|report|newsstory|liveblog|review|posting/;

/** Every thing in the JSON-LD scripts of a page, outermost first; broken scripts are passed over. */
export function linkedThings(scripts: readonly string[]): LinkedThing[] {
  const things: LinkedThing[] = [];
  for (const script of scripts) {
    const waiting: unknown[] = [parsed(script)];
    while (waiting.length > 0 && things.length < MAX_THINGS) {
      const value = waiting.shift();
      if (Array.isArray(value)) waiting.push(...value.slice(0, MAX_THINGS));
      else if (typeof value === 'object' && value !== null) {
        const data = value as Record<string, unknown>;
        const types = [data['@type']]
          .flat()
          .filter((type) => typeof type === 'string')
          .map((type) => type.toLowerCase());
        things.push({ types, data });
        for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item'])
          if (typeof data[key] === 'object') waiting.push(data[key]);
      }
    }
  }
  return things;
}

/** The things that are articles. */
export const articleThings = (things: readonly LinkedThing[]): LinkedThing[] =>
  things.filter((thing) => thing.types.some((type) => ARTICLE_TYPES.test(type)));

/** A value's words: a string, or the name of a thing or of the first of several. */
export function wordsOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'string') return first.trim() || null;
  if (typeof first === 'object' && first !== null)
    return wordsOf((first as Record<string, unknown>)['name'] ?? (first as Record<string, unknown>)['@value']);
  return null;
}

/** The names of several things, as a byline has them; null where there are none. */
export function namesOf(value: unknown): string | null {
  const names = (Array.isArray(value) ? value.slice(0, 6) : [value]).map(wordsOf).filter((name) => name !== null);
  return names.length === 0 ? null : [...new Set(names)].join(', ');
}

function parsed(script: string): unknown {
  const text = script
    .trim()
    .replace(/^(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>|\]\]>)$/g, '')
    .replace(/;$/, '');
  try {
    return JSON.parse(text);
  } catch {
    try {
      // Raw line ends inside strings are the commonest fault.
      return JSON.parse(text.replace(/[\u0000-\u001F]+/g, ' '));
    } catch {
      return null;
    }
  }
}
