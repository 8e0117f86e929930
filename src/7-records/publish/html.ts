/** Text that is HTML already; everything else is escaped where it is put into HTML. */
export interface Html {
  readonly html: string;
}
type Part = string | number | Html | null | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Control characters, and those that turn the direction of what follows: in a title they could make a page say something else than it holds. */
const TREACHEROUS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

const escaped = (text: string): string => text.replace(TREACHEROUS, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

function written(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return 'html' in part ? part.html : part.map(written).join('');
}

/** A template of which all values are escaped, save those that are HTML themselves: no text of a report can become markup. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: strings.map((string, at) => string + (at < parts.length ? written(parts[at] ?? null) : '')).join(''),
});

/** A link to a page of the web; the words alone when the address is none of http or https. */
export function webLink(address: string | null, words: string): Html {
  return address !== null && /^https?:\/\/[^\s"'<>]+$/i.test(address)
    ? html`<a href="${address}" rel="noreferrer noopener external">${words}</a>`
    : html`${words}`;
}
