import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The name under which a file is written before it gets its own. Drafts of the same file that killed runs left are removed. */
export function draftOf(file: string): string {
  const [folder, name] = [dirname(file), basename(file)];
  for (const other of filesIn(folder)) {
    const [, pid] = other.startsWith(`${name}.`) ? (/^(\d+)\.part$/.exec(other.slice(name.length + 1)) ?? []) : [];
    if (pid !== undefined && !runs(Number(pid))) rmSync(join(folder, other), { force: true });
  }
  return `${file}.${process.pid}.part`;
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Whether a process is there; one that may not be asked is. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}
