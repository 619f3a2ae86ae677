import { parseArgs } from 'node:util';
import { measure } from './measure.js';
import { head, isWithin, limits, row, writePage, writtenRows } from './page.js';
import { hostileTargets } from './targets.js';

const usage = `npm run hostile -- [words] [options]

Runs the compiled command line against hostile and broken targets, each in a process of its own, and prints a table.
Exits with 1 when a run is beyond the limits.

  words           only the targets whose name has all of these words
  --name <name>   only the target with exactly this name; may be repeated
  --missing       only the targets of which docs/hostile.md has no line
  --verbose       print what each run printed
  --write         write the lines to docs/hostile.md; the lines of other targets stay as they were measured
  --list          print the names of the targets`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean', default: false },
    missing: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    name: { type: 'string', multiple: true },
    verbose: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const written = await writtenRows();
const chosen = hostileTargets.filter(
  ({ name }) =>
    (values.name?.includes(name) ?? true) &&
    positionals.every((word) => name.includes(word)) &&
    !(values.missing && written.has(name)),
);
if (values.help) console.log(usage);
else if (values.list) for (const { name } of chosen) console.log(name);
else await run();

async function run(): Promise<void> {
  const names = hostileTargets.map(({ name }) => name);
  if (chosen.length === 0) throw new Error('no target has such a name; --list prints the names');
  for (const line of head) console.log(line);
  const rows = new Map<string, string>();
  const excess: string[] = [];
  for (const target of chosen) {
    const measured = await measure(target, limits.seconds * 3);
    const line = row(target.name, measured);
    rows.set(target.name, line);
    console.log(line);
    if (values.verbose) console.log(measured.output);
    if (!isWithin(measured)) excess.push(target.name);
    // After each, because the whole table takes longer than most people wait.
    if (values.write) await writePage(names, rows);
  }
  if (excess.length > 0) console.log(`\nbeyond the limits: ${excess.join('; ')}`);
  process.exitCode = excess.length > 0 ? 1 : 0;
}
