import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Identity } from '../../engine/evidence/exchange.js';
import { packageRoot } from '../../engine/package-root.js';
import { tokenVariable } from '../../engine/target.js';
import { drawFrom } from '../../engine/world/draw.js';
import { isFinalStatus } from '../../model/lifecycle.js';
import { createReference, type Reference } from '../../reference/index.js';
import { listen } from '../../reference/listen.js';

/** What a killed run and the sweep after it left behind. */
export interface KilledRun {
  /** The run was killed at this request, before or after the reference handled it. */
  readonly request: number;
  readonly handled: boolean;
  /** Unfinished actions of the run, before and after the sweep. */
  readonly unfinished: number;
  readonly left: number;
  readonly foreignTouched: boolean;
  /** The exit code of the sweep, and the ledgers that it kept. */
  readonly code: number;
  readonly ledgers: readonly string[];
  /** True when the request on its way was a create that nothing marks, which the sweep cannot find. */
  readonly unclear: boolean;
  readonly output: string;
}

const collection = 'security/securityActions';
/**
 * Starts a run of the compiled command line in another process, kills it at a request drawn from the seed, the `latest` one at most, and
 * sweeps.
 */
export async function killAndSweep(seed: number, latest: number): Promise<KilledRun> {
  const draw = drawFrom(seed, 'kill');
  const [request, handled] = [5 + draw.integer(latest - 5), draw.integer(2) === 1];
  const folder = await mkdtemp(join(tmpdir(), 'killed-'));
  const reference = createReference();
  const tokens = await reference.tokens.mintAll();
  const foreign = await createForeign(reference, tokens.writer);
  let child: ChildProcess | undefined;
  let arrived = 0;
  const server = await listen({
    basePath: reference.basePath,
    fetch: async (received) => {
      if (++arrived !== request) return reference.fetch(received);
      const response = handled ? await reference.fetch(received) : undefined;
      child?.kill('SIGKILL');
      return response ?? new Response(null, { status: 503 });
    },
  });
  const env = environmentOf(tokens);
  try {
    const ledger = ['--ledger', join(folder, 'ledger')];
    const start = (...argv: readonly string[]) =>
      spawn(process.execPath, [join(packageRoot(), 'dist/conformance/cli/main.js'), ...argv, ...ledger], {
        cwd: folder,
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
    child = start('conform', server.url, '--quiet', '--seed', String(seed));
    const [, signal] = await once(child, 'exit');
    if (signal !== 'SIGKILL') throw new Error(`the run ended before request ${request}, at ${arrived}`);
    const before = await unfinishedBeside(reference, tokens, foreign);
    child = start('sweep');
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    const [code] = await once(child, 'close');
    const now = await shown(reference, tokens.writer, foreign);
    return {
      ...{ request, handled, code, output, unclear: /^left: \S+ \(it sent nothing/m.test(output), unfinished: before },
      left: await unfinishedBeside(reference, tokens, foreign),
      foreignTouched: !isDeepStrictEqual(now, foreign),
      ledgers: (await readdir(join(folder, 'ledger'))).filter((name) => name.endsWith('.ndjson')),
    };
  } finally {
    child?.kill('SIGKILL');
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

type Shown = { readonly id: string; readonly status: string };
type Tokens = Readonly<Record<Identity, string>>;

function environmentOf(tokens: Tokens): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(tokens).map(([identity, token]) => [tokenVariable(identity as Identity), token]),
  );
}

/** Unfinished actions of another client, which the run must not touch. */
async function createForeign(reference: Reference, token: string): Promise<readonly Shown[]> {
  const body = { name: 'BlockIp', actionReason: 'Incident 7', parameters: [{ name: 'IP', value: '192.0.2.7' }] };
  const creates = Array.from({ length: 3 }, () => call<Shown>(reference, token, 'POST', collection, body));
  return shown(reference, token, await Promise.all(creates));
}

function shown(reference: Reference, token: string, actions: readonly Shown[]): Promise<readonly Shown[]> {
  return Promise.all(actions.map(({ id }) => call<Shown>(reference, token, 'GET', `${collection}/${id}`)));
}

async function unfinishedBeside(reference: Reference, tokens: Tokens, foreign: readonly Shown[]): Promise<number> {
  const lists = [tokens.writer, tokens.neighbour].map((token) =>
    call<{ value: Shown[] }>(reference, token, 'GET', `${collection}?$top=1000`),
  );
  const all = (await Promise.all(lists)).flatMap(({ value }) => value);
  return all.filter(({ id, status }) => !isFinalStatus(status) && !foreign.some((one) => one.id === id)).length;
}

async function call<T>(reference: Reference, token: string, method: string, path: string, body?: unknown): Promise<T> {
  const response = await reference.fetch(
    new Request(`http://reference.example${reference.basePath}/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
  if (!response.ok) throw new Error(`${method} ${path} responds with ${response.status}`);
  return (await response.json()) as T;
}
