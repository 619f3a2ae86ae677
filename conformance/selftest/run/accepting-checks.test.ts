import { expect, test } from 'vitest';
import type { RequirementId } from '../../../generated/requirements.js';
import { allChecks } from '../../checks/registry.js';
import type { Check } from '../../engine/check.js';
import { judge } from '../../engine/judge/judge.js';
import { drawFrom } from '../../engine/world/draw.js';
import { allMutants } from './load.js';
import { runMutant } from './run-mutant.js';
import { sampled } from './sample.js';

const seed = 1;
const checks = await allChecks();
const mutants = await allMutants();

/** The check with a judgement that accepts everything. */
function accepting(check: Check): Check {
  const accept = () => judge(true, () => ({ message: '', expected: '', received: '' }));
  return check.kind === 'case' ? { ...check, judge: accept } : { ...check, check: accept };
}

/** This number of different checks of a kind. */
function drawn(kind: Check['kind'], number: number): readonly Check[] {
  const draw = drawFrom(seed, kind);
  const left = checks.filter((check) => check.kind === kind);
  return Array.from({ length: number }, () => left.splice(draw.integer(left.length), 1)).flat();
}

/** The requirement of a check, where the first mutant of it survives these checks. */
async function survivors({ id }: Check, among: readonly Check[]): Promise<readonly RequirementId[]> {
  const mutant = mutants.find(({ requirement }) => requirement === id);
  if (!mutant) throw new Error(`expected a mutant of ${id}`);
  const { unmet } = await runMutant({ ...mutant, alsoFails: [] }, among);
  return unmet.map((one) => one.id);
}

test.each([...drawn('case', 7), ...drawn('rule', 3)])(
  'a mutant of $id survives only when the $kind accepts everything',
  async (check) => {
    expect(await survivors(check, checks)).toEqual([]);
    // A mutant of a rule that accepts everything meets all cases, so one input of each has to do.
    const others = sampled(
      checks,
      { oneCaseOf: 1, inputs: check.kind === 'rule' ? 1 : Number.POSITIVE_INFINITY },
      seed,
    );
    const among = others.map((one) => (one.id === check.id ? accepting(one) : one));
    expect(await survivors(check, among)).toEqual([check.id]);
  },
);
