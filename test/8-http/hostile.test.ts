import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Made, makeApp } from './make-app.ts';

let made: Made;
beforeEach(() => {
  made = makeApp();
});
afterEach(() => made.close());

const SCRIPT = '<script>alert(1)</script>';
const IMAGE = '"><img src=x onerror=alert(1)>';

async function settled(): Promise<void> {
  for (let look = 0; look < 500; look++) {
    const { items } = await made.json<{ items: { endedAt: string | null }[] }>('/api/jobs');
    if (items.every(({ endedAt }) => endedAt !== null)) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('a job does not end');
}

describe('scripts in title, text, feed and file name', () => {
  beforeEach(async () => {
    await made.post('/api/reports', { text: `A report. ${SCRIPT}`, title: `${SCRIPT} title`, publisher: IMAGE });
    const form = new FormData();
    form.append('files', new Blob([`Another report. ${IMAGE}`]), `${SCRIPT}.txt`);
    form.append(
      'files',
      new Blob([`<rss version="2.0"><channel><title>${SCRIPT}</title><item><link>https://news.example/</link></item></channel></rss>`]),
      'feed.xml',
    );
    await made.post('/api/uploads', form);
    await settled();
    await made.post('/api/decisions', {
      kind: 'note',
      id: (await made.json<{ items: { id: string }[] }>('/api/events')).items[0]?.id,
      who: SCRIPT,
      why: IMAGE,
    });
  });

  it('are sent as data and never as a page', async () => {
    const paths = [
      '/api/reports',
      '/api/claims',
      '/api/events',
      '/api/jobs',
      '/api/decisions',
      '/api/facets',
      '/api/search?q=report',
      `/api/reports/${SCRIPT}`,
      `/api/${IMAGE}`,
    ];
    for (const path of paths) {
      const { headers } = await made.get(path);
      expect([path, headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([
        path,
        expect.stringMatching(/^application\/json/),
        'nosniff',
      ]);
    }
    const { items } = await made.json<{ items: { title: string }[] }>('/api/reports');
    expect(items.map(({ title }) => title)).toContain(`${SCRIPT} title`);
  });
  it('stand in no page that the server makes', async () => {
    for (const path of ['/', '/api']) expect(await (await made.get(path)).text()).not.toMatch(/<script>alert|onerror=/);
  });
  it('change nothing of the database when they are asked for', async () => {
    const { total } = await made.json<{ total: number }>('/api/events');
    for (const value of ["' OR 1=1 --", '%', '"', ')', 'a" OR "b', 'NEAR(a b)', '*'])
      for (const name of ['type', 'actor', 'source', 'place', 'q'])
        expect([200, 400]).toContain((await made.get(`/api/events?${name}=${encodeURIComponent(value)}`)).status);
    expect((await made.json<{ total: number }>(`/api/events?type=${encodeURIComponent("' OR 1=1 --")}`)).total).toBe(0);
    expect((await made.json<{ total: number }>('/api/events')).total).toBe(total);
  });
});
