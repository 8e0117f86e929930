import { acled } from './acled.ts';
import { annotations } from './annotations.ts';
import { bibtex } from './bibtex.ts';
import { eventsCsv } from './events-csv.ts';
import type { ExportFormat } from './format.ts';
import { ftm } from './ftm.ts';
import { geojson } from './geojson.ts';
import { jsonl } from './jsonl.ts';
import { plover } from './plover.ts';
import { stix } from './stix.ts';
import { ucdp } from './ucdp.ts';

/** Every way to hand the record on. A new one is one file and one line. */
export const FORMATS: readonly ExportFormat[] = [eventsCsv, acled, ucdp, plover, geojson, ftm, stix, annotations, bibtex, jsonl];
