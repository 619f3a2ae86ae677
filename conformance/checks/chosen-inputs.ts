import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check, ChosenInputs } from '../engine/check.js';
import { packageRoot } from '../engine/package-root.js';

/** The choice that `npm run selftest -- inputs --write` made. */
interface Chosen {
  readonly smoke: ChosenInputs;
  readonly rules: Readonly<Partial<Record<string, ChosenInputs>>>;
}

/** The checks with the inputs that stand for all others: of a case in a smoke run, of a rule that is run alone. */
export async function withChosenInputs(checks: readonly Check[]): Promise<readonly Check[]> {
  const file = join(packageRoot(), 'conformance', 'checks', 'chosen-inputs.json');
  const { smoke, rules } = JSON.parse(await readFile(file, 'utf8')) as Chosen;
  return checks.map((check) =>
    check.kind === 'case' ? { ...check, smoke: smoke[check.id] } : { ...check, shownBy: rules[check.id] },
  );
}
