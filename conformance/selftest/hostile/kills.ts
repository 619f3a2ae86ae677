import { parseArgs } from 'node:util';
import { killAndSweep } from './kill.js';

/** A standard run sends about 6,500 requests to a target with one identity. */
const latest = 5_500;

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } },
});
const [count, first] = [Number(values.kills), Number(values.seed)];
const wrong: string[] = [];
let unfinished = 0;
console.log('| killed at request | handled | unfinished | after the sweep | foreign actions | exit code |');
console.log('|---|---|---|---|---|---|');
for (let seed = first; seed < first + count; seed++) {
  const one = await killAndSweep(seed, latest);
  const foreign = one.foreignTouched ? 'touched' : 'untouched';
  unfinished += one.unfinished;
  console.log(
    `| ${one.request} | ${one.handled ? 'yes' : 'no'} | ${one.unfinished} | ${one.left} | ${foreign} | ${one.code}${one.unclear ? ' (says that a create may have left something)' : ''} |`,
  );
  // The request on its way may be a create without a text of its own; then the sweep says so.
  if (one.left > 0 || one.foreignTouched || one.code !== (one.unclear ? 1 : 0))
    wrong.push(`the sweep after kill ${seed}`);
}
console.log(
  `\n${count} runs killed, ${unfinished} actions unfinished before the sweeps; wrong: ${wrong.join('; ') || 'nothing'}`,
);
process.exitCode = wrong.length > 0 ? 1 : 0;
