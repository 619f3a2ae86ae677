import { expect, test } from 'vitest';
import { allChecks } from '../../checks/registry.js';
import type { Check } from '../../engine/check.js';
import { judge } from '../../engine/judge/judge.js';
import { drawFrom } from '../../engine/world/draw.js';
import { allMutants } from './load.js';
import { prove } from './run-mutant.js';
import { sampled } from './sample.js';

const seed = 1;
const checks = await allChecks();
const mutants = await allMutants();

/** The check with its judgement taken away: it still makes one, and accepts whatever it sees. */
function blunted(check: Check): Check {
  const accept = () => judge(true, () => ({ message: '', expected: '', received: '' }));
  return check.kind === 'case' ? { ...check, judge: accept } : { ...check, check: accept };
}

/** So many checks of a kind, none twice. */
function drawn(kind: Check['kind'], number: number): readonly Check[] {
  const draw = drawFrom(seed, kind);
  const left = checks.filter((check) => check.kind === kind);
  return Array.from({ length: number }, () => left.splice(draw.integer(left.length), 1)).flat();
}

/** Who should notice the first mutant of a check and does not. Relatives are left out: they are not what is asked. */
async function lost({ id }: Check, among: readonly Check[]): Promise<readonly string[]> {
  const [mutant] = mutants.filter(({ requirement }) => requirement === id);
  if (!mutant) throw new Error(`${id} has no mutant`);
  const proof = await prove({ ...mutant, alsoFails: [] }, among);
  return proof.lost.map((cell) => cell.id);
}

test.each([...drawn('case', 7), ...drawn('rule', 3)])(
  'the proof loses $id once its $kind accepts everything',
  async (check) => {
    expect(await lost(check, checks)).toEqual([]);
    // A rule that accepts everything is shown all cases, of which one input each is enough.
    const others = sampled(
      checks,
      { oneCaseOf: 1, inputs: check.kind === 'rule' ? 1 : Number.POSITIVE_INFINITY },
      seed,
    );
    const among = others.map((one) => (one.id === check.id ? blunted(one) : one));
    expect(await lost(check, among)).toEqual([check.id]);
  },
);
