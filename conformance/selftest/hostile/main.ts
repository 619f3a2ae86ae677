import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../../engine/package-root.js';
import { type Measured, measure } from './measure.js';
import { hostileTargets } from './targets.js';

/** The most that a whole standard run may take: seconds and megabytes. */
const limits = { seconds: 60, megabytes: 150 };
/** Megabytes of the program itself: a run that cannot reach its target needs as much. */
const program = 80;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
});
const chosen = hostileTargets.filter(({ name }) => positionals.every((word) => name.includes(word)));
const excess: string[] = [];
const rows = [
  '| target | verdict | exit code | requests | seconds | of the processor | MB |',
  '|---|---|---|---|---|---|---|',
];
for (const line of rows) console.log(line);
for (const target of chosen) {
  const measured = await measure(target, limits.seconds * 3);
  rows.push(row(target.name, measured));
  console.log(rows.at(-1));
  if (values.verbose) console.log(measured.output);
  if (
    measured.seconds > limits.seconds ||
    measured.megabytes > program + limits.megabytes ||
    ![0, 1, 2, 69].includes(measured.code)
  )
    excess.push(target.name);
}
if (excess.length > 0) console.log(`\nbeyond the limits: ${excess.join('; ')}`);
if (values.write && positionals.length === 0) await writeFile(join(packageRoot(), 'docs/hostile.md'), page());
process.exitCode = excess.length > 0 ? 1 : 0;

function page(): string {
  return `# Hostile and broken targets

A whole standard run of the compiled command line against each target, as \`npm run hostile -- --write\` measured it with
Node.js ${process.versions.node} on ${cpus().length} processors. The seconds depend on what else the machine does, those of the processor hardly. At most
${limits.seconds} seconds are allowed, and ${limits.megabytes} MB beside the ${program} MB that a run needs which cannot reach its target.

${rows.join('\n')}
`;
}

function row(name: string, { verdict, code, requests, seconds, cpuSeconds, megabytes }: Measured): string {
  const sent = Number.isNaN(requests) ? '' : requests;
  return `| ${[name, verdict.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1'), code, sent, seconds.toFixed(1), cpuSeconds.toFixed(1), megabytes].join(' | ')} |`;
}
