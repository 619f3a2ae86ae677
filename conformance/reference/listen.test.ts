import { expect, test } from 'vitest';
import { createReference } from './index.js';
import { listen } from './listen.js';

test('the responses over a socket are the same as in process', async () => {
  const reference = createReference({ pageSize: 1 });
  const { writer } = await reference.tokens.mintAll();
  const { url, close } = await listen(reference);
  try {
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/beta$/);
    const headers = { Authorization: `Bearer ${writer}`, 'Content-Type': 'application/json' };
    const send = (path: string, init: RequestInit = {}) =>
      fetch(`${url}/security/securityActions${path}`, { headers, ...init });
    const body = JSON.stringify({ parameters: [{ name: 'IP', value: '192.0.2.1' }], actionReason: 'Grüße' });
    const made = await send('', { method: 'POST', body });
    expect(made.status).toBe(201);
    const { id, actionReason } = (await made.json()) as { id: string; actionReason: string };
    expect(actionReason).toBe('Grüße');
    expect(made.headers.get('location')).toBe(`${url}/security/securityActions/${id}`);
    expect((await send(`/${id}/cancelSecurityAction`, { method: 'POST' })).status).toBe(204);
    await send('', { method: 'POST', body });
    const page = (await (await send('')).json()) as Record<string, unknown>;
    expect(String(page['@odata.nextLink']).startsWith(`${url}/security/securityActions?`)).toBe(true);
    const large = JSON.stringify({ parameters: [], actionReason: 'x'.repeat(4_000_000) });
    for (let time = 0; time < 3; time++) expect((await send('', { method: 'POST', body: large })).status).toBe(413);
    expect((await send('/%ZZ')).status).toBe(400);
  } finally {
    await close();
  }
});
