import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pLimit from 'p-limit';
import { packageRoot } from '../engine/package-root.js';
import { type Callers, createCallers } from './callers.js';
import { compare } from './compare.js';
import { conform } from './conform.js';
import { install, NotInstalled } from './install.js';
import { readSdkFolders } from './sdk-folder.js';
import { runSdks } from './sdk-report.js';
import { start } from './start.js';
import { heading, line, type Row, total } from './table.js';
import { type InteropRun, readTargetFolders, type TargetFolder } from './target-folder.js';

/** Time for all sequences on a busy machine: which of them are played decides which findings there are. */
const sameSequences = ['--budget', '120000'];

/** Two processors are enough for two targets and two runs of the kit. Packages are installed meanwhile, which is mostly waiting. */
const running = pLimit(2);
const installing = pLimit(2);

const usage = `npm run interop -- [name ...] [--keep FOLDER]

Runs the kit against servers of other people and languages, and compares what it reports with what was adjudicated by hand.
Runs Microsoft's SDKs against the reference, too. A name is that of a folder below conformance/interop/, servers or sdks for
all of them, natural for the servers that were written from the pages or tools for programs of other people; without one,
everything is run. What cannot be installed is skipped; with CI=true, that is a failure. Packages are installed into a temporary
folder. --keep installs them into FOLDER, leaves the reports there and installs nothing that is there already.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: 'string' }, help: { type: 'boolean' } },
});
if (values.help) console.log(usage);
else process.exitCode = await main(positionals, values.keep);

/** Runs the targets and the SDKs, and prints a table of each. Returns 1 when one of them is not as expected or, with CI=true, skipped. */
async function main(names: readonly string[], keep: string | undefined): Promise<number> {
  const targets = await readTargetFolders(join(packageRoot(), 'conformance/interop'));
  const sdks = await readSdkFolders(join(packageRoot(), 'conformance/interop/sdks'));
  const known = [...targets, ...sdks].map(({ name }) => name).concat('servers', 'natural', 'tools', 'sdks');
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no ${unknown.join(', ')}. The names are ${known.join(', ')}.`);
    return 64;
  }
  const chosen = (...groups: readonly string[]) => names.length === 0 || groups.some((group) => names.includes(group));
  const chosenTargets = targets.filter(({ name, group }) => chosen(name, group, 'servers'));
  const chosenSdks = sdks.filter(({ name }) => chosen(name, 'sdks'));
  const root = keep === undefined ? await mkdtemp(join(tmpdir(), 'interop-')) : resolve(keep);
  try {
    const asExpected = [
      chosenTargets.length === 0 || (await runTargets(chosenTargets, root)),
      chosenSdks.length === 0 || (await runSdks(chosenSdks, root, { all: chosenSdks.length === sdks.length })),
    ];
    return asExpected.includes(false) ? 1 : 0;
  } finally {
    if (keep === undefined) await rm(root, { recursive: true, force: true });
  }
}

/** Returns whether all are as expected and, with CI=true, none was skipped. */
async function runTargets(targets: readonly TargetFolder[], root: string): Promise<boolean> {
  const callers = await createCallers();
  const rows: Row[] = [];
  console.log(heading);
  const all = targets.map(async (target) => {
    for (const row of await runsOf(target, root, callers)) {
      rows.push(row);
      console.log(line(row));
    }
  });
  await Promise.all(all);
  console.log(`\n${total(rows)}`);
  return !rows.some((row) => row.difference || row.error || (row.skipped && process.env.CI));
}

async function runsOf(target: TargetFolder, root: string, callers: Callers): Promise<readonly Row[]> {
  const named = (run: InteropRun) => ({ target: target.name, kind: run.kind });
  let folder: string;
  try {
    folder = await installing(() => install(target, root));
  } catch (error) {
    if (error instanceof NotInstalled) return target.runs.map((run) => ({ ...named(run), skipped: error.message }));
    return target.runs.map((run) => ({ ...named(run), error: String(error) }));
  }
  const rows: Row[] = [];
  for (const run of target.runs) {
    rows.push({
      ...named(run),
      ...(await running(() => perform(target, run, folder, callers)).catch((error) => ({ error: String(error) }))),
    });
  }
  return rows;
}

async function perform(
  target: TargetFolder,
  run: InteropRun,
  folder: string,
  callers: Callers,
): Promise<Omit<Row, 'target' | 'kind'>> {
  const contract = join(packageRoot(), 'generated/openapi.json');
  const command = run.start.map((argument) => argument.replaceAll('{contract}', contract));
  const server = await start(command, folder, callers.target);
  try {
    const reports = join(folder, 'reports');
    await mkdir(reports, { recursive: true });
    const began = performance.now();
    const name = run.kind.replace(' ', '-');
    const received = await conform(
      `http://${server.host}${target.path}`,
      [...(run.kind === 'foreign tool' ? [] : sameSequences), ...(run.options ?? [])],
      {
        folder: reports,
        name,
        env: callers.kit,
      },
    );
    const seconds = (performance.now() - began) / 1000;
    await writeFile(join(reports, `${name}.txt`), received.output);
    const exitCodes = { expected: run.exitCode, received: received.exitCode };
    return { seconds, exitCodes, difference: compare(run, received) };
  } finally {
    await server.stop();
  }
}
