import type { Check } from '../engine/check.js';
import { drawFrom } from '../engine/world/draw.js';

/** How much of the cases is played; rules look on whatever is. */
export interface Share {
  /** One case of so many: 1 is all of them. */
  readonly oneCaseOf: number;
  /** At most so many rows of each case's table. */
  readonly rows: number;
}

/**
 * The checks with a share of the cases, and of each case's rows. The rows are drawn from the number; which cases they are goes round with
 * it, so that numbers in a row bring each case once.
 */
export function sampled(checks: readonly Check[], { oneCaseOf, rows }: Share, number: number): readonly Check[] {
  return checks.flatMap((check, place): readonly Check[] => {
    if (check.kind === 'rule') return [check];
    if ((place + number) % oneCaseOf !== 0) return [];
    return [{ ...check, rows: (world) => drawn(check.rows(world), rows, number, check.id) }];
  });
}

function drawn<Row>(rows: readonly Row[], most: number, seed: number, label: string): readonly Row[] {
  if (rows.length <= most) return rows;
  const draw = drawFrom(seed, label);
  const left = [...rows];
  return Array.from({ length: most }, () => left.splice(draw.integer(left.length), 1)).flat();
}
