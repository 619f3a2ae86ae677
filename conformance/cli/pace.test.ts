import { expect, test } from 'vitest';
import { createReference } from '../reference/index.js';
import { listen } from '../reference/listen.js';
import { runCommandLine } from './testing/run.js';

/** Runs the kit on the reference on a socket; returns when each request arrived, and the statuses of the actions that are left. */
function onSocket(...options: readonly string[]) {
  return onLimited(() => true, ...options);
}

/** The same, on a target that responds with 429, and names no time to wait, where it does not admit a request. */
async function onLimited(admits: (now: number) => boolean, ...options: readonly string[]) {
  const reference = createReference();
  const arrived: number[] = [];
  let rejected = 0;
  let isOver = false;
  const fetch = async (request: Request) => {
    const now = performance.now();
    arrived.push(now);
    if (isOver || admits(now)) return reference.fetch(request);
    rejected += 1;
    return Response.json(
      { error: { code: 'TooManyRequests', message: 'There are too many requests.' } },
      { status: 429 },
    );
  };
  const { url, close } = await listen({ ...reference, fetch });
  try {
    const tokens = await reference.tokens.mintAll();
    const env = Object.fromEntries(
      Object.entries(tokens).map(([identity, token]) => [
        identity === 'writer' ? 'SECURITY_ACTIONS_TOKEN' : `SECURITY_ACTIONS_${identity.toUpperCase()}_TOKEN`,
        token,
      ]),
    );
    const ran = await runCommandLine(['conform', url, '--seed', '3', ...options], { env });
    isOver = true;
    const list = await fetch(
      new Request(`${url}/security/securityActions?$top=100`, {
        headers: { authorization: `Bearer ${tokens.writer}` },
      }),
    );
    arrived.pop();
    const { value } = (await list.json()) as { readonly value: readonly { readonly status: string }[] };
    return { ...ran, arrived, rejected, statuses: value.map(({ status }) => status) };
  } finally {
    await close();
  }
}

test('--rate is never exceeded, whatever the concurrency', async () => {
  const { code, arrived } = await onSocket('--only', 'AUTH-4,CREATE-16', '--rate', '40/s', '--concurrency', '16');
  expect(code).toBe(0);
  expect(arrived.length).toBeGreaterThan(50);
  const busiest = Math.max(...arrived.map((from) => arrived.filter((at) => at >= from && at < from + 1_000).length));
  expect(busiest).toBeLessThanOrEqual(40);
  // The run also uses what it may.
  expect(busiest).toBeGreaterThanOrEqual(30);
});

test('--max-time ends the run: the rest is inconclusive with that reason, and nothing is left unfinished', async () => {
  const began = performance.now();
  const { code, stdout, statuses } = await onSocket('--rate', '60/s', '--max-time', '2s', '--sequences', '0');
  expect(code).toBe(2);
  expect(performance.now() - began).toBeLessThan(8_000);
  expect(stdout).toMatch(/the run ended after the 2 s of --max-time: \d+ inputs were not played/);
  expect(stdout).toMatch(/MUST +\d+ +0 +[1-9]\d* /);
  expect(statuses.length).toBeGreaterThan(2);
  // The action that the probe watches is left alone until the end, and ends there, too.
  expect(statuses.filter((status) => status === 'NotStarted' || status === 'Running')).toEqual([]);
});

test('a target that responds with 429 without Retry-After gets the pace that it accepts, and costs no minutes', async () => {
  const [perWindow, windowMs] = [10, 200];
  let [began, admitted] = [0, 0];
  const admits = (now: number) => {
    if (now - began >= windowMs) [began, admitted] = [now, 0];
    return ++admitted <= perWindow;
  };
  const from = performance.now();
  const { code, arrived, rejected, stdout } = await onLimited(admits, '--only', 'AUTH-4,CREATE-16');
  expect(code, stdout).toBe(0);
  expect(rejected).toBeGreaterThan(0);
  // A client that asks again and again would be rejected more often than accepted.
  expect(rejected).toBeLessThan(arrived.length / 3);
  expect(performance.now() - from).toBeLessThan(15_000);
});

test.each([
  ['--rate', '50', /Expected a number of requests per second, minute or hour/],
  ['--max-time', 'soon', /Expected a time such as 90s, 5m or 1500/],
  ['--effort', 'smok', /Expected smoke, standard, deep/],
])('%s %s is a mistake', async (option, value, message) => {
  const { code, stderr } = await runCommandLine(['conform', 'reference', option, value]);
  expect(code).toBe(64);
  expect(stderr).toMatch(message);
});
