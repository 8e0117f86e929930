import type { ExportFormat } from './format.ts';

/** Name of the shape of the lines; another number is another shape. */
export const EVERYTHING = 'saidso-export/1';

/** Everything, a JSON object a line. `importRecord` makes the same record of it, of which the second export has the same bytes. */
export const jsonl: ExportFormat = {
  name: 'jsonl',
  extension: 'jsonl',
  about: 'everything, one JSON object a line: `saidso import` makes the same record of it',
  holdsTexts: true,
  fields: [
    {
      name: 'kind',
      about:
        'export (the first line), report, capture, decision, forgotten, event, gone, end (the last line: a file without it is cut short).',
    },
    { name: 'export: format, names', about: `${EVERYTHING}; keep or private: the latter cannot be imported.` },
    {
      name: 'report: record, reading, appearances',
      about:
        'The record as `saidso read --json` prints it; codebook and version that read it; where the text was seen, the first one first. In the order in which they were added.',
    },
    {
      name: 'capture: n, source, url, addresses, status, headers, at, software, bytesSha256, textSha256, report, noArticle, proof',
      about: 'What arrived and its proof; not the bytes. Left out with --names private.',
    },
    { name: 'decision: id, who, coder, at, why, ruling', about: 'What people ruled, in the order of time. Left out with --names private.' },
    { name: 'forgotten: what, sha256, at, why', about: 'Digests of what a person had removed, so that it does not come back.' },
    {
      name: 'event: event',
      about: 'The event as `saidso event --json` prints it, without what people say, which follows from the decisions.',
    },
    { name: 'gone: id, successor', about: 'An event that is gone, with the one that its claims went into.' },
    { name: 'end: lines', about: 'How many lines stand before it.' },
  ],
  *write({ reports, captures, decisions, forgotten, machineEvents, tombstones, privateNames }) {
    let lines = 0;
    const line = (value: Readonly<Record<string, unknown>>): string => {
      lines += 1;
      return `${JSON.stringify(value)}\n`;
    };
    yield line({ kind: 'export', format: EVERYTHING, names: privateNames ? 'private' : 'keep' });
    for (const { record, reading, appearances } of reports()) yield line({ kind: 'report', record, reading, appearances });
    for (const capture of captures()) yield line({ kind: 'capture', ...capture });
    for (const decision of decisions()) yield line({ kind: 'decision', ...decision });
    for (const one of forgotten()) yield line({ kind: 'forgotten', ...one });
    for (const event of machineEvents()) yield line({ kind: 'event', event });
    for (const { id, successor } of tombstones()) yield line({ kind: 'gone', id, successor });
    yield `${JSON.stringify({ kind: 'end', lines })}\n`;
  },
};
