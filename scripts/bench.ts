import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { allChecks } from '../conformance/checks/registry.js';
import type { Exchange, Identity } from '../conformance/engine/evidence/exchange.js';
import { defaultOptions, type RunOptions } from '../conformance/engine/options.js';
import { run } from '../conformance/engine/run/run.js';
import { tokenVariable } from '../conformance/engine/target.js';
import { sequences } from '../conformance/explore/sequences/index.js';
import { checkedPerSecond, explorationShare } from './bench/exploration.js';
import { replay } from './bench/replay.js';

/** `npm run bench`: how much the kit adds to the bare exchanges, how fast its command line starts, how much memory a run takes. */
const rounds = 5;
const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const cli = file('../conformance/cli/main.js');

interface Overhead {
  readonly runMs: number;
  readonly replayMs: number;
  readonly requests: number;
}

interface Server {
  readonly url: string;
  readonly tokens: Readonly<Record<Identity, string>>;
  readonly process: ChildProcess;
}

async function startServer(): Promise<Server> {
  const child = spawn(process.execPath, [file('./bench/server.js')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { ...(JSON.parse(String(line)) as Omit<Server, 'process'>), process: child };
}

/**
 * Wall time of a run, and of the bare replay of its exchanges on a fresh server with the same concurrency. Sequences and races take longer
 * than their replay by nature: each of their requests waits for an answer or a moment, which a replay does not.
 */
async function overhead(seed: number, less: Partial<RunOptions> = {}): Promise<Overhead> {
  const checks = await allChecks();
  const server = await startServer();
  const exchanges: Exchange[] = [];
  const options = { ...defaultOptions, ...less, seed, observe: (exchange: Exchange) => exchanges.push(exchange) };
  const began = performance.now();
  const { exitCode } = await run(
    checks,
    { name: server.url, ...server },
    options,
    () => undefined,
    options.sequences > 0 ? [sequences] : [],
  );
  const runMs = performance.now() - began;
  server.process.kill();
  if (exitCode !== 0) throw new Error(`the run on the reference ended with ${exitCode}; mend that before measuring`);
  exchanges.sort((a, b) => a.number - b.number);
  const fresh = await startServer();
  const replayMs = await replay(
    exchanges,
    { from: server.url, to: fresh.url },
    fresh.tokens,
    defaultOptions.concurrency,
  );
  fresh.process.kill();
  return { runMs, replayMs, requests: exchanges.length };
}

function timed(args: readonly string[]): number {
  const began = performance.now();
  spawnSync(process.execPath, args, { stdio: 'ignore' });
  return performance.now() - began;
}

/** Peak memory in MB of `conform` against the reference on a socket. */
async function peak(): Promise<number> {
  const { url, tokens, process: child } = await startServer();
  const variables = Object.entries(tokens).map(([identity, token]) => [tokenVariable(identity as Identity), token]);
  const env = { ...process.env, ...Object.fromEntries(variables) };
  const { stderr } = spawnSync(process.execPath, ['--import', file('./bench/memory.js'), cli, 'conform', url], {
    env,
    encoding: 'utf8',
  });
  child.kill();
  return Number(/peak (\d+)/.exec(stderr)?.[1]);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

function told(what: string, values: readonly number[], limit: number, unit = ''): void {
  const [low, middle, high] = [Math.min(...values), median(values), Math.max(...values)].map((one) => one.toFixed(2));
  const verdict = median(values) <= limit ? 'within' : 'ABOVE';
  console.log(
    `${what}: median ${middle}${unit} (${low} to ${high}, ${values.length} rounds), ${verdict} the limit of ${limit}${unit}`,
  );
  if (median(values) > limit) process.exitCode = 1;
}

const seeds = Array.from({ length: rounds }, (_, index) => index + 1);
await overhead(0);
const runs: Overhead[] = [];
const cases: Overhead[] = [];
for (const seed of seeds) {
  runs.push(await overhead(seed));
  cases.push(await overhead(seed, { sequences: 0, races: 0 }));
}
const ratio = ({ runMs, replayMs }: Overhead) => runMs / replayMs;
console.log(
  `a run on the reference over a socket: ${runs[0]?.requests} requests, median ${median(runs.map(({ runMs }) => runMs)).toFixed(0)} ms, ${median(runs.map(ratio)).toFixed(2)} times its bare replay`,
);
told('run of the cases alone over bare replay', cases.map(ratio), 1.5);
const shares = [];
for (const seed of seeds) shares.push(await explorationShare(seed));
console.log(
  `sequences and races take ${percent(median(shares))} of a default run's time (${shares.map(percent).join(', ')})`,
);
const rates = [];
for (const seed of seeds) rates.push(await checkedPerSecond(seed));
console.log(`sequences check ${median(rates).toFixed(0)} operations per second on the reference in process`);
timed([cli, '--help']);
told(
  '--help over node -e 0',
  seeds.map(() => timed([cli, '--help']) / timed(['-e', '0'])),
  3,
);
const peaks = [];
for (const _ of seeds) peaks.push(await peak());
told('peak memory of a run', peaks, 150, ' MB');
