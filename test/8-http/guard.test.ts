import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Made, makeApp } from './make-app.ts';

let made: Made;
afterEach(() => made.close());

describe('the guard of a server for this machine', () => {
  beforeEach(() => {
    made = makeApp();
  });
  it.each<[Record<string, string>, string, number]>([
    [{ host: 'localhost:4180' }, '/api/health', 200],
    [{ host: '127.0.0.1:4180' }, '/api/health', 200],
    [{ host: '[::1]:4180' }, '/api/health', 200],
    [{ host: 'evil.example' }, '/api/health', 403],
    [{ host: 'localhost.evil.example' }, '/', 403],
    [{ host: '192.168.1.7:4180' }, '/', 403],
    [{ origin: 'https://evil.example' }, '/api/health', 403],
    [{ origin: 'null' }, '/api/health', 403],
    [{ origin: 'http://localhost:4180' }, '/api/health', 200],
    [{ 'sec-fetch-site': 'cross-site' }, '/api/health', 403],
    [{ 'sec-fetch-site': 'same-site' }, '/api', 403],
    [{ 'sec-fetch-site': 'cross-site' }, '/', 200],
  ])('%o on %s gives %i', async (headers, path, status) => {
    expect((await made.get(path, headers)).status).toBe(status);
  });
  it('sends a strict policy and no CORS with everything', async () => {
    for (const path of ['/', '/api', '/api/health', '/api/openapi.json', '/nothing', '/api/reports/r_none']) {
      const { headers } = await made.get(path, { origin: 'http://localhost:4180' });
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect([...headers.keys()].filter((key) => key.startsWith('access-control'))).toEqual([]);
    }
  });
  it.each<[string, string, Record<string, string>, number]>([
    ['/api/decisions', '{"kind":"reject","id":"c_1","who":"x"}', { 'content-type': 'text/plain' }, 415],
    ['/api/reports', 'text=x', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['/api/uploads', 'x', { 'content-type': 'text/plain' }, 415],
    ['/api/reports', '{"text":"x"}', { 'content-type': 'application/json', origin: 'https://evil.example' }, 403],
    ['/api/uploads', 'x', { 'content-type': 'multipart/form-data; boundary=x', 'sec-fetch-site': 'cross-site' }, 403],
  ])('a form of another site cannot write to %s', async (path, body, headers, status) => {
    expect((await made.post(path, body, headers)).status).toBe(status);
    expect([made.pages.length, made.store.decisions().length]).toEqual([0, 0]);
  });
  it('asks for no token', async () => {
    expect((await made.get('/api/health')).headers.get('set-cookie')).toBeNull();
  });
});

describe('the guard of a server for other machines', () => {
  const token = 'a-token-of-some-length';
  const host = { host: '192.168.1.7:4180' };
  beforeEach(() => {
    made = makeApp({ abroad: { token, hosts: ['192.168.1.7', 'desk.example'] } });
  });
  it.each<[string, Record<string, string>, number]>([
    ['without a token', host, 401],
    ['with a wrong one', { ...host, authorization: 'Bearer wrong' }, 401],
    ['with its beginning', { ...host, authorization: `Bearer ${token.slice(0, -1)}` }, 401],
    ['with the right one', { ...host, authorization: `Bearer ${token}` }, 200],
    ['with the cookie', { ...host, cookie: `saidso-token=${token}` }, 200],
    ['with a wrong cookie', { ...host, cookie: 'saidso-token=old' }, 401],
    ['from this machine without', { host: 'localhost:4180' }, 401],
    ['by a name that is not its own', { host: 'evil.example', authorization: `Bearer ${token}` }, 403],
    ['by another address', { host: '10.0.0.1:4180', authorization: `Bearer ${token}` }, 403],
    ['by its name', { host: 'desk.example:4180', authorization: `Bearer ${token}` }, 200],
    ['from a page of another site', { ...host, cookie: `saidso-token=${token}`, origin: 'https://evil.example' }, 403],
  ])('%s', async (_, headers, status) => {
    for (const path of ['/api/health', '/']) expect((await made.get(path, headers)).status).toBe(status);
  });
  it('lets the login link in once for all, and takes the token out of the address', async () => {
    const response = await made.get(`/?token=${token}`, host);
    expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect((await made.get('/', { ...host, cookie: cookie.split(';')[0] ?? '' })).status).toBe(200);
    expect((await made.get('/?token=wrong', host)).status).toBe(401);
    // Nowhere but at the page: an address of the API with a token in it would end up in logs and histories.
    expect((await made.get(`/api/health?token=${token}`, host)).status).toBe(401);
  });
  it('of all addresses takes those in figures', async () => {
    await made.close();
    made = makeApp({ abroad: { token, hosts: null } });
    const asked = (name: string) => made.get('/api/health', { host: name, authorization: `Bearer ${token}` });
    expect([(await asked('10.1.2.3:80')).status, (await asked('[2001:db8::1]:80')).status, (await asked('evil.example')).status]).toEqual([
      200, 200, 403,
    ]);
  });
});
