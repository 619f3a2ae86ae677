import { parseArgs } from 'node:util';
import { type Measured, measure } from './measure.js';
import { hostileTargets } from './targets.js';

/** The most that a whole standard run may take: seconds and megabytes. */
const limits = { seconds: 60, megabytes: 150 };
/** Megabytes of the program itself: a run that cannot reach its target needs as much. */
const program = 80;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: 'boolean', default: false } },
});
const chosen = hostileTargets.filter(({ name }) => positionals.every((word) => name.includes(word)));
const excess: string[] = [];
console.log(
  '| target | verdict | exit code | requests | seconds | of the processor | MB |\n|---|---|---|---|---|---|---|',
);
for (const target of chosen) {
  const measured = await measure(target, limits.seconds * 3);
  console.log(row(target.name, measured));
  if (values.verbose) console.log(measured.output);
  if (
    measured.seconds > limits.seconds ||
    measured.megabytes > program + limits.megabytes ||
    ![0, 1, 2, 69].includes(measured.code)
  )
    excess.push(target.name);
}
if (excess.length > 0) console.log(`\nbeyond the limits: ${excess.join('; ')}`);
process.exitCode = excess.length > 0 ? 1 : 0;

function row(name: string, { verdict, code, requests, seconds, cpuSeconds, megabytes }: Measured): string {
  return `| ${[name, verdict, code, requests, seconds.toFixed(1), cpuSeconds.toFixed(1), megabytes].join(' | ')} |`;
}
