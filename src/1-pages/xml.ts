/** An element of a small XML tree. Names are in lower case and without their prefix where `prefix` holds it. */
export interface XmlElement {
  readonly name: string;
  readonly prefix: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/** Deeper elements become children of the deepest that is kept. */
const MAX_DEPTH = 200;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  mdash: '—',
  ndash: '–',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  hellip: '…',
  eacute: 'é',
};

/**
 * Reads XML as feeds really are: forgiving, in linear time, never throwing. Document type declarations are passed over and entities that
 * they define stay unread, so a document can neither grow by them nor name a file or address to be fetched.
 */
export function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: '', prefix: '', attrs: {}, children: [] };
  const open: XmlElement[] = [root];
  const top = (): XmlElement => open.at(-1) ?? root;
  for (let at = 0; at < text.length; ) {
    const start = text.indexOf('<', at);
    if (start < 0) {
      top().children.push(unescaped(text.slice(at)));
      break;
    }
    if (start > at) top().children.push(unescaped(text.slice(at, start)));
    if (text.startsWith('<![CDATA[', start)) {
      const end = indexOr(text, ']]>', start + 9);
      top().children.push(text.slice(start + 9, end));
      at = end + 3;
    } else if (text.startsWith('<!--', start)) at = indexOr(text, '-->', start + 4) + 3;
    else if (text.startsWith('<?', start)) at = indexOr(text, '?>', start + 2) + 2;
    else if (text.startsWith('<!', start)) at = afterDeclaration(text, start);
    else if (text.startsWith('</', start)) {
      const end = indexOr(text, '>', start);
      const { name, prefix } = nameOf(text.slice(start + 2, end).trim());
      const depth = lastNamed(open, name, prefix);
      if (depth > 0) open.length = depth;
      at = end + 1;
    } else {
      const end = tagEnd(text, start + 1);
      const inside = text.slice(start + 1, end);
      const word = /^[^\s/>]+/.exec(inside)?.[0];
      if (word !== undefined && /^[\p{L}_]/u.test(word)) {
        const element: XmlElement = { ...nameOf(word), attrs: attributes(inside.slice(word.length)), children: [] };
        top().children.push(element);
        if (!inside.endsWith('/') && open.length < MAX_DEPTH) open.push(element);
      }
      at = end + 1;
    }
  }
  return root;
}

const indexOr = (text: string, what: string, from: number): number => {
  const found = text.indexOf(what, from);
  return found < 0 ? text.length : found;
};

/** Past a document type with its inner declarations in brackets. */
function afterDeclaration(text: string, start: number): number {
  const close = indexOr(text, '>', start);
  const bracket = text.indexOf('[', start);
  if (bracket < 0 || bracket > close) return close + 1;
  const end = /\]\s*>/g;
  end.lastIndex = bracket;
  return end.exec(text) === null ? text.length : end.lastIndex;
}

/** The end of a tag: the next `>` outside of quotation marks. */
function tagEnd(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at += 1) {
    const char = text[at] as string;
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return at;
  }
  return indexOr(text, '>', from);
}

function nameOf(word: string): { name: string; prefix: string } {
  const colon = word.indexOf(':');
  return colon < 0
    ? { name: word.toLowerCase(), prefix: '' }
    : { name: word.slice(colon + 1).toLowerCase(), prefix: word.slice(0, colon).toLowerCase() };
}

/** Position in the stack of the innermost open element of this name, within reach; 0 where there is none. */
function lastNamed(open: readonly XmlElement[], name: string, prefix: string): number {
  for (let depth = open.length - 1; depth > 0; depth -= 1) if (open[depth]?.name === name && open[depth]?.prefix === prefix) return depth;
  return 0;
}

function attributes(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', double, single] of text.matchAll(/([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    found[name.toLowerCase()] ??= unescaped(double ?? single ?? '');
  return found;
}

const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return NAMED[name] ?? whole;
        const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : text;

/** All elements of a name under one, in document order, not inside one another. */
export function* named(element: XmlElement, ...names: readonly string[]): Generator<XmlElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (names.includes(child.name)) yield child;
    else yield* named(child, ...names);
  }
}

/** The first direct child of one of these names, the names in order of preference. */
export function childOf(element: XmlElement, ...names: readonly string[]): XmlElement | null {
  for (const name of names)
    for (const child of element.children) if (typeof child !== 'string' && child.name === name && child.prefix !== 'media') return child;
  return null;
}

/** All text in an element, blanks made plain. */
export function textOf(element: XmlElement | null): string {
  return element === null ? '' : rawTextOf(element).replace(/\s+/g, ' ').trim();
}

/** All text in an element as it stands. */
export const rawTextOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : rawTextOf(child))).join('');
