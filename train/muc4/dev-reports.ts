import { join } from 'node:path';
import type { Incident } from '../../eval/muc4/incidents.ts';
import { datelineOf, plainTemplate, plainText } from '../../eval/muc4/respond.ts';
import { scoreDocument } from '../../eval/muc4/score.ts';
import { type KeyTemplate, type Muc4Document, muc4Documents } from '../../eval/muc4/template.ts';
import { textPage } from '../../eval/reading.ts';
import type { CodedReport } from '../../src/5-claims/coded-report.ts';
import type { Kit } from '../../src/kit.ts';
import { read } from '../../src/read.ts';

export type Dateline = ReturnType<typeof datelineOf>;
export type MucType = (type: string) => string | undefined;
/** A document of DEV, read. */
export interface ReadDocument {
  readonly document: Muc4Document;
  readonly report: CodedReport;
  readonly dateline: Dateline;
}
/** Its incidents, each with the template of the key that it is about. */
export interface DevReport extends ReadDocument {
  readonly pairs: readonly { readonly incident: Incident; readonly key: KeyTemplate }[];
}

/** All of DEV. */
export function devReports(data: string, kit: Kit): ReadDocument[] {
  return muc4Documents(join(data, 'muc4'), 'dev').map((document) => {
    const dateline = datelineOf(document.text);
    return { document, dateline, report: read(textPage(plainText(document.text), dateline.day ?? undefined), kit) };
  });
}

/** The incidents of a report with the templates that they are about, by what the claims alone say of them. */
export function pairsOf({ document, report, dateline }: ReadDocument, incidents: readonly Incident[]): DevReport['pairs'] {
  const plain = incidents.flatMap((incident) => {
    const response = plainTemplate(incident, report, dateline);
    return response ? [{ incident, response }] : [];
  });
  const { used } = scoreDocument(
    document.templates,
    plain.map(({ response }) => response),
  );
  return [...used].flatMap(([at, k]) => {
    const [incident, key] = [plain[at]?.incident, document.templates[k]];
    return incident && key ? [{ incident, key }] : [];
  });
}
