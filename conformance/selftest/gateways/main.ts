import { allChecks } from '../../checks/registry.js';
import { situationLines } from '../pages/situation-table.js';
import { runSituation } from '../run/run-situation.js';
import { haproxy, situations as haproxySituations } from './haproxy.js';
import { nginx, situations as nginxSituations } from './nginx.js';
import { versionOf } from './process.js';

const usage = `Usage: npm run gateways -- [--whole] [TEXT]

Runs the kit against the reference behind nginx and HAProxy, which have to be installed, and prints what each run measured.
Ends with 0 when every run is judged as expected. A gateway that is not installed is left out with a message.

  TEXT      run only the situations whose names contain this text
  --whole   play every input of every case`;

/** Runs the reference behind each gateway that is installed. Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const whole = args.includes('--whole');
  const [text = ''] = args.filter((one) => one !== '--whole');
  const checks = await allChecks();
  let problems = 0;
  for (const [gateway, situations] of [
    [nginx, nginxSituations],
    [haproxy, haproxySituations],
  ] as const) {
    const version = versionOf(gateway);
    console.log(version ?? `${gateway.program} is not installed: its situations were left out`);
    if (version === undefined) continue;
    for (const one of situations.filter(({ name }) => name.includes(text))) {
      const result = await runSituation(one, checks, { whole, seed: 1 });
      console.log(
        [situationLines([result]), ...result.problems.map((problem) => `    problem: ${problem}`)].join('\n'),
      );
      problems += result.problems.length;
    }
  }
  return problems > 0 ? 1 : 0;
}

if (process.argv.includes('--help')) console.log(usage);
else process.exitCode = await main(process.argv.slice(2));
