import type { Check } from '../kit/check.js';
import { drawFrom } from '../kit/draw.js';

/** The checks with at most so many rows of each case's table, drawn from the seed. */
export function sampled(checks: readonly Check[], rows: number, seed: number): readonly Check[] {
  return checks.map((check) => {
    if (check.kind === 'rule') return check;
    return { ...check, rows: (world) => drawn(check.rows(world), rows, seed, check.id) };
  });
}

function drawn<Row>(rows: readonly Row[], most: number, seed: number, label: string): readonly Row[] {
  if (rows.length <= most) return rows;
  const draw = drawFrom(seed, label);
  const left = [...rows];
  return Array.from({ length: most }, () => left.splice(draw.integer(left.length), 1)).flat();
}
