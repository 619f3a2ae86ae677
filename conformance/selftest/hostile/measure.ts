import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../engine/package-root.js';
import type { HostileTarget } from './targets.js';

/** What a whole standard run on a target came to, in a process of its own. */
export interface Measured {
  /** The cause that the run names, or its verdict. */
  readonly verdict: string;
  readonly code: number;
  readonly requests: number;
  readonly seconds: number;
  /** Seconds of processor time, which other programs of this machine do not change. */
  readonly cpuSeconds: number;
  /** The largest resident set. */
  readonly megabytes: number;
  readonly output: string;
}

/** Writes the largest resident set of the process, in kilobytes, and its processor time, in microseconds, when it ends. */
const reportsMemory = `import { writeSync } from 'node:fs';
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(3, [maxRSS, userCPUTime + systemCPUTime].join(' '));
});`;

/** Runs the compiled command line on a target, for at most this many seconds. */
export async function measure(target: HostileTarget, mostSeconds: number): Promise<Measured> {
  const { url, token, args = [], done } = await target.start();
  const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  const began = performance.now();
  const json = join(folder, 'out.json');
  const child = spawn(
    process.execPath,
    [
      ...['--import', `data:text/javascript,${encodeURIComponent(reportsMemory)}`],
      ...[join(packageRoot(), 'dist/conformance/cli/main.js'), 'conform', url, '--seed', '1', '--json', json, ...args],
    ],
    { cwd: folder, env: { ...process.env, SECURITY_ACTIONS_TOKEN: token }, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] },
  );
  const [output, errors, memory] = [child.stdout, child.stderr, child.stdio[3]].map(collected);
  const overdue = setTimeout(() => child.kill('SIGKILL'), mostSeconds * 1_000);
  try {
    const [code, signal] = await once(child, 'close');
    const seconds = (performance.now() - began) / 1_000;
    const [kilobytes = 0, microseconds = 0] = (memory?.() ?? '').split(' ').map(Number);
    const report = await readFile(json, 'utf8').then(JSON.parse, () => undefined);
    return {
      verdict: signal ? `killed after ${mostSeconds} s` : verdictOf(report, errors?.() ?? ''),
      code: code ?? -1,
      requests: report?.requests ?? Number.NaN,
      seconds,
      megabytes: Math.round(kilobytes / 1_024),
      cpuSeconds: microseconds / 1e6,
      output: `${output?.()}${errors?.()}`,
    };
  } finally {
    clearTimeout(overdue);
    await done();
    await rm(folder, { recursive: true });
  }
}

function collected(stream: unknown): () => string {
  let text = '';
  (stream as NodeJS.ReadableStream | null)?.on('data', (chunk: Buffer) => {
    if (text.length < 2_000_000) text += chunk.toString('utf8');
  });
  return () => text;
}

interface Report {
  readonly summary: { readonly verdict: string; readonly MUST: Readonly<Record<string, number>> };
  readonly results: readonly {
    readonly id: string;
    readonly level: string;
    readonly outcome: string;
    readonly reason: { readonly detail: string };
  }[];
  readonly fault?: { readonly message: string };
  readonly notices: readonly string[];
}

function verdictOf(report: Report | undefined, errors: string): string {
  const [first = 'nothing'] = errors.split('\n');
  if (!report) return first.slice(0, 200);
  const { verdict, MUST } = report.summary;
  const counts = Object.entries(MUST).flatMap(([outcome, count]) =>
    count > 0 && !/^not-/.test(outcome) ? [`${count} ${outcome}`] : [],
  );
  const why = [report.fault?.message ?? verdict, counts.join(', '), commonest(report), ...report.notices.slice(0, 1)];
  return why.flatMap((text) => (text ? [text.slice(0, 250)] : [])).join('; ');
}

/** The reason that most MUST requirements share which did not pass, or that the first of them has. */
function commonest({ results }: Report): string | undefined {
  const times = new Map<string, number>();
  for (const { level, outcome, reason } of results)
    if (level === 'MUST' && ['failed', 'inconclusive'].includes(outcome))
      times.set(reason.detail, (times.get(reason.detail) ?? 0) + 1);
  return [...times].sort(([, a], [, b]) => b - a)[0]?.[0];
}
