import { useEffect, useState } from 'react';
import type { Job, JobResult } from '../../src/index.ts';
import { ask, send } from './ask.ts';

/** Begins to read a pasted text or HTML. */
export const addText = (text: string, published: string): Promise<Job> =>
  send('POST', '/api/reports', {
    [/<(?:!doctype|html|body|article|p)\b/i.test(text) ? 'html' : 'text']: text,
    ...(published ? { published } : {}),
  });
export const addUrls = (urls: readonly string[]): Promise<Job> => send('POST', '/api/urls', { urls });
export const stopJob = (id: string): Promise<Job> => send('DELETE', `/api/jobs/${encodeURIComponent(id)}`);

export function addFiles(files: readonly File[]): Promise<Job> {
  const form = new FormData();
  for (const file of files) form.append('files', file, file.name);
  return ask('/api/uploads', { method: 'POST', body: form });
}

export interface LiveJob {
  /** Null until the first word of it came. */
  readonly job: Job | null;
  readonly results: readonly JobResult[];
  readonly lost: boolean;
}

/** Follows a job as it goes: its progress, and each result as it is read. */
export function useJob(id: string): LiveJob {
  const [live, setLive] = useState<LiveJob>({ job: null, results: [], lost: false });
  useEffect(() => {
    setLive({ job: null, results: [], lost: false });
    const stream = new EventSource(`/api/jobs/${encodeURIComponent(id)}/events`);
    const read = <T>(event: Event): T => JSON.parse((event as MessageEvent<string>).data) as T;
    const merge = (old: readonly JobResult[], more: readonly JobResult[]): readonly JobResult[] =>
      [...new Map([...old, ...more].map((result) => [result.n, result])).values()].sort((a, b) => a.n - b.n);
    stream.addEventListener('progress', (event) => {
      const job = read<Job>(event);
      setLive((now) => ({ ...now, job, lost: false }));
    });
    stream.addEventListener('result', (event) => {
      const result = read<JobResult>(event);
      setLive((now) => ({ ...now, results: merge(now.results, [result]) }));
    });
    stream.addEventListener('end', (event) => {
      const job = read<Job>(event);
      stream.close();
      setLive((now) => ({ job, results: merge(now.results, job.results ?? []), lost: false }));
    });
    stream.addEventListener('error', () => {
      if (stream.readyState === EventSource.CLOSED) setLive((now) => ({ ...now, lost: true }));
    });
    return () => stream.close();
  }, [id]);
  return live;
}
