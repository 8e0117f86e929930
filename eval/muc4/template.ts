import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One acceptable filler; `tags` are the fillers of another slot that it speaks of ("CIVILIAN" of "PEASANTS"). */
export interface Value {
  readonly value: string;
  readonly tags?: readonly string[];
}
/** A filler of a key: any one of the alternatives will do; an optional one counts only when it was answered. */
export interface Fill {
  readonly optional: boolean;
  readonly alts: readonly Value[];
}
/** A template of the key. null: not applicable; []: not known. Both are blank. */
export interface KeyTemplate {
  readonly optional_template: boolean;
  readonly [slot: string]: readonly Fill[] | null | boolean | string;
}
/** A template that a system gives: the fillers of each slot. */
export type Response = Partial<Record<SlotName, readonly Value[]>>;

export interface Muc4Document {
  readonly docid: string;
  readonly text: string;
  readonly templates: readonly KeyTemplate[];
}

export type SlotName = (typeof SLOTS)[number];
export const SLOTS = [
  'incident_date',
  'incident_location',
  'incident_type',
  'incident_stage_of_execution',
  'incident_instrument_id',
  'incident_instrument_type',
  'perp_incident_category',
  'perp_individual_id',
  'perp_organization_id',
  'perp_organization_confidence',
  'phys_tgt_id',
  'phys_tgt_type',
  'phys_tgt_number',
  'phys_tgt_foreign_nation',
  'phys_tgt_effect_of_incident',
  'phys_tgt_total_number',
  'hum_tgt_name',
  'hum_tgt_description',
  'hum_tgt_type',
  'hum_tgt_number',
  'hum_tgt_foreign_nation',
  'hum_tgt_effect_of_incident',
  'hum_tgt_total_number',
] as const;

/** The fillers of a slot of the key; none when it is blank. */
export function fillsOf(template: KeyTemplate, slot: SlotName): readonly Fill[] {
  const fills = template[slot];
  return Array.isArray(fills) ? fills : [];
}

/** The documents of a `.jsonl` file, or of every such file under a folder that has templates; `part` keeps the files whose name holds it. */
export function muc4Documents(path: string, part?: string): Muc4Document[] {
  const files: string[] = [];
  const walk = (at: string): void => {
    if (statSync(at).isDirectory()) for (const entry of readdirSync(at).sort()) walk(join(at, entry));
    else if (at.endsWith('.jsonl') && (part === undefined || at.toLowerCase().endsWith(`${part.toLowerCase()}.jsonl`))) files.push(at);
  };
  walk(path);
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim())
      .map((line) => JSON.parse(line) as Muc4Document)
      .filter((d) => Array.isArray(d.templates) && typeof d.text === 'string'),
  );
}
