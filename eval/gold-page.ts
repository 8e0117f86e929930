import type { Page } from '../src/1-pages/page.ts';

/** A gold report as its file has it. */
export interface GoldReport {
  readonly slug: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url?: string | null;
  readonly text: string;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The small HTML page by which a gold report is given: title, date and publisher in its head, a paragraph for each that a blank line parts. */
export function goldPage(report: GoldReport): Page {
  const meta = (property: string, content: string | null): string =>
    content === null ? '' : `<meta property="${property}" content="${escaped(content)}">\n`;
  const paragraphs = report.text
    .split(/\n\s*\n/)
    .map((p) => p.trim())
    .filter(Boolean)
    .map((p) => `<p>${escaped(p)}</p>`);
  const text = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escaped(report.title ?? '')}</title>
${meta('og:title', report.title)}${meta('og:site_name', report.publisher)}${meta('article:published_time', report.published)}</head>
<body>
<article>
${paragraphs.join('\n')}
</article>
</body>
</html>
`;
  return { source: `${report.slug}.html`, url: null, mediaType: 'text/html', text, notes: [] };
}
