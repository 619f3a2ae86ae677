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
import { effortCost } from './bench/efforts.js';
import { checkedPerSecond, explorationShare } from './bench/exploration.js';
import { replay } from './bench/replay.js';

/** `npm run bench`: measures the time that the kit adds to the bare requests, the start of the command line, and the memory of a run. */
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
 * Measures the wall time of a run, and of a bare replay of its requests on a new server with the same concurrency. Sequences and races
 * always take longer than their replay, because most of their requests wait for a response or a point in time. The audit waits, too, until
 * the settle time after the last write is over, unless `settleMs` is 0.
 */
async function overhead(seed: number, changed: Partial<RunOptions> = {}): Promise<Overhead> {
  const checks = await allChecks();
  const server = await startServer();
  const exchanges: Exchange[] = [];
  const options = { ...defaultOptions, ...changed, seed, observe: (exchange: Exchange) => exchanges.push(exchange) };
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
  if (exitCode !== 0)
    throw new Error(`Cannot measure: the run against the reference exited with ${exitCode}. Correct that first.`);
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

/** Prints a measurement and compares its median with the limit. */
function printMeasurement(name: string, values: readonly number[], limit: number, unit = ''): void {
  const [low, middle, high] = [Math.min(...values), median(values), Math.max(...values)].map((one) => one.toFixed(2));
  const comparison = median(values) <= limit ? 'within' : 'ABOVE';
  console.log(
    `${name}: median ${middle}${unit} (${low} to ${high}, ${values.length} rounds), ${comparison} the limit of ${limit}${unit}`,
  );
  if (median(values) > limit) process.exitCode = 1;
}

const seeds = Array.from({ length: rounds }, (_, index) => index + 1);
await overhead(0);
const runs: Overhead[] = [];
const cases: Overhead[] = [];
for (const seed of seeds) {
  runs.push(await overhead(seed));
  cases.push(await overhead(seed, { sequences: 0, races: 0, settleMs: 0 }));
}
const ratio = ({ runMs, replayMs }: Overhead) => runMs / replayMs;
console.log(
  `Whole run against the reference over a socket: ${runs[0]?.requests} requests, median ${median(runs.map(({ runMs }) => runMs)).toFixed(0)} ms with the pause of up to ${defaultOptions.settleMs} ms before the audit, ${median(runs.map(ratio)).toFixed(2)} times the time of its bare replay`,
);
printMeasurement(
  'Time of a run of the cases without the settle time, relative to its bare replay',
  cases.map(ratio),
  1.5,
);
const shares = [];
for (const seed of seeds) shares.push(await explorationShare(seed));
console.log(
  `Share of sequences and races in the time of a default run: median ${percent(median(shares))} (${shares.map(percent).join(', ')})`,
);
const rates = [];
for (const seed of seeds) rates.push(await checkedPerSecond(seed));
console.log(`Requests of sequences per second against the reference in process: median ${median(rates).toFixed(0)}`);
for (const [effort, delayMs, limit] of [
  ['smoke', 0],
  ['smoke', 50, 10],
  ['standard', 0],
  ['standard', 50, 60],
  ['deep', 0],
] as const) {
  const server = await startServer();
  const { requests, seconds } = await effortCost(server, effort, delayMs);
  server.process.kill();
  const isOver = limit !== undefined && seconds > limit;
  const comparison = limit === undefined ? '' : `, ${isOver ? 'ABOVE' : 'within'} the limit of ${limit} s`;
  console.log(
    `--effort ${effort} at ${delayMs} ms per request: ${requests} requests, ${seconds.toFixed(1)} s${comparison}`,
  );
  if (isOver) process.exitCode = 1;
}
timed([cli, '--help']);
printMeasurement(
  'Time of --help, relative to node -e 0',
  // A start takes a tenth of a second, so more rounds cost little, and a few would show the load of the machine.
  Array.from({ length: 5 * rounds }, () => timed([cli, '--help']) / timed(['-e', '0'])),
  1.6,
);
const peaks = [];
for (const _ of seeds) peaks.push(await peak());
printMeasurement('Peak memory of a run', peaks, 140, ' MB');
