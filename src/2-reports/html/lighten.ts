/** Of a page's raw markup no more than this is looked at; */
const MAX_RAW = 8_000_000;
/** and no more than this of what is left without scripts and styles: no news page has half as much, and parsing must end in bounded time. */
const MAX_MARKUP = 1_500_000;
/** Start tags nested deeper than this are taken out before parsing; their text stays. */
const MAX_NESTING = 800;

const TAG = /<(?:!--|!\[CDATA\[|(\/?)([a-zA-Z][a-zA-Z0-9:-]*)|[!?])/g;
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
/** Elements that the parser closes by itself: they cannot nest without another element between them. */
const SELF_CLOSING = new Set([
  'p',
  'li',
  'td',
  'th',
  'tr',
  'dt',
  'dd',
  'option',
  'optgroup',
  'thead',
  'tbody',
  'tfoot',
  'html',
  'head',
  'body',
]);
/** Elements whose content is not markup, dropped whole. */
const RAW = new Set(['script', 'style', 'template', 'svg', 'noscript', 'iframe', 'textarea', 'select', 'xmp', 'noembed', 'noframes']);

/**
 * A page's markup without scripts (JSON-LD stays), styles, comments and senseless nesting.
 * One pass, linear: parsers need quadratic time or deep stacks on what this takes out.
 */
export function lighten(html: string): string {
  const raw = html.length > MAX_RAW ? html.slice(0, MAX_RAW) : html;
  // A "<" that opens no tag is a letter; parsers make a piece of text of each.
  const page = /<(?![a-zA-Z/!?])/.test(raw) ? raw.replace(/<(?![a-zA-Z/!?])/g, '&lt;') : raw;
  const kept: string[] = [];
  const dropped = new Map<string, number>();
  /** For each kind of raw element: whether an end tag still lies ahead. Searching for one that is not there must happen once only. */
  const unclosed = new Set<string>();
  let depth = 0;
  let from = 0;
  TAG.lastIndex = 0;
  for (let match = TAG.exec(page); match !== null; match = TAG.exec(page)) {
    const at = match.index;
    const name = match[2]?.toLowerCase();
    if (name === undefined) {
      const end = match[0] === '<!--' && !unclosed.has('!--') ? page.indexOf('-->', at + 4) : -1;
      if (match[0] === '<!--' && end >= 0) {
        kept.push(page.slice(from, at));
        from = end + 3;
        TAG.lastIndex = from;
      } else if (match[0] === '<!--') {
        // A comment that never ends: what follows is shown by no browser, but dropping the words only would lose a report.
        unclosed.add('!--');
        kept.push(page.slice(from, at));
        from = at + 4;
        TAG.lastIndex = from;
      }
      continue;
    }
    const closing = match[1] === '/';
    if (!closing && RAW.has(name) && !unclosed.has(name)) {
      const end = endOf(page, name, at);
      if (end < 0) {
        unclosed.add(name);
        continue;
      }
      const isData = name === 'script' && /ld\+json/i.test(page.slice(at, Math.min(end, at + 300)));
      if (!isData) {
        kept.push(page.slice(from, at), ' ');
        from = end;
      }
      TAG.lastIndex = end;
      continue;
    }
    if (VOID.has(name) || SELF_CLOSING.has(name)) continue;
    const count = dropped.get(name) ?? 0;
    if (closing) {
      if (count === 0) depth = Math.max(0, depth - 1);
      else dropped.set(name, count - 1);
    } else if (depth < MAX_NESTING) depth += 1;
    else dropped.set(name, count + 1);
    if ((closing && count > 0) || (!closing && (dropped.get(name) ?? 0) > count)) {
      const end = page.indexOf('>', at);
      if (end < 0) break;
      kept.push(page.slice(from, at), ' ');
      from = end + 1;
      TAG.lastIndex = from;
    }
  }
  kept.push(page.slice(from));
  const light = kept.join('');
  return light.length > MAX_MARKUP ? light.slice(0, MAX_MARKUP) : light;
}

/** Where the raw element that starts at `at` is over, or -1. */
function endOf(page: string, name: string, at: number): number {
  const close = new RegExp(`</${name}\\s*>`, 'gi');
  close.lastIndex = at;
  const found = close.exec(page);
  return found === null ? -1 : found.index + found[0].length;
}
