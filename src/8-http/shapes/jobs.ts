import type { Job, JobResult } from '../answers.ts';
import { reportName } from './record.ts';
import { count, maybeText, shape, text, z } from './shape.ts';

export const jobResult = shape<JobResult>('JobResult')(
  z.object({
    n: count,
    source: text,
    outcome: z.enum(['added', 'updated', 'copy', 'unchanged', 'forgotten', 'failed']),
    report: reportName.nullable(),
    claims: count,
    error: maybeText,
  }),
);
export const job = shape<Job>('Job')(
  z.object({
    id: text,
    kind: z.enum(['text', 'upload', 'urls']),
    state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    done: count,
    total: count.nullable(),
    now: maybeText,
    added: count,
    updated: count,
    copies: count,
    unchanged: count,
    failed: count,
    claims: count,
    startedAt: text,
    endedAt: maybeText,
    error: maybeText,
    results: z.array(jobResult),
  }),
);
