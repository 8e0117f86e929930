import { readFileSync } from 'node:fs';
import { everyFile } from '../data-files.ts';
import { readAsItStands } from '../plain-report.ts';
import { mainClaim, ploverTypes, rootsOf } from '../plover/plover-type.ts';
import { theKit } from '../reading.ts';
import type { Task } from '../task.ts';

interface GoldRecord {
  readonly event: string;
  readonly text?: string;
}

/** Types of the first PLOVER that the present one names otherwise. */
const RENAMED: Readonly<Record<string, string>> = { FIGHT: 'ASSAULT', INVESTIGATE: 'ACCUSE', DEMAND: 'REQUEST', DISAPPROVE: 'ACCUSE' };

export const task: Task = {
  name: 'plover',
  about: 'the PLOVER type of single sentences, through the crosswalk of the codebook',
  open: 'corpora/event-gold/plover',
  async run({ data, upper }) {
    const kit = await theKit();
    const crosswalk = new Map(kit.codebook.types.map((t) => [t.id, rootsOf(t.crosswalk['plover'] ?? '')]));
    const records = everyFile(data)
      .filter((f) => f.endsWith('.json'))
      .flatMap((f) => JSON.parse(readFileSync(f, 'utf8')) as GoldRecord[])
      .filter((r): r is GoldRecord & { text: string } => r.event !== 'DOCUMENT' && typeof r.text === 'string');
    const byType = new Map<string, { all: number; read: number; right: number }>();
    const lines: string[] = [];
    for (const record of records) {
      const wanted = RENAMED[record.event] ?? record.event;
      const tally = byType.get(wanted) ?? { all: 0, read: 0, right: 0 };
      byType.set(wanted, tally);
      tally.all += 1;
      const report = readAsItStands(upper ? record.text.toUpperCase() : record.text, kit);
      const main = mainClaim(
        report.claims.filter((c) => (crosswalk.get(c.type) ?? []).length > 0),
        report,
      );
      if (!main) continue;
      tally.read += 1;
      if (ploverTypes(main, crosswalk.get(main.type) ?? [], report).includes(wanted)) tally.right += 1;
      else lines.push(`${wanted} read as ${main.type}: ${record.text}`);
    }
    const total = [...byType.values()].reduce((a, t) => ({ all: a.all + t.all, read: a.read + t.read, right: a.right + t.right }), {
      all: 0,
      read: 0,
      right: 0,
    });
    const keys = { accuracy: total.read ? total.right / total.read : 0, share: total.all ? total.read / total.all : 0, records: total.all };
    const rows = [...byType]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([t, n]) => `${t.padEnd(12)}${String(n.all).padStart(5)}${String(n.read).padStart(6)}${String(n.right).padStart(7)}`);
    return {
      keys,
      table: [
        ...(process.env['SAIDSO_ERRORS'] === '1' ? lines : []),
        'type          all  read  right',
        ...rows,
        `${total.read} of ${total.all} read, ${(100 * keys.accuracy).toFixed(1)} % of those right`,
      ].join('\n'),
    };
  },
};
