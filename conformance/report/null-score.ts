import { levels } from '../engine/requirement.js';
import type { Result } from '../engine/run/outcome.js';

/** The score of the best null server, a server that ignores requests: the baseline for the score of a target. */
export interface NullScore {
  /** The content of its responses, such as "an empty list". */
  readonly name: string;
  /** How many requirements of each level it passes. */
  readonly passed: Readonly<Record<Result['level'], number>>;
}

/** The line below the table. */
export function nullScoreLine({ name, passed }: NullScore): string {
  return `For comparison: a server that responds to every request with ${name} passes ${passed.MUST} MUST requirements.`;
}

/** The score of all levels, as one value. */
export function nullScoreValue({ name, passed }: NullScore): string {
  return `${levels.map((level) => `${passed[level]} ${level}`).join(', ')} (${name})`;
}
