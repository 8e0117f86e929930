import type { ExportFormat } from './format.ts';

/** The reports as BibTeX entries. Source: O. Patashnik, "BibTeXing" (1988); `url`, `date` and `langid` as in biblatex. */
export const bibtex: ExportFormat = {
  name: 'bibtex',
  extension: 'bib',
  about: 'BibTeX: an entry for every report, to cite it',
  holdsTexts: true,
  fields: [
    { name: 'key', about: 'Id of the report.' },
    { name: 'title', about: 'Its title, in a second pair of braces so that capitals stay.' },
    { name: 'author', about: 'Its byline; left out where there is none, and with --names private.' },
    { name: 'journal', about: 'Its publisher; left out where it is not known.' },
    { name: 'date, year, month', about: 'Day of publication; left out where it is not known.' },
    { name: 'url', about: 'Its address.' },
    { name: 'note', about: 'Where the text says that it comes from.' },
    { name: 'langid', about: 'Language of the report, as babel names it; left out for others than English.' },
  ],
  *write({ reports }) {
    let first = true;
    for (const { record } of reports()) {
      const { id, title, byline, publisher, published, url, origins, language } = record.report;
      const [year, month] = published.date?.split('-') ?? [];
      const names = [...new Set(origins.map(({ name }) => name))];
      const fields: readonly (readonly [string, string | null | undefined])[] = [
        ['title', title === null ? null : `{${escaped(title)}}`],
        ['author', byline === null ? null : authors(byline)],
        ['journal', publisher === null ? null : escaped(publisher)],
        ['date', published.date],
        ['year', year],
        ['month', month === undefined ? null : MONTHS[Number(month) - 1]],
        ['url', url === null ? null : url.replace(/[{}\\\s]/g, (sign) => encodeURIComponent(sign))],
        ['note', names.length === 0 ? null : escaped(`Credits ${names.join(', ')}`)],
        ['langid', language === 'en' ? 'english' : null],
      ];
      const lines = fields.flatMap(([name, value]) =>
        value == null || value === '' ? [] : [`  ${name} = ${name === 'month' ? value : `{${value}}`}`],
      );
      yield `${first ? '' : '\n'}@article{${id},\n${lines.join(',\n')}\n}\n`;
      first = false;
    }
  },
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '{': '\\{',
  '}': '\\}',
};

/** Text for LaTeX: its special signs are escaped, so braces always balance. */
const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .replace(/[\\{}~^]/g, (sign) => SIGNS[sign] ?? sign)
    .replace(/[&%$#_]/g, '\\$&');

/** "Jon Reed and Ada Moss": an agency or desk stays one name. */
const authors = (byline: string): string => {
  const names = byline
    .replace(/^by\s+/i, '')
    .split(/\s*(?:,|;|\band\b|&)\s*/i)
    .filter((name) => name !== '');
  return names.every((name) => /^\p{Lu}[\p{L}.'’-]+(?:\s+\p{L}[\p{L}.'’-]*)+$/u.test(name))
    ? names.map(escaped).join(' and ')
    : `{${escaped(byline)}}`;
};
