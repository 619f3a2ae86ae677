import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../engine/package-root.js';
import { conform } from '../index.js';
import { urlTarget } from '../targets.js';

/** Prism in a process of its own, as its command line starts it on the bundled contract. */
const prism = spawn(
  join(packageRoot(), 'node_modules/.bin/prism'),
  ['mock', '--port', '0', join(packageRoot(), 'generated/openapi.json')],
  { stdio: ['ignore', 'pipe', 'ignore'] },
);
let url: string;

beforeAll(async () => {
  let output = '';
  url = await new Promise<string>((resolve) => {
    // The listener stays, because Prism blocks when nobody reads its log.
    prism.stdout.on('data', (chunk) => {
      if (output.length < 10_000) output += chunk;
      const listening = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(output);
      if (listening?.[1]) resolve(listening[1]);
    });
  });
}, 30_000);

afterAll(async () => {
  const exited = once(prism, 'exit');
  prism.kill();
  await exited;
});

test('a run against the command line of Prism is conformant, like one against the embedded mock', async () => {
  const { results, exitCode } = await conform(urlTarget(url, { writer: 'any-token' }), { seed: 1 });
  const failed = results.filter(({ level, outcome }) => level === 'MUST' && outcome === 'failed');
  expect(failed.map(({ id, reason }) => `${id}: ${reason.detail}`)).toEqual([]);
  expect(results.filter(({ level, outcome }) => level === 'MUST' && outcome === 'passed').length).toBeGreaterThan(50);
  expect(exitCode).toBe(0);
}, 60_000);

test('Prism can generate every response from the document, because its patterns match what exists', async () => {
  const list = `${url}/security/securityActions`;
  const headers = { authorization: 'Bearer any-token', 'content-type': 'application/json', prefer: 'dynamic=true' };
  const create = JSON.stringify({ parameters: [{ name: 'IP', value: '192.0.2.1' }] });
  const requests: readonly [string, RequestInit][] = [
    [list, {}],
    [`${list}/any-id`, {}],
    [list, { method: 'POST', body: create }],
    [`${list}/any-id`, { method: 'PATCH', body: '{"name":"BlockIp"}' }],
  ];
  const statuses: number[] = [];
  for (let round = 1; round <= 15; round++) {
    for (const [address, init] of requests) statuses.push((await fetch(address, { headers, ...init })).status);
  }
  expect(statuses.filter((status) => status >= 400)).toEqual([]);
}, 60_000);
