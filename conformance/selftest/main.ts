import { errorText } from '../engine/errors.js';
import { killLines, killsIn, writeKills } from './efforts/kills.js';
import { renderInputs, writeInputs } from './inputs/write.js';
import { writeFiles } from './pages/files.js';
import { readResults, resultsOf } from './pages/results.js';
import { situationLines } from './pages/situation-table.js';
import { readArguments, recordsEverything, type SelftestOptions, usage } from './run/arguments.js';
import { readParts, tasksOf, writePart } from './run/parts/parts.js';
import { plan } from './run/plan.js';
import type { Report } from './run/report.js';
import { summary } from './run/summary.js';
import { performAll } from './run/workers.js';

/** Runs the self-test and prints every problem. Returns the exit code: 0 when there is none. */
async function main(options: SelftestOptions): Promise<number> {
  if (options.help) console.log(usage);
  else if (options.render) {
    await writeFiles(await readResults());
    await renderInputs();
  } else if (options.merge) return merged(options.merge, options);
  else return selftest(options);
  return 0;
}

/** Reports on all parts of a self-test as on one run. */
async function merged(files: readonly string[], { write }: SelftestOptions): Promise<number> {
  const parts = await readParts(files).catch((error: unknown) => console.error(errorText(error)));
  if (!parts) return 64;
  const [{ run }] = parts;
  if (write && !recordsEverything(run)) {
    console.error('--write records a self-test of everything from one seed, and these are the parts of another one');
    return 64;
  }
  const reports = parts.flatMap((part) => part.reports);
  reports.forEach(printProblems);
  // The parts may run at the same time.
  const durationMs = Math.max(...parts.map((part) => part.durationMs));
  return concluded(reports, { ...run, write, render: false, help: false }, durationMs);
}

async function selftest(options: SelftestOptions): Promise<number> {
  const began = performance.now();
  const { shard, save } = options;
  const all = await plan(options.parts, options, options.named);
  const tasks = shard ? tasksOf(all, shard) : all;
  if (tasks.length === 0) {
    console.log(
      `nothing was run: there is no mutant or situation of ${[...options.parts, options.named].filter(Boolean).join(' or ')}`,
    );
    return 1;
  }
  const reports: Report[] = [];
  await performAll(tasks, options, (report) => {
    reports.push(report);
    if (process.stderr.isTTY) process.stderr.write(`\r${reports.length} of ${tasks.length} `);
    if (report.killedFrom !== undefined) console.log(`${report.killedFrom} of ${options.seeds} seeds: ${report.name}`);
    const { foreignWrites } = report;
    if (foreignWrites)
      console.log(
        `${foreignWrites.count} writes to actions of other clients, from ${foreignWrites.seeds} seeds: ${report.name}`,
      );
    printProblems(report);
  });
  const durationMs = Math.round(performance.now() - began);
  if (shard && save !== undefined) await writePart(save, { shard, reports, durationMs }, options, all.length);
  return concluded(reports, options, durationMs);
}

function printProblems({ kind, name, problems }: Report): void {
  if (problems.length > 0) console.log([`${kind}: ${name}`, ...problems].join('\n  '));
}

/** Prints the figures, and writes what was measured. Returns the exit code. */
async function concluded(reports: readonly Report[], options: SelftestOptions, durationMs: number): Promise<number> {
  const measured = reports.toSorted((a, b) => a.index - b.index).flatMap(({ situation }) => situation ?? []);
  if (options.parts.includes('situations')) console.log(situationLines(measured));
  console.log(summary(reports, durationMs));
  // A part alone has not measured everything.
  if (options.shard) return reports.some(({ problems }) => problems.length > 0) ? 1 : 0;
  if (options.parts.includes('efforts')) {
    const kills = killsIn(reports, options.seed);
    console.log(killLines(kills));
    if (options.write) await writeKills(kills);
  } else if (options.write && options.parts.includes('inputs')) await writeInputs(reports);
  else if (options.write) await writeFiles(resultsOf(reports, options, durationMs));
  return reports.some(({ problems }) => problems.length > 0) ? 1 : 0;
}

let options: SelftestOptions | undefined;
try {
  options = readArguments(process.argv.slice(2));
} catch (error) {
  console.error(`${errorText(error)}\nnpm run selftest -- --help describes the arguments.`);
  process.exitCode = 64;
}
if (options) process.exitCode = await main(options);
