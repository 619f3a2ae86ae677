import type { Check } from '../../engine/check.js';
import { drawFrom } from '../../engine/world/draw.js';

/** How much of the cases is played; rules look on whatever is. */
export interface Share {
  /** One case of so many: 1 is all of them. */
  readonly oneCaseOf: number;
  /** At most so many inputs of each case's table. */
  readonly inputs: number;
}

/**
 * The checks with a share of the cases, and of each case's inputs. The inputs are drawn from the number; which cases they are goes round with
 * it, so that numbers in a input bring each case once.
 */
export function sampled(checks: readonly Check[], { oneCaseOf, inputs }: Share, number: number): readonly Check[] {
  return checks.flatMap((check, place): readonly Check[] => {
    if (check.kind === 'rule') return [check];
    if ((place + number) % oneCaseOf !== 0) return [];
    return [{ ...check, inputs: (world) => drawn(check.inputs(world), inputs, number, check.id) }];
  });
}

function drawn<Input>(inputs: readonly Input[], most: number, seed: number, label: string): readonly Input[] {
  if (inputs.length <= most) return inputs;
  const draw = drawFrom(seed, label);
  const left = [...inputs];
  return Array.from({ length: most }, () => left.splice(draw.integer(left.length), 1)).flat();
}
