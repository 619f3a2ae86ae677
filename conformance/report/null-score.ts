import type { Result } from '../engine/run/outcome.js';
import { levels } from './count.js';

/** What the best of the servers that ignore what they are asked comes to: a target's own score means something only beside it. */
export interface NullScore {
  /** What that server answers to everything. */
  readonly name: string;
  /** How many requirements of each level it holds. */
  readonly passed: Readonly<Record<Result['level'], number>>;
}

/** The line below the table. */
export function nullScoreLine({ name, passed }: NullScore): string {
  return `a server that ignores what it is asked holds at best ${passed.MUST} MUST (${name} answered to everything)`;
}

/** The score of all levels, as one value. */
export function nullScoreValue({ name, passed }: NullScore): string {
  return `${levels.map((level) => `${passed[level]} ${level}`).join(', ')} (${name})`;
}
