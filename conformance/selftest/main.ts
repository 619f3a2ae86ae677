import { allChecks } from '../checks/registry.js';
import { readArguments, usage, type Wanted } from './run/arguments.js';
import { unproved } from './run/checks-without-mutants.js';
import { allMutants } from './run/load.js';
import { plan } from './run/plan.js';
import { summary } from './run/summary.js';
import type { Report } from './run/task.js';
import { carryOut } from './run/workers.js';
import { writePages } from './pages/write.js';

/** Proves the kit, tells what is wrong with it, and ends with 0 only when nothing is. */
async function main(wanted: Wanted): Promise<number> {
  const began = performance.now();
  if (wanted.write) await writePages();
  const tasks = await plan(wanted.parts, wanted);
  const reports: Report[] = [];
  await carryOut(tasks, wanted, (report) => {
    reports.push(report);
    if (process.stderr.isTTY) process.stderr.write(`\r${reports.length} of ${tasks.length} `);
    if (report.found !== undefined) console.log(`${report.found} of ${wanted.seeds}  ${report.name}`);
    if (report.wrong.length > 0) console.log([`${report.kind}: ${report.name}`, ...report.wrong].join('\n  '));
  });
  const missing = wanted.parts.length > 0 ? [] : unproved(await allChecks(), await allMutants());
  for (const check of missing) console.log(`no mutant: nothing shows that the ${check.kind} of ${check.id} can fail`);
  console.log(summary(reports, missing.length, performance.now() - began));
  return missing.length > 0 || reports.length === 0 || reports.some(({ wrong }) => wrong.length > 0) ? 1 : 0;
}

let wanted: Wanted | undefined;
try {
  wanted = readArguments(process.argv.slice(2));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 64;
}
if (wanted) process.exitCode = await main(wanted);
