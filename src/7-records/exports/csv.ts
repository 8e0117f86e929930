/** A value of a table: text that a spreadsheet may not run, or a number. */
export type Cell = string | number | null | undefined;

/**
 * A row of CSV (RFC 4180, lines end with CR LF as it says). Text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay
 * numbers. Source: OWASP, "CSV Injection": `=`, `+`, `-`, `@`, tab and carriage return, also in their wide forms.
 */
export const csvRow = (cells: readonly Cell[]): string => `${cells.map(cellOf).join(',')}\r\n`;

function cellOf(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = cell.replace(/\u0000/g, '');
  const safe = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
