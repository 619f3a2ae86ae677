import type { Check } from '../../engine/check.js';
import { drawFrom } from '../../engine/world/draw.js';

/** The share of the cases that is played. Rules always judge whatever is exchanged. */
export interface Share {
  /** One in this many cases; 1 is every case. */
  readonly oneCaseOf: number;
  /** The number of inputs of each case, at most. */
  readonly inputs: number;
}

/** How much of a conforming server is played without `--whole`. */
export interface Sample extends Share {
  readonly sequences: number;
}

/**
 * The sample of each variant and of each combination; the seed decides which cases and inputs they are. A variant meets every case in
 * its combination, so few of them are enough when it is alone. Nearly all the time of the self-test is spent here.
 */
export const samples: Readonly<Record<'variant' | 'combination' | 'situation', Sample>> = {
  variant: { oneCaseOf: 6, inputs: 1, sequences: 3 },
  combination: { oneCaseOf: 1, inputs: 1, sequences: 8 },
  situation: { oneCaseOf: 1, inputs: 1, sequences: 4 },
};

/**
 * The checks with this share of the cases, and of the inputs of each case. Inputs are drawn from the seed. Which cases are left rotates
 * with the seed, so that `oneCaseOf` consecutive seeds cover every case once.
 */
export function sampled(checks: readonly Check[], { oneCaseOf, inputs }: Share, seed: number): readonly Check[] {
  return checks.flatMap((check, place): readonly Check[] => {
    if (check.kind === 'rule') return [check];
    if ((place + seed) % oneCaseOf !== 0) return [];
    return [{ ...check, inputs: (world) => drawn(check.inputs(world), inputs, seed, check.id) }];
  });
}

function drawn<Input>(inputs: readonly Input[], most: number, seed: number, label: string): readonly Input[] {
  if (inputs.length <= most) return inputs;
  const draw = drawFrom(seed, label);
  const left = [...inputs];
  return Array.from({ length: most }, () => left.splice(draw.integer(left.length), 1)).flat();
}
