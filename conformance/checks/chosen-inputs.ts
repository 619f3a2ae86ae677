import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check, ChosenInputs, Finder } from '../engine/check.js';
import { packageRoot } from '../engine/package-root.js';

/** The choice that `npm run selftest -- inputs --write` made. */
interface Chosen {
  readonly smoke: ChosenInputs;
  readonly rules: Readonly<Partial<Record<string, ChosenInputs>>>;
  readonly cost: Readonly<Partial<Record<string, readonly [requests: number, inputs: number]>>>;
  readonly foundBy: Readonly<Partial<Record<string, readonly Finder[]>>>;
}

/**
 * The checks with what the self-test measured: the inputs that stand for all others, of a case in a smoke run and of a rule that is run
 * alone; what a case costs; and what else finds failures of the requirement.
 */
export async function withChosenInputs(checks: readonly Check[]): Promise<readonly Check[]> {
  const file = join(packageRoot(), 'conformance', 'checks', 'chosen-inputs.json');
  const { smoke, rules, cost, foundBy: found } = JSON.parse(await readFile(file, 'utf8')) as Chosen;
  return checks.map((check) => {
    const foundBy = found[check.id] ?? [];
    if (check.kind === 'rule') return { ...check, foundBy, shownBy: rules[check.id] };
    const [requests, inputs] = cost[check.id] ?? [];
    const known = requests === undefined || inputs === undefined ? undefined : { requests, inputs };
    return { ...check, foundBy, smoke: smoke[check.id], cost: known };
  });
}
